/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's key: where it lies, how it comes there, when it is open. */
#include "office/keys.h"

#include "docket/chain.h"
#include "docket/key-file.h"
#include "office/audit.h"
#include "office/record.h"
#include "office/staff.h"
#include "wording/i18n.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <string.h>

struct _YsNewKey
{
  YsSigner *signer;
  char *place; /* where it will lie */
  char *aside; /* where it lies wrapped until then; NULL once it is kept */
};

/* One folder a docket, in the person's own profile: never beside the docket. */
static char *
find_place (YsSession *session, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".key", NULL);

  return g_build_filename (g_get_user_data_dir (), "yishen", "keys",
                           ys_session_get_docket_id (session), name, NULL);
}

/* Where a key lies until it is recorded. */
static char *
name_new (const char *place)
{
  return g_strconcat (place, ".new", NULL);
}

static gboolean
make_folder (const char *place, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (place);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
               _("The folder for keys, %1$s, cannot be made: %2$s."), folder, g_strerror (errno));
  return FALSE;
}

static gboolean
is_long_enough (const char *passphrase, GError **error)
{
  if (g_utf8_strlen (passphrase, -1) >= YS_PASSPHRASE_LEAST)
    return TRUE;
  g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
               ngettext ("The passphrase is too short. Take at least %d character.",
                         "The passphrase is too short. Take at least %d characters.",
                         YS_PASSPHRASE_LEAST),
               YS_PASSPHRASE_LEAST);
  return FALSE;
}

/* --- where a person's keys lie ----------------------------------------------------------------- */

/* An old key may still be asked for, so its file is never overwritten. */
static char *
name_aside (const char *place, int i)
{
  return g_strdup_printf ("%s.%d", place, i);
}

static gboolean
put_aside (const char *place)
{
  for (int i = 1;; i++)
    {
      g_autofree char *aside = name_aside (place, i);

      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        return g_rename (place, aside) == 0 || errno == ENOENT;
    }
}

static void
put_in_place (const char *aside, const char *place)
{
  if (!put_aside (place) || g_rename (aside, place) != 0)
    g_debug ("%s stays: %s", aside, g_strerror (errno));
}

static gboolean
is_named (const char *id)
{
  return id != NULL && *id != '\0' && strpbrk (id, "/.") == NULL;
}

/* Files of this person's keys that the docket names, the one in force before the one asked for; else
 * the one in the place of the key. */
static GPtrArray *
find_files (YsSession *session, const char *id)
{
  const YsPerson *person = ys_staff_find (ys_session_get_staff (session), id);
  g_autofree char *place = find_place (session, id);
  g_autofree char *fresh = name_new (place);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *wanted[] = { person != NULL ? person->key : NULL,
                           person != NULL ? person->requested_key : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    for (int k = -1; wanted[i] != NULL; k++)
      {
        g_autofree char *file = k < 0 ? g_strdup (place)
                                : k == 0 ? g_strdup (fresh) : name_aside (place, k);
        g_autofree char *key = ys_key_file_read_public_key (file, NULL);

        if (g_strcmp0 (key, wanted[i]) == 0)
          {
            g_ptr_array_add (files, g_steal_pointer (&file));
            break;
          }
        if (k > 0 && !g_file_test (file, G_FILE_TEST_EXISTS))
          break;
      }
  if (files->len == 0)
    g_ptr_array_add (files, g_steal_pointer (&place));
  return files;
}

/* What a new key left behind that was recorded and not put in its place. */
static void
finish_new_key (YsSession *session, const char *id)
{
  const YsPerson *person = ys_staff_find (ys_session_get_staff (session), id);
  g_autofree char *place = find_place (session, id);
  g_autofree char *fresh = name_new (place);
  g_autofree char *key = person != NULL ? ys_key_file_read_public_key (fresh, NULL) : NULL;

  if (key != NULL
      && (g_strcmp0 (key, person->key) == 0 || g_strcmp0 (key, person->requested_key) == 0))
    put_in_place (fresh, place);
}

/* --- a new one ------------------------------------------------------------------------------- */

YsNewKey *
ys_new_key_make (YsSession *session, const char *id, const char *passphrase, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL && passphrase != NULL, NULL);

  g_autoptr (YsNewKey) self = g_new0 (YsNewKey, 1);

  if (!is_named (id))
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
                   _("“%s” cannot be the short name of a person. Use letters, digits, “-” and “_”."),
                   id);
      return NULL;
    }
  if (!is_long_enough (passphrase, error))
    return NULL;
  self->place = find_place (session, id);
  self->signer = ys_signer_new (ys_docket_get_suite (ys_session_get_docket (session)), error);
  if (self->signer == NULL || !make_folder (self->place, error))
    return NULL;
  finish_new_key (session, id);
  self->aside = name_new (self->place);
  if (!ys_key_file_save (self->aside, self->signer, passphrase, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ys_new_key_free (YsNewKey *self)
{
  if (self == NULL)
    return;
  if (self->aside != NULL)
    g_unlink (self->aside);
  g_clear_pointer (&self->signer, ys_signer_free);
  g_free (self->place);
  g_free (self->aside);
  g_free (self);
}

cJSON *
ys_new_key_get_body (const YsNewKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ys_body_new ("suite", ys_signer_get_suite (self->signer) == YS_SUITE_GM ? "gm" : "intl",
                      "public_key", ys_signer_get_public_key (self->signer), NULL);
}

void
ys_new_key_keep (YsNewKey *self, YsSession *session)
{
  g_return_if_fail (self != NULL && self->aside != NULL && YS_IS_SESSION (session));

  put_in_place (self->aside, self->place);
  g_clear_pointer (&self->aside, g_free);
  ys_session_take_signer (session, g_steal_pointer (&self->signer));
}

/* --- what a person does ---------------------------------------------------------------------- */

static gboolean
record_key (YsSession *session, const char *id, YsDay on, cJSON *body, GError **error)
{
  g_autofree char *stream = g_strconcat ("staff/", id, NULL);

  return ys_session_record_other (session, stream, YS_SEQ_ANY, YS_KIND_STAFF_KEY_SET, on, body,
                                  error);
}

gboolean
ys_office_make_key (YsSession *session, YsDay on, const char *passphrase, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && passphrase != NULL, FALSE);

  const char *id = ys_session_get_actor (session);
  g_autoptr (YsNewKey) key = NULL;

  /* Whoever was enrolled a moment ago is known. */
  if (!ys_audit_catch_up (session, error))
    return FALSE;
  if (ys_staff_find (ys_session_get_staff (session), id) == NULL)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                   _("“%s” is not enrolled in this docket. A system administrator enrols people."),
                   id != NULL ? id : "");
      return FALSE;
    }
  key = ys_new_key_make (session, id, passphrase, error);
  if (key == NULL || !record_key (session, id, on, ys_new_key_get_body (key), error))
    return FALSE;
  ys_new_key_keep (key, session);
  return TRUE;
}

gboolean
ys_office_confirm_key (YsSession *session, YsDay on, const char *id, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, FALSE);

  const YsPerson *person;
  YsSuite suite;

  if (!ys_audit_catch_up (session, error))
    return FALSE;
  person = ys_staff_find (ys_session_get_staff (session), id);
  if (person == NULL || person->requested_key == NULL)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                   _("“%s” has asked for no key. Have a key made at that person’s own desk first."),
                   id);
      return FALSE;
    }
  if (!ys_public_key_parse (person->requested_key, &suite))
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                   _("What “%s” has asked for is no key. Have it made anew."), id);
      return FALSE;
    }
  return record_key (session, id, on,
                     ys_body_new ("suite", suite == YS_SUITE_GM ? "gm" : "intl", "public_key",
                                  person->requested_key, NULL),
                     error);
}

/* Groups of two bytes. */
#define FINGERPRINT_GROUPS 4

char *
ys_office_make_fingerprint (const char *public_key)
{
  g_return_val_if_fail (public_key != NULL, NULL);

  YsSuite suite;
  g_autoptr (YsHash) hash = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  char digest[YS_DIGEST_SIZE];
  const char *hex;

  if (!ys_public_key_parse (public_key, &suite))
    return NULL;
  hash = ys_hash_new (suite, NULL);
  if (hash == NULL)
    return NULL;
  ys_hash_add (hash, public_key, strlen (public_key));
  ys_hash_finish (hash, digest);
  if (!ys_digest_parse (digest, &suite, &hex))
    return NULL;
  for (guint i = 0; i < FINGERPRINT_GROUPS; i++)
    g_string_append_printf (text, "%s%.4s", i > 0 ? " " : "", hex + 4 * i);
  return g_ascii_strup (text->str, -1);
}

/* Opens the first of the person's keys that @passphrase opens, and tells its file. */
static YsSigner *
load_key (YsSession *session, const char *passphrase, char **file, GError **error)
{
  const char *id = ys_session_get_actor (session);
  g_autoptr (GPtrArray) files = NULL;
  YsSigner *signer = NULL;

  if (!is_named (id))
    {
      g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
                           _("Nobody is named whose key it would be. Choose who you are first."));
      return NULL;
    }
  finish_new_key (session, id);
  files = find_files (session, id);
  for (guint i = 0; i < files->len && signer == NULL; i++)
    {
      g_clear_error (error);
      signer = ys_key_file_load (files->pdata[i], passphrase, error);
      if (signer != NULL && file != NULL)
        *file = g_strdup (files->pdata[i]);
    }
  return signer;
}

gboolean
ys_office_has_key (YsSession *session, const char *id)
{
  g_return_val_if_fail (YS_IS_SESSION (session), FALSE);

  g_autoptr (GPtrArray) files = is_named (id) ? find_files (session, id) : NULL;

  return files != NULL && g_file_test (files->pdata[0], G_FILE_TEST_IS_REGULAR);
}

gboolean
ys_office_open_key (YsSession *session, const char *passphrase, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && passphrase != NULL, FALSE);

  const char *id = ys_session_get_actor (session);
  g_autofree char *place = id != NULL ? find_place (session, id) : NULL;
  g_autoptr (GError) why = NULL;
  YsSigner *signer = load_key (session, passphrase, NULL, &why);

  if (place != NULL && g_error_matches (why, YS_KEY_ERROR, YS_KEY_ERROR_NONE_THERE))
    {
      g_set_error (error, why->domain, why->code,
                   _("There is no key at %s. Copy the file there from the computer on which you made "
                     "it; if it is lost, make a new key in the settings, under “Me and My Key”."),
                   place);
      return FALSE;
    }
  if (signer == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  ys_session_take_signer (session, signer);
  return TRUE;
}

void
ys_office_lock_key (YsSession *session)
{
  g_return_if_fail (YS_IS_SESSION (session));

  ys_session_take_signer (session, NULL);
}

gboolean
ys_office_is_key_open (YsSession *session)
{
  g_return_val_if_fail (YS_IS_SESSION (session), FALSE);

  return ys_session_get_signer (session) != NULL;
}

gboolean
ys_office_change_passphrase (YsSession *session, const char *old_passphrase,
                             const char *new_passphrase, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && old_passphrase != NULL, FALSE);
  g_return_val_if_fail (new_passphrase != NULL, FALSE);

  g_autofree char *file = NULL;
  g_autoptr (YsSigner) signer = NULL;

  if (!is_long_enough (new_passphrase, error))
    return FALSE;
  signer = load_key (session, old_passphrase, &file, error);
  return signer != NULL && ys_key_file_save (file, signer, new_passphrase, error);
}
