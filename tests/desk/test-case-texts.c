/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests what the case page says, without widgets: masks, amounts, words, the values of fields and
 * the families of entries. */
#include "deed-case.h"
#include "desk-docket.h"
#include "desk/case/applicant-mask.h"
#include "desk/case/entry-family.h"
#include "desk/case/words.h"
#include "wording/field.h"

static void
test_masks (void)
{
  static const struct
  {
    const char *number;
    int first, last;
    const char *masked;
  } cases[] = {
    { "321302199001010027", 4, 4, "3213**********0027" },
    { "13912346621", 3, 4, "139****6621" },
    { "云州市城南区文昌路88号", 5, 0, "云州市城南*******" },
    { "1234567", 3, 4, "1******" }, /* nothing would be hidden */
    { "", 3, 4, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked
        = ys_mask_number (cases[i].number, cases[i].first, cases[i].last);
      g_assert_cmpstr (masked, ==, cases[i].masked);
    }

  g_autofree char *email = ys_mask_email ("lixf@example.com");
  g_autofree char *odd = ys_mask_email ("@example.com");
  g_assert_cmpstr (email, ==, "l***@example.com");
  g_assert_cmpstr (odd, ==, "@***********");
}

static void
test_yuan (void)
{
  static const struct
  {
    const char *text;
    gint64 fen;
  } cases[] = {
    { "130", 13000 }, { "130.5", 13050 }, { "130.05", 13005 }, { "0", 0 },
    { "", -1 },       { ".5", -1 },       { "1.234", -1 },     { "1.2.3", -1 },
    { "-5", -1 },     { "12元", -1 },     { "999999999999999", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ys_yuan_parse (cases[i].text), ==, cases[i].fen);

  g_autofree char *text = ys_yuan_format (13005);
  g_assert_cmpstr (text, ==, "130.05");
}

static void
test_words (void)
{
  /* A word that the table does not know is shown as it stands. */
  g_assert_cmpstr (ys_word_name ("role", "reply"), ==, "reply");
  g_assert_cmpstr (ys_word_name ("role", "strange"), ==, "strange");
  g_assert_null (ys_word_name ("role", NULL));
  g_assert_null (ys_words_get ("no such group"));
  for (guint i = 0; i < ys_ground_count (); i++)
    g_assert_nonnull (ys_ground_describe (ys_ground_get_id (i)));

  g_autofree char *same = ys_day_short (DAY ("2026-12-09"), TODAY);
  g_autofree char *other = ys_day_short (DAY ("2027-01-05"), TODAY);
  g_assert_cmpstr (same, ==, "12-09");
  g_assert_cmpstr (other, ==, "2027-01-05");
}

static void
test_fields (DeedCase *self, gconstpointer data)
{
  const YsViewEntry *entry = ys_case_view_get_entry (self->view, 1);
  static const char *const rows[][3] = {
    { "on", "2026-11-16", "2026-11-16" },
    { "applicant.name", "李晓芳", "李晓芳" },
    { "applicant.phone", "", "—" },
    { "applicant.class", "person", "自然人" },
    { "request.form", "paper", "on paper" },
    { "channel", "in-person", "in person" },
  };
  g_autofree char *joint = ys_field_name ("joint.1.name");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsEventField) field = ys_event_find_field (entry->event, rows[i][0]);
      g_autofree char *text = ys_event_get_text (entry->event, rows[i][0]);
      g_autofree char *said = ys_field_describe (field, entry->event->kind, text);
      g_autofree char *name = ys_field_name (rows[i][0]);

      g_assert_cmpstr (text, ==, rows[i][1]);
      g_assert_cmpstr (said, ==, rows[i][2]);
      g_assert_nonnull (name);
    }
  g_assert_cmpstr (joint, ==, "joint applicant 2: name");
}

static void
test_families (void)
{
  guint n_in_none = 0;

  for (int kind = YS_KIND_ARRIVED; kind <= YS_KIND_NOTED; kind++)
    {
      gboolean found = FALSE;

      g_assert_true (ys_entry_family_has (YS_FAMILY_ALL, kind));
      for (int family = YS_FAMILY_ALL + 1; family < YS_N_FAMILIES; family++)
        found = found || ys_entry_family_has (family, kind);
      n_in_none += !found;
    }
  g_assert_cmpuint (n_in_none, ==, 0);
  g_assert_true (ys_entry_family_has (YS_FAMILY_PERIOD, YS_KIND_EXTENSION_GRANTED));
  g_assert_false (ys_entry_family_has (YS_FAMILY_PERIOD, YS_KIND_NOTED));
  g_assert_true (ys_entry_family_has (YS_FAMILY_DELIVERY, YS_KIND_DELIVERED));
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("yishen-case-texts-XXXXXX", NULL);
  int code;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-texts/masks", test_masks);
  g_test_add_func ("/case-texts/yuan", test_yuan);
  g_test_add_func ("/case-texts/words", test_words);
  g_test_add_func ("/case-texts/families", test_families);
#define ADD(name, func) \
  g_test_add ("/case-texts/" name, DeedCase, NULL, deed_case_set_up, func, deed_case_tear_down)
  ADD ("fields", test_fields);
  code = g_test_run ();
  desk_remove_tree (state);
  return code;
}
