/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the flow sheet, oldest first; pages are print-sheet.c's business. */
#include "desk/case/flow-print.h"

#include "desk/case/sheet-lines.h"
#include "desk/case/words.h"
#include "desk/widgets/print-sheet.h"
#include "desk/widgets/row-words.h"
#include "rules/outcome.h"
#include "wording/explain.h"
#include "wording/i18n.h"

/* Day, step, by whom, opinion and digests. */
static const double shares[] = { 0.17, 0.17, 0.13, 0.53 };
#define N_CELLS 4

static void
append (GString *text, const char *part, const char *between)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
}

/* In full: it is compared with the files themselves. */
static void
append_files (GString *text, const YsEvent *event)
{
  for (int i = 0; i < ys_event_count_list (event, "files"); i++)
    {
      g_autofree char *path = g_strdup_printf ("files.%d", i);
      append (text, ys_event_get_string (event, path), "\n");
    }
}

static void
append_opinion (GString *text, const YsCaseView *view, const YsEvent *event)
{
  const YsViewEntry *asked = NULL;

  switch (event->kind)
    {
    case YS_KIND_DRAFTED:
      append (text, ys_name_outcome (ys_outcome_from_id (ys_event_get_string (event, "outcome"))),
              " · ");
      break;
    case YS_KIND_REVIEWED:
      append (text, ys_word_name ("verdict", ys_event_get_string (event, "opinion")), " · ");
      append (text, ys_event_get_string (event, "comment"), " · ");
      break;
    case YS_KIND_APPROVAL_ASKED:
      append (text, ys_word_name ("for", ys_event_get_string (event, "for")), " · ");
      break;
    default:
      asked = ys_case_view_get_entry (view, ys_event_get_int (event, "asked", 0));
      if (asked != NULL)
        append (text, ys_word_name ("for", ys_event_get_string (asked->event, "for")), " · ");
      append (text, ys_event_get_string (event, "reason"), " · ");
      break;
    }
  append_files (text, event);
}

static gboolean
is_in_flow (YsKind kind)
{
  return kind == YS_KIND_DRAFTED || kind == YS_KIND_REVIEWED || kind == YS_KIND_APPROVAL_ASKED
         || kind == YS_KIND_APPROVED || kind == YS_KIND_RETURNED;
}

static char *
name_step (const YsViewEntry *entry)
{
  const YsEvent *event = entry->event;
  const char *name = event->kind == YS_KIND_REVIEWED
                       ? ys_word_name ("as", ys_event_get_string (event, "as"))
                       : ys_name_kind (event->kind);

  return entry->struck_by != 0 ? g_strdup_printf (_("%s (struck)"), name) : g_strdup (name);
}

/* (transfer full) (element-type GStrv) */
static GPtrArray *
list_rows (const YsCaseView *view)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = view->entries->len; i-- > 0;)
    {
      const YsViewEntry *entry = g_ptr_array_index (view->entries, i);
      const char *by = ys_case_view_name_actor (view, entry->event->actor);
      GString *opinion = g_string_new (NULL);
      GStrv cells;

      if (!is_in_flow (entry->event->kind))
        {
          g_string_free (opinion, TRUE);
          continue;
        }
      append_opinion (opinion, view, entry->event);
      cells = g_new0 (char *, N_CELLS + 1);
      cells[0] = ys_day_with_weekday (entry->event->on);
      cells[1] = name_step (entry);
      cells[2] = g_strdup (by != NULL ? by : "");
      cells[3] = g_string_free (opinion, FALSE);
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

char *
ys_flow_print_tell (const YsCaseView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  g_autoptr (GPtrArray) rows = list_rows (view);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *line = g_strjoinv (" | ", g_ptr_array_index (rows, i));
      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

GtkPrintOperation *
ys_flow_print_new (const YsCaseView *view, const char *agency)
{
  g_return_val_if_fail (view != NULL, NULL);

  const char *const heads[] = { _("Date"), C_ ("flow", "Step"), C_ ("entry", "By"),
                                C_ ("flow", "Opinion and Digests"), NULL };
  g_autofree char *today = ys_day_with_weekday (view->on);
  g_autofree char *number = ys_words_number (view->casefile->id);
  g_autofree char *title = g_strdup_printf (_("Approval Sheet of case %s"), number);
  g_autofree char *due = ys_due_sentence (view);
  g_autofree char *foot = agency != NULL ? g_strdup_printf ("%s · %s", agency, today)
                                         : g_strdup (today);
  g_autoptr (YsPrintSheet) sheet = ys_print_sheet_new (title, view->casefile->title, due, foot);
  g_autoptr (GPtrArray) rows = list_rows (view);

  ys_print_sheet_add_row (sheet, heads, shares, TRUE);
  for (guint i = 0; i < rows->len; i++)
    ys_print_sheet_add_row (sheet, g_ptr_array_index (rows, i), shares, FALSE);
  if (view->approval_void != NULL)
    {
      g_autofree char *note = g_strdup_printf (_("The approval is void: %s"), view->approval_void);
      ys_print_sheet_add_heading (sheet, note);
    }
  return ys_print_sheet_make_operation (g_steal_pointer (&sheet), title);
}
