/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's key: where it lies, how it comes there, when it is open. */
#include "office/keys.h"

#include "docket/chain.h"
#include "docket/key-file.h"
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

/* --- a new one ------------------------------------------------------------------------------- */

YsNewKey *
ys_new_key_make (YsSession *session, const char *id, const char *passphrase, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL && passphrase != NULL, NULL);

  g_autoptr (YsNewKey) self = g_new0 (YsNewKey, 1);

  if (strpbrk (id, "/.") != NULL || *id == '\0')
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
  self->aside = g_strconcat (self->place, ".new", NULL);
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

/* An old key may still be asked for, so its file is never overwritten. */
static gboolean
put_aside (const char *place, GError **error)
{
  g_autofree char *aside = NULL;

  for (int i = 1; aside == NULL || g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.%d", place, i);
    }
  if (g_rename (place, aside) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
               _("The old key file %1$s cannot be kept aside: %2$s."), place, g_strerror (errno));
  return FALSE;
}

gboolean
ys_new_key_keep (YsNewKey *self, YsSession *session, GError **error)
{
  g_return_val_if_fail (self != NULL && self->aside != NULL, FALSE);

  if (!put_aside (self->place, error))
    return FALSE;
  if (g_rename (self->aside, self->place) != 0)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
                   _("The new key cannot be put in its place: rename %1$s to %2$s yourself (%3$s)."),
                   self->aside, self->place, g_strerror (errno));
      g_clear_pointer (&self->aside, g_free);
      return FALSE;
    }
  g_clear_pointer (&self->aside, g_free);
  ys_session_take_signer (session, g_steal_pointer (&self->signer));
  return TRUE;
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

  if (ys_staff_find (ys_session_get_staff (session), id) == NULL)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                   _("“%s” is not enrolled in this docket. A system administrator enrols people."),
                   id != NULL ? id : "");
      return FALSE;
    }
  key = ys_new_key_make (session, id, passphrase, error);
  return key != NULL && record_key (session, id, on, ys_new_key_get_body (key), error)
         && ys_new_key_keep (key, session, error);
}

gboolean
ys_office_confirm_key (YsSession *session, YsDay on, const char *id, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, FALSE);

  const YsPerson *person = ys_staff_find (ys_session_get_staff (session), id);
  YsSuite suite;

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

gboolean
ys_office_has_key (YsSession *session, const char *id)
{
  g_return_val_if_fail (YS_IS_SESSION (session), FALSE);

  g_autofree char *place = id != NULL ? find_place (session, id) : NULL;

  return place != NULL && g_file_test (place, G_FILE_TEST_IS_REGULAR);
}

gboolean
ys_office_open_key (YsSession *session, const char *passphrase, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && passphrase != NULL, FALSE);

  const char *id = ys_session_get_actor (session);
  g_autofree char *place = find_place (session, id != NULL ? id : "");
  g_autoptr (GError) why = NULL;
  YsSigner *signer = ys_key_file_load (place, passphrase, &why);

  if (g_error_matches (why, YS_KEY_ERROR, YS_KEY_ERROR_NONE_THERE))
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

  const char *id = ys_session_get_actor (session);
  g_autofree char *place = find_place (session, id != NULL ? id : "");
  g_autoptr (YsSigner) signer = NULL;

  if (!is_long_enough (new_passphrase, error))
    return FALSE;
  signer = ys_key_file_load (place, old_passphrase, error);
  return signer != NULL && ys_key_file_save (place, signer, new_passphrase, error);
}
