/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * staff: who belongs to the office, with roles and keys. */
#include "cli/verb.h"

#include "cli/json.h"
#include "wording/explain.h"
#include "wording/i18n.h"

/* "in-force", "requested", "none". A key in force may have another one asked for beside it. */
static const char *
get_key_state (const YsPerson *person)
{
  if (person->requested_key != NULL)
    return "requested";
  return person->key != NULL ? "in-force" : "none";
}

/* --- lines ----------------------------------------------------------------------------------- */

static char *
list_roles (const YsPerson *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint role = YS_ROLE_OFFICER; role <= YS_ROLE_KEEPER; role <<= 1)
    if ((person->roles & role) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              ys_name_role (ys_role_get_id ((YsRole) role)));
  if (person->left)
    g_string_append (text, _("has left"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
name_key_state (const YsPerson *person)
{
  if (person->requested_key != NULL)
    return person->key != NULL ? _("another key asked for") : _("key asked for, not confirmed");
  return person->key != NULL ? _("key in force") : _("no key");
}

static void
print_person (const YsPerson *person)
{
  g_autofree char *roles = list_roles (person);

  ys_cli_print ("%s  %s  %s  %s\n", person->id, person->name, *roles != '\0' ? roles : "—",
                name_key_state (person));
  if (person->deputy != NULL)
    {
      char from[YS_DAY_TEXT];
      char until[YS_DAY_TEXT];

      /* Translators: under a person: who stands in, from one day until another. */
      ys_cli_print (_("    deputy: %1$s, %2$s to %3$s\n"), person->deputy,
                    ys_day_format (person->deputy_from, from),
                    ys_day_format (person->deputy_until, until));
    }
}

/* --- JSON ------------------------------------------------------------------------------------ */

static cJSON *
make_person (const YsPerson *person)
{
  cJSON *json = cJSON_CreateObject ();
  cJSON *roles;

  ys_json_add_text (json, "id", person->id);
  ys_json_add_text (json, "name", person->name);
  ys_json_add_text (json, "unit", person->unit);
  ys_json_add_text (json, "title", person->title);
  roles = cJSON_AddArrayToObject (json, "roles");
  for (guint role = YS_ROLE_OFFICER; role <= YS_ROLE_KEEPER; role <<= 1)
    if ((person->roles & role) != 0)
      cJSON_AddItemToArray (roles, cJSON_CreateString (ys_role_get_id ((YsRole) role)));
  cJSON_AddBoolToObject (json, "left", person->left);
  ys_json_add_day (json, "joined_on", person->joined_on);
  ys_json_add_day (json, "left_on", person->left_on);
  ys_json_add_text (json, "key_state", get_key_state (person));
  ys_json_add_text (json, "key", person->key);
  ys_json_add_text (json, "requested_key", person->requested_key);
  ys_json_add_text (json, "deputy", person->deputy);
  ys_json_add_day (json, "deputy_from", person->deputy_from);
  ys_json_add_day (json, "deputy_until", person->deputy_until);
  return json;
}

static void
print_json (const YsStaff *staff)
{
  const GPtrArray *persons = ys_staff_get_persons (staff);
  cJSON *json = cJSON_CreateObject ();
  cJSON *list;

  cJSON_AddBoolToObject (json, "open", ys_staff_is_open (staff));
  ys_json_add_text (json, "approval", ys_approval_get_id (ys_staff_get_approval (staff)));
  cJSON_AddBoolToObject (json, "own_drafts", ys_staff_allows_own_drafts (staff));
  list = cJSON_AddArrayToObject (json, "chain");
  for (const char *const *step = ys_staff_get_chain (staff); *step != NULL; step++)
    cJSON_AddItemToArray (list, cJSON_CreateString (*step));
  list = cJSON_AddArrayToObject (json, "persons");
  for (guint i = 0; i < persons->len; i++)
    cJSON_AddItemToArray (list, make_person (g_ptr_array_index (persons, i)));
  ys_json_print (json);
}

/* --- the verb -------------------------------------------------------------------------------- */

int
ys_verb_staff (YsCli *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As JSON"), NULL },
    { NULL },
  };
  int code;
  g_autoptr (YsSession) session = ys_cli_begin (cli, entries, "", 0, 0, &argc, &argv, &code);
  const YsStaff *staff;
  const GPtrArray *persons;

  if (session == NULL)
    return code;
  staff = ys_session_get_staff (session);
  if (json)
    {
      print_json (staff);
      return ys_cli_finish ();
    }
  if (ys_staff_is_open (staff))
    ys_cli_print (_("An open docket, without a system administrator: whoever can write to the folder "
                    "may do everything.\n"));
  persons = ys_staff_get_persons (staff);
  for (guint i = 0; i < persons->len; i++)
    print_person (g_ptr_array_index (persons, i));
  return ys_cli_finish ();
}
