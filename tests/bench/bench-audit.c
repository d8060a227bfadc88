/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What it costs that a docket knows its staff: opening it for the first time and again, a poll that
 * finds nothing, one that finds an entry, and an append, with 100,000 entries and 30 people. */
#include "office/place.h"

#include "office/keep.h"
#include "office/register.h"
#include "office/staff.h"

#define TODAY "2024-03-01"
#define CASES 20000
#define PEOPLE 30
#define ROUNDS 20

static double
lap (gint64 *since)
{
  gint64 now = g_get_monotonic_time ();
  double ms = (double) (now - *since) / 1000.0;

  *since = now;
  return ms;
}

static void
fill (Place *place)
{
  YsDocket *docket = ys_session_get_docket (place->session);
  const char *received = quoted ("{" REQUEST ("2024-02-08") "}");
  g_autoptr (GError) error = NULL;
  YsAppend *append = ys_docket_begin (docket, NULL, FALSE, &error);

  for (int i = 1; i <= CASES; i++)
    {
      g_autofree char *stream = g_strdup_printf ("case/2024-%04d", i);

      ys_append_add (append, stream, 0, "received", "2024-02-08", "o-1", received, NULL, &error);
      for (int k = 1; k < 5; k++)
        ys_append_add (append, stream, k, "noted", "2024-02-08", "o-1", "{\"text\":\"字\"}", NULL,
                       &error);
      g_assert_no_error (error);
    }
  ys_append_commit (append, &error);
  g_assert_no_error (error);
}

static void
measure (gboolean has_staff)
{
  g_autoptr (Place) place = NULL;
  g_autoptr (YsSession) desk = NULL;
  g_autoptr (GError) error = NULL;
  double append = 0, quiet = 0, news = 0;
  gint64 since;

  place = place_new (TODAY, YS_STAFF_APPROVAL_RECORDED);
  if (has_staff)
    ys_office_enrol_keeper (place->session, day (TODAY), "k-1", "管理员", NULL, &error);
  for (int i = 1; has_staff && i < PEOPLE; i++)
    {
      g_autofree char *id = g_strdup_printf ("o-%d", i);

      ys_office_enrol (place->session, day (TODAY), id, id, NULL, NULL, YS_ROLE_OFFICER, &error);
    }
  g_assert_no_error (error);
  fill (place);
  g_print ("%s\n", has_staff ? "with staff" : "open office");
  since = g_get_monotonic_time ();
  desk = place_open (place, TODAY);
  g_print ("open for the first time: %.0f ms\n", lap (&since));
  g_clear_object (&desk);
  since = g_get_monotonic_time ();
  desk = place_open (place, TODAY);
  g_print ("open again: %.1f ms\n", lap (&since));
  g_assert_null (ys_session_get_distrust_reason (desk));

  ys_session_set_actor (place->session, "o-1");
  for (int i = 0; i < ROUNDS; i++)
    {
      gboolean came;

      since = g_get_monotonic_time ();
      g_assert_true (ys_office_note (place->session, "2024-0001", day (TODAY), "字", &error));
      append += lap (&since);
      g_assert_true (ys_session_poll (desk, &came, &error) && came);
      news += lap (&since);
      g_assert_true (ys_session_poll (desk, &came, &error) && !came);
      quiet += lap (&since);
    }
  g_print ("append: %.1f ms, poll with an entry: %.2f ms, without: %.3f ms\n", append / ROUNDS,
           news / ROUNDS, quiet / ROUNDS);
  since = g_get_monotonic_time ();
  assert_whole (desk);
  g_print ("verify: %.0f ms\n", lap (&since));
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);
  measure (FALSE);
  measure (TRUE);
  place_end ();
  return 0;
}
