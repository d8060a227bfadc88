/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the parts into one sheet; each part's texts are made where the page takes them from. */
#include "desk/case/case-print.h"

#include "desk/case/case-facts.h"
#include "desk/case/clock-print.h"
#include "desk/case/entry-sentence.h"
#include "desk/case/sheet-lines.h"
#include "desk/case/words.h"
#include "desk/widgets/row-words.h"
#include "wording/explain.h"
#include "wording/i18n.h"

static const double fact_shares[] = { 0.22, 0.78 };
/* Date, entry, what it says, by whom. */
static const double entry_shares[] = { 0.19, 0.17, 0.50, 0.14 };

static void
add_fact (YsPrintSheet *sheet, const char *name, const char *value)
{
  const char *const cells[] = { name, value, NULL };

  if (value != NULL && *value != '\0')
    ys_print_sheet_add_row (sheet, cells, fact_shares, FALSE);
}

static void
add_group (YsPrintSheet *sheet, const YsCaseView *view, YsFactsGroup group, gboolean revealed)
{
  g_autoptr (GPtrArray) facts = ys_case_facts_list (view, group, revealed);

  for (guint i = 0; i < facts->len; i++)
    {
      const YsCaseFact *fact = g_ptr_array_index (facts, i);

      add_fact (sheet, fact->name, fact->value);
    }
}

static void
add_facts (YsPrintSheet *sheet, const YsCaseView *view, gboolean revealed)
{
  const YsCasefile *casefile = view->casefile;

  ys_print_sheet_add_heading (sheet, _("Applicant"));
  add_group (sheet, view, YS_FACTS_APPLICANT, revealed);
  ys_print_sheet_add_heading (sheet, _("Request"));
  add_fact (sheet, _("Information asked for"), casefile->description);
  add_group (sheet, view, YS_FACTS_REQUEST, revealed);
  ys_print_sheet_add_heading (sheet, _("Receipt"));
  add_group (sheet, view, YS_FACTS_RECEIPT, revealed);
  add_fact (sheet, _("Handler"), casefile->handler);
}

static void
add_entry (YsPrintSheet *sheet, const YsCaseView *view, const YsViewEntry *entry)
{
  const YsEvent *event = entry->event;
  const char *actor = ys_case_view_name_actor (view, event->actor);
  g_autofree char *day = ys_day_with_weekday (event->on);
  g_autofree char *sentence = ys_entry_sentence (view, event);
  g_autofree char *name = entry->struck_by != 0
                            ? g_strdup_printf (_("%s (struck)"), ys_name_kind (event->kind))
                          : entry->is_amended
                            ? g_strdup_printf (_("%s (amended)"), ys_name_kind (event->kind))
                            : g_strdup (ys_name_kind (event->kind));
  const char *const cells[] = { day, name, sentence, actor != NULL ? actor : "",
                                NULL };

  ys_print_sheet_add_row (sheet, cells, entry_shares, FALSE);
}

static void
add_entries (YsPrintSheet *sheet, const YsCaseView *view)
{
  const char *const heads[]
    = { _("Date"), C_ ("entry", "Entry"), C_ ("entry", "Content"), C_ ("entry", "By"), NULL };

  ys_print_sheet_add_heading (sheet, _("What Happened"));
  ys_print_sheet_add_row (sheet, heads, entry_shares, TRUE);
  for (guint i = view->entries->len; i-- > 0;)
    add_entry (sheet, view, g_ptr_array_index (view->entries, i));
}

GtkPrintOperation *
ys_whole_case_print_new (const YsCaseView *view, const YsCalendar *calendar, const char *agency,
                         gboolean revealed)
{
  g_return_val_if_fail (view != NULL && calendar != NULL, NULL);

  g_autofree char *number = ys_words_number (view->casefile->id);
  g_autofree char *title = g_strdup_printf (_("Case %s"), number);
  g_autofree char *today = ys_day_with_weekday (view->on);
  g_autofree char *due = ys_due_sentence (view);
  g_autofree char *foot = agency != NULL ? g_strdup_printf ("%s · %s · %s", agency, number, today)
                                         : g_strdup_printf ("%s · %s", number, today);
  g_autoptr (YsPrintSheet) sheet = ys_print_sheet_new (title, view->casefile->title, due, foot);

  add_facts (sheet, view, revealed);
  if (view->clock != NULL && view->clock->steps->len > 0)
    {
      ys_print_sheet_add_heading (sheet, _("Clock Sheet"));
      ys_clock_print_add_lines (sheet, view->clock, calendar);
    }
  add_entries (sheet, view);
  return ys_print_sheet_make_operation (g_steal_pointer (&sheet), title);
}
