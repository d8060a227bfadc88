/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs tables of acts. */
#include "act.h"

#include <string.h>

static void
run_act (const ActRow *row, YsStaffApproval approval)
{
  g_autoptr (Place) place = place_new (ACT_TODAY, approval);
  g_autoptr (GError) error = NULL;
  g_autofree char *added = NULL;
  gint64 position;
  gboolean done;

  g_test_message ("%s%s", row->name, row->wanted != NULL ? "" : " (refused)");
  place_import (place, row->before);
  position = get_position (place->session);
  done = row->act (place->session, &error);
  added = tell_after (place->session, position);
  if (row->wanted != NULL)
    {
      assert_done (done, &error);
      g_assert_cmpstr (added, ==, quoted (row->wanted));
    }
  else
    {
      assert_refused (done, &error);
      g_assert_cmpstr (added, ==, "");
      if (row->says != NULL && strstr (error->message, row->says) == NULL)
        g_error ("%s: “%s” does not say %s", row->name, error->message, row->says);
    }
  assert_whole (place->session);
}

void
run_acts (const ActRow *rows, guint n_rows, YsStaffApproval approval)
{
  for (guint i = 0; i < n_rows; i++)
    run_act (&rows[i], approval);
}
