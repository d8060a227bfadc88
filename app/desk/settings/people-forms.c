/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each form asks, and the act behind it. */
#include "desk/settings/people-forms.h"

#include "office/staff.h"
#include "wording/explain.h"
#include "wording/i18n.h"

/* --- words ------------------------------------------------------------------------------------ */

char *
ys_people_name_roles (const YsPerson *person)
{
  g_return_val_if_fail (person != NULL, NULL);

  g_autoptr (GString) text = g_string_new (NULL);

  for (guint role = YS_ROLE_OFFICER; role <= YS_ROLE_KEEPER; role <<= 1)
    if ((person->roles & role) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "",
                              ys_name_role (ys_role_get_id ((YsRole) role)));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_("no role"));
}

const char *
ys_people_name_key (const YsPerson *person)
{
  g_return_val_if_fail (person != NULL, NULL);

  if (person->requested_key != NULL)
    return person->key != NULL ? _("another key asked for") : _("key asked for, not confirmed");
  return person->key != NULL ? _("key in force") : _("no key");
}

char *
ys_people_name_deputy (const YsStaff *staff, const YsPerson *person)
{
  g_return_val_if_fail (staff != NULL && person != NULL, NULL);

  const YsPerson *deputy = ys_staff_find (staff, person->deputy);
  char from[YS_DAY_TEXT];
  char until[YS_DAY_TEXT];

  if (person->deputy == NULL)
    return NULL;
  /* Translators: who stands in for somebody, from one day until another. */
  return g_strdup_printf (_("%1$s from %2$s to %3$s"),
                          deputy != NULL ? deputy->name : person->deputy,
                          ys_day_format (person->deputy_from, from),
                          ys_day_format (person->deputy_until, until));
}

/* --- enrolment -------------------------------------------------------------------------------- */

static gpointer
enrol_keeper (YsSession *session, gpointer answers, GCancellable *cancellable, GError **error)
{
  ys_office_enrol_keeper (session, ys_session_get_today (session),
                          ys_entry_form_answer (answers, "id"),
                          ys_entry_form_answer (answers, "name"),
                          ys_entry_form_answer (answers, "passphrase"), error);
  return NULL;
}

static void
add_person (YsEntryForm *form, const char *id, const char *name)
{
  ys_entry_form_add_text (form, "id", _("Short name"), id, TRUE);
  ys_entry_form_add_text (form, "name", C_ ("person", "Name"), name, TRUE);
}

YsEntryForm *
ys_people_form_keeper (GtkWidget *from, YsContext *context)
{
  YsEntryForm *form
    = ys_entry_form_new (from, context, _("The First System Administrator"),
                         _("From then on only people of the staff may write into this docket, each as "
                           "their roles allow. This cannot be taken back; what was entered before "
                           "stays as it is. The short name is made of letters, digits, “-” and “_”."),
                         _("_Close the Docket…"), enrol_keeper);
  const char *actor = ys_context_get_actor (context);

  add_person (form, g_get_user_name (), actor);
  if (ys_context_signs (context))
    {
      ys_entry_form_add_secret (form, "passphrase", _("Passphrase for the new key"), NULL);
      ys_entry_form_add_secret (form, "again", _("The same once more"), "passphrase");
    }
  ys_entry_form_set_sure (form, _("The docket is closed for good: whoever is not enrolled can only "
                                  "read it. Enrol your colleagues right afterwards."));
  return form;
}

static gpointer
enrol (YsSession *session, gpointer answers, GCancellable *cancellable, GError **error)
{
  guint roles = 0;

  for (guint role = YS_ROLE_OFFICER; role <= YS_ROLE_KEEPER; role <<= 1)
    if (g_strcmp0 (ys_entry_form_answer (answers, ys_role_get_id ((YsRole) role)), "1") == 0)
      roles |= role;
  ys_office_enrol (session, ys_session_get_today (session), ys_entry_form_answer (answers, "id"),
                   ys_entry_form_answer (answers, "name"), ys_entry_form_answer (answers, "unit"),
                   ys_entry_form_answer (answers, "title"), roles, error);
  return NULL;
}

YsEntryForm *
ys_people_form_enrol (GtkWidget *from, YsContext *context)
{
  YsEntryForm *form
    = ys_entry_form_new (from, context, _("Enrol a Person"),
                         _("The short name is made of letters, digits, “-” and “_” and stays for good. Who has left "
                           "before may be enrolled again under the same one."),
                         _("_Enrol"), enrol);

  add_person (form, NULL, NULL);
  ys_entry_form_add_text (form, "unit", _("Unit"), NULL, FALSE);
  ys_entry_form_add_text (form, "title", _("Position"), NULL, FALSE);
  for (guint role = YS_ROLE_OFFICER; role <= YS_ROLE_KEEPER; role <<= 1)
    {
      const char *id = ys_role_get_id ((YsRole) role);

      ys_entry_form_add_switch (form, id, ys_name_role (id), NULL, role == YS_ROLE_OFFICER);
    }
  return form;
}

/* --- deputy and leave ------------------------------------------------------------------------- */

static gpointer
set_deputy (YsSession *session, gpointer answers, GCancellable *cancellable, GError **error)
{
  ys_office_set_deputy (session, ys_session_get_today (session),
                        ys_entry_form_answer (answers, "id"),
                        ys_entry_form_answer (answers, "deputy"),
                        ys_entry_form_answer_day (answers, "from"),
                        ys_entry_form_answer_day (answers, "until"), error);
  return NULL;
}

YsEntryForm *
ys_people_form_deputy (GtkWidget *from, YsContext *context, const YsPerson *person)
{
  g_return_val_if_fail (person != NULL, NULL);

  g_autofree char *title = g_strdup_printf (_("Deputy of %s"), person->name);
  YsEntryForm *form
    = ys_entry_form_new (from, context, title,
                         _("On these days, both included, the deputy approves and returns in place of "
                           "a head. A new deputy takes the place of the one before."),
                         _("_Record"), set_deputy);
  const GPtrArray *persons = ys_staff_get_persons (ys_context_get_staff (context));
  YsDay today = ys_context_get_today (context);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < persons->len; i++)
    {
      const YsPerson *other = g_ptr_array_index (persons, i);

      if (other->left || g_str_equal (other->id, person->id))
        continue;
      g_ptr_array_add (ids, other->id);
      g_ptr_array_add (names, other->name);
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  ys_entry_form_set (form, "id", person->id);
  ys_entry_form_add_choice (form, "deputy", _("Deputy"), (const char *const *) ids->pdata,
                            (const char *const *) names->pdata);
  ys_entry_form_add_day (form, "from", _("From"), today);
  ys_entry_form_add_day (form, "until", _("Until, included"), today);
  return form;
}

static gpointer
leave (YsSession *session, gpointer answers, GCancellable *cancellable, GError **error)
{
  ys_office_leave (session, ys_session_get_today (session), ys_entry_form_answer (answers, "id"),
                   ys_entry_form_answer (answers, "reason"), error);
  return NULL;
}

YsEntryForm *
ys_people_form_leave (GtkWidget *from, YsContext *context, const YsPerson *person)
{
  g_return_val_if_fail (person != NULL, NULL);

  g_autofree char *title = g_strdup_printf (_("%s Leaves"), person->name);
  YsEntryForm *form
    = ys_entry_form_new (from, context, title,
                         _("Roles and key end now. What this person recorded stays, and stays valid."),
                         _("_Record"), leave);

  ys_entry_form_set (form, "id", person->id);
  ys_entry_form_add_text (form, "reason", _("Reason"), NULL, FALSE);
  return form;
}

/* --- keys ------------------------------------------------------------------------------------- */

static gpointer
confirm_key (YsSession *session, gpointer answers, GCancellable *cancellable, GError **error)
{
  ys_office_confirm_key (session, ys_session_get_today (session),
                         ys_entry_form_answer (answers, "id"), error);
  return NULL;
}

YsEntryForm *
ys_people_form_confirm_key (GtkWidget *from, YsContext *context, const YsPerson *person)
{
  g_return_val_if_fail (person != NULL && person->requested_key != NULL, NULL);

  g_autofree char *title = g_strdup_printf (_("Key of %s"), person->name);
  g_autofree char *fingerprint = ys_office_make_fingerprint (person->requested_key);
  g_autofree char *hint
    = g_strdup_printf (_("%1$s asks for the key\n%2$s\nCompare this with what %1$s sees under “Me and "
                         "My Key”, beside each other or by telephone. Only if it is the same, confirm "
                         "it. A key in place of a lost one is confirmed by a system administrator and "
                         "by a head."),
                       person->name, fingerprint != NULL ? fingerprint : "—");
  YsEntryForm *form = ys_entry_form_new (from, context, title, hint, _("_Confirm"), confirm_key);

  ys_entry_form_set (form, "id", person->id);
  return form;
}
