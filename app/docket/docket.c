/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsDocket: the interface's doors. Each checks its caller and thread and passes on to the engine.
 * Opening and founding stand in docket-open.c, comparing with the pin in witness.c. */

#include "docket/docket-private.h"

#include "docket/chain.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
G_DEFINE_QUARK (ys-docket-error-quark, ys_docket_error)
/* clang-format on */

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YsDocket, ys_docket, G_TYPE_OBJECT)

/* SQLite's connection and the append under way know no locking of their own. */
#define ON_OWN_THREAD(self) (ys_docket_get_private (self)->owner == g_thread_self ())

typedef struct
{
  gint64 position;
  char *digest;
} Sought;

static void
free_append (YsAppend *self)
{
  YsDocketPrivate *priv = ys_docket_get_private (self->docket);

  if (priv->append == self)
    priv->append = NULL;
  g_object_unref (self->docket);
  g_free (self->command);
  g_free (self->recorded_at);
  g_free (self);
}

static gboolean
take_digest_cb (YsEntry *entry, gpointer user_data, GError **error)
{
  Sought *sought = user_data;

  if (entry->position == sought->position)
    sought->digest = g_strdup (entry->digest);
  return FALSE;
}

static void
ys_docket_finalize (GObject *object)
{
  YsDocketPrivate *priv = ys_docket_get_instance_private (YS_DOCKET (object));

  g_free (priv->address);
  g_free (priv->id);
  g_free (priv->founding);
  g_free (priv->root);
  g_free (priv->read_only_reason);
  g_free (priv->distrust_reason);
  g_free (priv->state_dir);

  G_OBJECT_CLASS (ys_docket_parent_class)->finalize (object);
}

static void
ys_docket_class_init (YsDocketClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_docket_finalize;
}

static void
ys_docket_init (YsDocket *self)
{
  YsDocketPrivate *priv = ys_docket_get_instance_private (self);

  priv->owner = g_thread_self ();
}

YsDocketPrivate *
ys_docket_get_private (YsDocket *self)
{
  return ys_docket_get_instance_private (self);
}

void
ys_docket_set_facts (YsDocket *self,
                     const char *address,
                     const char *id,
                     YsSuite suite,
                     const char *founding,
                     const char *root)
{
  YsDocketPrivate *priv = ys_docket_get_private (self);

  g_assert (priv->id == NULL);
  priv->address = g_strdup (address);
  priv->id = g_strdup (id);
  priv->suite = suite;
  priv->founding = g_strdup (founding);
  priv->root = g_strdup (root);
}

void
ys_docket_set_read_only (YsDocket *self, YsDocketError code, const char *reason)
{
  YsDocketPrivate *priv = ys_docket_get_private (self);

  if (priv->read_only_reason != NULL)
    return; /* the first reason is the one to mend */
  priv->read_only_code = code;
  priv->read_only_reason = g_strdup (reason);
}

void
ys_docket_set_distrust (YsDocket *self, const char *reason)
{
  YsDocketPrivate *priv = ys_docket_get_private (self);

  if (priv->distrust_reason == NULL)
    priv->distrust_reason = g_strdup (reason);
}

gboolean
ys_docket_get_digest_at (YsDocket *self, gint64 position, char **digest, GError **error)
{
  Sought sought = { position, NULL };

  *digest = NULL;
  if (position == 0)
    {
      *digest = g_strdup (ys_docket_get_private (self)->root);
      return TRUE;
    }
  if (!YS_DOCKET_GET_CLASS (self)->read_after (self, position - 1, take_digest_cb, &sought, error))
    return FALSE;
  *digest = sought.digest;
  return TRUE;
}

void
ys_verdict_free (YsVerdict *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->bad_file);
  g_free (self->reason);
  g_free (self);
}

const char *
ys_docket_get_read_only_reason (YsDocket *self)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), NULL);

  return ys_docket_get_private (self)->read_only_reason;
}

const char *
ys_docket_get_distrust_reason (YsDocket *self)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), NULL);

  return ys_docket_get_private (self)->distrust_reason;
}

/* These four never change once the docket is open: any thread may ask. */
const char *
ys_docket_get_id (YsDocket *self)
{
  g_return_val_if_fail (YS_IS_DOCKET (self), NULL);

  return ys_docket_get_private (self)->id;
}

const char *
ys_docket_get_founding (YsDocket *self)
{
  g_return_val_if_fail (YS_IS_DOCKET (self), NULL);

  return ys_docket_get_private (self)->founding;
}

const char *
ys_docket_get_address (YsDocket *self)
{
  g_return_val_if_fail (YS_IS_DOCKET (self), NULL);

  return ys_docket_get_private (self)->address;
}

YsSuite
ys_docket_get_suite (YsDocket *self)
{
  g_return_val_if_fail (YS_IS_DOCKET (self), YS_SUITE_GM);

  return ys_docket_get_private (self)->suite;
}

static gboolean
refuse_writing (YsDocketPrivate *priv, GError **error)
{
  if (priv->distrust_reason != NULL)
    g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED, priv->distrust_reason);
  else if (priv->read_only_reason != NULL)
    g_set_error_literal (error, YS_DOCKET_ERROR, priv->read_only_code, priv->read_only_reason);
  else
    return FALSE;
  return TRUE;
}

YsAppend *
ys_docket_begin (YsDocket *self, const char *command, gboolean imported, GError **error)
{
  YsDocketPrivate *priv;
  YsAppend *append;

  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), NULL);
  g_return_val_if_fail (command == NULL || g_uuid_string_is_valid (command), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  priv = ys_docket_get_private (self);
  g_return_val_if_fail (priv->append == NULL, NULL);

  if (refuse_writing (priv, error))
    return NULL;

  append = g_new0 (YsAppend, 1);
  append->docket = g_object_ref (self);
  append->command = command != NULL ? g_strdup (command) : g_uuid_string_random ();
  append->imported = imported;
  if (!YS_DOCKET_GET_CLASS (self)->append_begin (self, append, error))
    {
      free_append (append);
      return NULL;
    }
  priv->append = append;
  /* Under the lock: where locks or the store itself lie, the pin notices before we build on it. */
  if (!append->done && !ys_witness_compare (self, append->position, append->digest, error))
    {
      ys_append_abandon (append);
      return NULL;
    }
  return append;
}

gboolean
ys_append_add (YsAppend *self,
               const char *stream,
               gint64 expected_seq,
               const char *kind,
               const char *on,
               const char *actor,
               const char *body,
               gint64 *seq,
               GError **error)
{
  gint64 ignored;

  g_return_val_if_fail (self != NULL && ON_OWN_THREAD (self->docket), FALSE);
  g_return_val_if_fail (stream != NULL && *stream != '\0' && g_utf8_validate (stream, -1, NULL),
                        FALSE);
  g_return_val_if_fail (expected_seq >= YS_SEQ_ANY, FALSE);
  g_return_val_if_fail (kind != NULL && *kind != '\0' && g_utf8_validate (kind, -1, NULL), FALSE);
  g_return_val_if_fail (on != NULL && g_utf8_validate (on, -1, NULL), FALSE);
  g_return_val_if_fail (actor == NULL || g_utf8_validate (actor, -1, NULL), FALSE);
  g_return_val_if_fail (body != NULL && *body == '{' && g_utf8_validate (body, -1, NULL), FALSE);
  g_return_val_if_fail (!self->failed, FALSE);

  self->parts++;
  if (YS_DOCKET_GET_CLASS (self->docket)
        ->append_add (self->docket, self, stream, expected_seq, kind, on, actor, body,
                      seq != NULL ? seq : &ignored, error))
    return TRUE;
  self->failed = TRUE;
  return FALSE;
}

gboolean
ys_append_was_done (YsAppend *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->done;
}

void
ys_append_set_signer (YsAppend *self, const YsSigner *signer)
{
  g_return_if_fail (self != NULL && ON_OWN_THREAD (self->docket));

  self->signer = signer;
}

gboolean
ys_append_erase_body (YsAppend *self, gint64 position, GError **error)
{
  g_return_val_if_fail (self != NULL && ON_OWN_THREAD (self->docket), FALSE);
  g_return_val_if_fail (position > 0, FALSE);
  g_return_val_if_fail (self->parts > 0 && !self->failed, FALSE);

  /* Carried out before: what it erased then is erased. */
  if (self->done
      || YS_DOCKET_GET_CLASS (self->docket)
           ->append_erase_body (self->docket, self, position, error))
    return TRUE;
  self->failed = TRUE;
  return FALSE;
}

gboolean
ys_append_commit (YsAppend *self, GError **error)
{
  gboolean kept;

  g_return_val_if_fail (self != NULL && ON_OWN_THREAD (self->docket), FALSE);
  if (self->failed)
    {
      g_critical ("An append that was refused an entry can only be abandoned");
      ys_append_abandon (self);
      return FALSE;
    }
  if (self->done || self->parts == 0)
    {
      ys_append_abandon (self);
      return TRUE;
    }

  kept = YS_DOCKET_GET_CLASS (self->docket)->append_commit (self->docket, self, error);
  if (kept)
    ys_witness_advance (self->docket, self->position, self->digest);
  free_append (self);
  return kept;
}

void
ys_append_abandon (YsAppend *self)
{
  g_return_if_fail (self != NULL && ON_OWN_THREAD (self->docket));

  if (!self->done)
    YS_DOCKET_GET_CLASS (self->docket)->append_abandon (self->docket, self);
  free_append (self);
}

gboolean
ys_docket_read_after (
  YsDocket *self, gint64 position, YsEntryFunc func, gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  g_return_val_if_fail (position >= 0 && func != NULL, FALSE);

  return YS_DOCKET_GET_CLASS (self)->read_after (self, position, func, user_data, error);
}

gboolean
ys_docket_read_stream (
  YsDocket *self, const char *stream, YsEntryFunc func, gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  g_return_val_if_fail (stream != NULL && func != NULL, FALSE);

  return YS_DOCKET_GET_CLASS (self)->read_stream (self, stream, func, user_data, error);
}

gboolean
ys_docket_read_streams (
  YsDocket *self, const char *prefix, YsEntryFunc func, gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  g_return_val_if_fail (prefix != NULL && func != NULL, FALSE);

  return YS_DOCKET_GET_CLASS (self)->read_streams (self, prefix, func, user_data, error);
}

gboolean
ys_docket_get_position (YsDocket *self, gint64 *position, char **digest, GError **error)
{
  YsDocketPrivate *priv;
  g_autofree char *found = NULL;
  gint64 head;

  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  priv = ys_docket_get_private (self);

  if (!YS_DOCKET_GET_CLASS (self)->get_position (self, &head, &found, error))
    return FALSE;
  /* What an unfinished append of our own shows may yet be abandoned: no witness of that. */
  if (priv->append == NULL && priv->distrust_reason == NULL
      && !ys_witness_compare (self, head, found, error))
    return FALSE;
  if (position != NULL)
    *position = head;
  if (digest != NULL)
    *digest = g_steal_pointer (&found);
  return TRUE;
}

gboolean
ys_docket_get_seq (YsDocket *self, const char *stream, gint64 *seq, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  g_return_val_if_fail (stream != NULL && seq != NULL, FALSE);

  return YS_DOCKET_GET_CLASS (self)->get_seq (self, stream, seq, error);
}

gboolean
ys_docket_find_last_stream (YsDocket *self, const char *prefix, char **stream, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  g_return_val_if_fail (prefix != NULL && g_utf8_validate (prefix, -1, NULL), FALSE);
  g_return_val_if_fail (stream != NULL, FALSE);

  return YS_DOCKET_GET_CLASS (self)->find_last_stream (self, prefix, stream, error);
}

gboolean
ys_docket_find_command (YsDocket *self, const char *command, gint64 *position, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  g_return_val_if_fail (command != NULL && position != NULL, FALSE);

  return YS_DOCKET_GET_CLASS (self)->find_command (self, command, position, error);
}

gboolean
ys_docket_has_changed (YsDocket *self, gboolean *changed, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  g_return_val_if_fail (changed != NULL, FALSE);

  return YS_DOCKET_GET_CLASS (self)->has_changed (self, changed, error);
}

GArray *
ys_docket_list_erased (YsDocket *self, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), NULL);

  return YS_DOCKET_GET_CLASS (self)->list_erased (self, error);
}

static char *
put_file (YsDocket *self, YsSuite suite, GInputStream *stream, GCancellable *cancellable,
          GError **error)
{
  if (refuse_writing (ys_docket_get_private (self), error))
    return NULL;
  return YS_DOCKET_GET_CLASS (self)->put_file (self, suite, stream, cancellable, error);
}

char *
ys_docket_put_file (YsDocket *self, GInputStream *stream, GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  return put_file (self, ys_docket_get_suite (self), stream, cancellable, error);
}

char *
ys_docket_put_file_as (YsDocket *self, GInputStream *stream, const char *like,
                       GCancellable *cancellable, GError **error)
{
  const char *hex;
  YsSuite suite;

  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (ys_digest_parse (like, &suite, &hex), NULL);

  return put_file (self, suite, stream, cancellable, error);
}

GInputStream *
ys_docket_get_file (YsDocket *self, const char *digest, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), NULL);
  g_return_val_if_fail (digest != NULL, NULL);

  return YS_DOCKET_GET_CLASS (self)->get_file (self, digest, error);
}

gboolean
ys_docket_has_file (YsDocket *self, const char *digest)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  g_return_val_if_fail (digest != NULL, FALSE);

  return YS_DOCKET_GET_CLASS (self)->has_file (self, digest);
}

gboolean
ys_docket_erase_file (YsDocket *self, const char *digest, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  g_return_val_if_fail (digest != NULL, FALSE);

  if (refuse_writing (ys_docket_get_private (self), error))
    return FALSE;
  return YS_DOCKET_GET_CLASS (self)->erase_file (self, digest, error);
}

YsVerdict *
ys_docket_verify (YsDocket *self, YsProgressFunc progress, gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), NULL);

  return YS_DOCKET_GET_CLASS (self)->verify (self, progress, user_data, error);
}

gboolean
ys_docket_backup (
  YsDocket *self, const char *to, YsProgressFunc progress, gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self) && ON_OWN_THREAD (self), FALSE);
  g_return_val_if_fail (to != NULL && *to != '\0', FALSE);

  return YS_DOCKET_GET_CLASS (self)->backup (self, to, progress, user_data, error);
}
