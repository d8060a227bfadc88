/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The registers' entries; what may be recorded is judged by the office. */
#include "desk/annual/table2-deed.h"

#include "office/publish.h"
#include "office/registers.h"

void
ys_table2_deed_free (gpointer data)
{
  YsTable2Deed *self = data;

  g_free (self->texts[0]);
  g_free (self->texts[1]);
  g_free (self);
}

static gboolean
issue (YsSession *session, const YsTable2Deed *deed, GError **error)
{
  g_autoptr (YsRegisters) registers = ys_office_read_registers (session, error);
  g_autofree char *id = NULL;

  if (registers == NULL)
    return FALSE;
  id = ys_registers_make_id (registers, ys_day_year (deed->on));
  return ys_office_issue_document (session, id, deed->on, deed->is_rule, deed->texts[0],
                                   deed->texts[1], error);
}

static gboolean
do_deed (YsSession *session, const YsTable2Deed *deed, GError **error)
{
  switch (deed->part)
    {
    case YS_PART_DECISIONS:
      return ys_office_count_decisions (session, deed->year, deed->on, deed->counts[0],
                                        deed->counts[1], deed->counts[2], deed->texts[0], error);
    case YS_PART_OPENING:
      return ys_office_count_opening (session, deed->on, deed->counts[0], deed->counts[1], error);
    case YS_PART_ISSUE:
      return issue (session, deed, error);
    default:
      return ys_office_repeal_document (session, deed->texts[0], deed->on, deed->texts[1], error);
    }
}

gpointer
ys_table2_deed_do (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  const YsTable2Deed *deed = input;

  return do_deed (session, deed, error) ? GINT_TO_POINTER (deed->part + 1) : NULL;
}
