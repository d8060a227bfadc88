/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Head and rows of the clock sheet; pages are print-sheet.c's business. */
#include "desk/case/clock-print.h"

#include "desk/case/sheet-lines.h"
#include "desk/case/words.h"
#include "desk/widgets/row-words.h"
#include "wording/i18n.h"

/* Days, effect, reason, article, total. */
static const double shares[] = { 0.26, 0.10, 0.31, 0.26, 0.07 };

void
ys_clock_print_add_lines (YsPrintSheet *sheet, const YsClock *clock, const YsCalendar *calendar)
{
  g_return_if_fail (sheet != NULL && clock != NULL && calendar != NULL);

  g_autoptr (GPtrArray) lines = ys_sheet_list_lines (clock, calendar);
  const char *const heads[] = { _("Days"), _("Effect"), _("Reason"), _("Article"), _("Total"), NULL };

  ys_print_sheet_add_row (sheet, heads, shares, TRUE);
  for (guint i = 0; i < lines->len; i++)
    {
      const YsSheetLine *line = g_ptr_array_index (lines, i);
      const char *const cells[] = { line->days,    ys_effect_name (line->effect), line->sentence,
                                    line->article, line->total,                   NULL };

      ys_print_sheet_add_row (sheet, cells, shares, FALSE);
    }
}

GtkPrintOperation *
ys_clock_print_new (const YsCaseView *view, const YsCalendar *calendar, const char *agency)
{
  g_return_val_if_fail (view != NULL && view->clock != NULL && calendar != NULL, NULL);

  g_autofree char *today = ys_day_with_weekday (view->on);
  g_autofree char *number = ys_words_number (view->casefile->id);
  g_autofree char *title = g_strdup_printf (_("Clock sheet of case %s"), number);
  g_autofree char *due = ys_due_sentence (view);
  g_autofree char *foot = agency != NULL ? g_strdup_printf ("%s · %s", agency, today)
                                         : g_strdup (today);
  g_autoptr (YsPrintSheet) sheet = ys_print_sheet_new (title, view->casefile->title, due, foot);

  ys_clock_print_add_lines (sheet, view->clock, calendar);
  return ys_print_sheet_make_operation (g_steal_pointer (&sheet), title);
}
