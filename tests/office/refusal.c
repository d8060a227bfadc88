/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs tables of refusals. */
#include "refusal.h"

#include <string.h>

void
assert_nothing_kept (Place *place, gint64 position, const YsImportReport *report)
{
  g_assert_cmpint (get_position (place->session), ==, position);
  g_assert_cmpuint (count_files (place), ==, 0);
  g_assert_cmpint (report->entries, ==, 0);
  g_assert_cmpint (report->cases, ==, 0);
  g_assert_cmpint (report->files, ==, 0);
}

static void
refuse (const Refusal *row)
{
  g_autoptr (Place) place = place_new (REFUSAL_TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const YsImportRemark *first;
  gboolean done;
  gint64 position;

  g_test_message ("%s", row->name);
  if (row->before != NULL)
    place_import (place, row->before);
  position = get_position (place->session);
  done = place_try_import (place, quoted (row->text), -1, &report, &error);

  assert_refused (done, &error);
  g_assert_cmpint (report->refusals, >=, 1);
  g_assert_cmpuint (report->refused->len, >=, 1);
  first = g_ptr_array_index (report->refused, 0);
  g_assert_cmpstr (first->id, ==, row->id);
  g_assert_cmpint (first->line, ==, row->line);
  g_assert_null (strchr (first->sentence, '%'));
  if (row->says != NULL && strstr (first->sentence, row->says) == NULL)
    g_error ("%s: “%s” does not say %s", row->name, first->sentence, row->says);
  assert_nothing_kept (place, position, report);
  assert_whole (place->session);
}

void
run_refusals (const Refusal *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    refuse (&rows[i]);
}

void
assert_every_id (
  const Refusal *rows, guint n_rows, YsFaultCode first, YsFaultCode last, YsFaultCode except)
{
  for (YsFaultCode code = first; code <= last; code++)
    {
      guint i = 0;

      while (i < n_rows && !g_str_equal (rows[i].id, ys_fault_get_id (code)))
        i++;
      if (i == n_rows && code != except)
        g_error ("no refusal by %s is tested", ys_fault_get_id (code));
    }
}
