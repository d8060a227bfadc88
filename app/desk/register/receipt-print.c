/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pairs of name and value, put into a print sheet. */
#include "desk/register/receipt-print.h"

#include "desk/register/day-reading.h"
#include "desk/widgets/print-sheet.h"
#include "desk/widgets/row-words.h"
#include "rules/edition.h"
#include "wording/explain.h"
#include "wording/i18n.h"

static const double shares[] = { 0.24, 0.76 };

/* Takes @value. */
static void
add (GPtrArray *lines, const char *name, char *value)
{
  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return;
    }
  g_ptr_array_add (lines, g_strdup (name));
  g_ptr_array_add (lines, value);
}

static char *
write_applicant (const YsSlip *self)
{
  /* Translators: the first applicant and how many others applied together with that one. */
  return self->joint > 0 ? g_strdup_printf (_("%s and %d more"), self->applicant, self->joint)
                         : g_strdup (self->applicant);
}

static char *
write_due (const YsSlip *self)
{
  g_autofree char *day = NULL;

  if (self->due == YS_DAY_NONE)
    return g_strdup (_("runs from the day on which the request is confirmed with the applicant"));
  day = ys_day_write_weekday (self->due);
  /* Translators: the day due, the number of working days, and the article. */
  return g_strdup_printf (_("%1$s (%2$d working days, %3$s)"), day,
                          ys_edition_get_days (YS_PERIOD_REPLY),
                          ys_edition_get_article (YS_PERIOD_REPLY));
}

GPtrArray *
ys_slip_list_lines (const YsSlip *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL && self->id != NULL && self->channel != NULL, lines);

  add (lines, C_ ("case", "Number"), ys_words_number (self->id));
  add (lines, C_ ("slip", "Applicant"), write_applicant (self));
  add (lines, C_ ("slip", "Information asked for"), g_strdup (self->title));
  add (lines, _("Channel"), g_strdup (ys_name_channel (self->channel)));
  add (lines, self->due != YS_DAY_NONE ? _("Day of receipt") : _("Day of arrival"),
       ys_day_write_weekday (self->received));
  add (lines, C_ ("slip", "Reply due"), write_due (self));
  if (self->files > 0)
    add (lines, C_ ("slip", "Papers handed in"),
         g_strdup_printf (ngettext ("%d file", "%d files", (gulong) self->files), self->files));
  add (lines, C_ ("slip", "Received by"), g_strdup (self->agency));
  add (lines, _("Registered by"), g_strdup (self->actor));
  add (lines, C_ ("slip", "Date"), ys_day_write_weekday (self->today));
  return lines;
}

GtkPrintOperation *
ys_slip_print_new (const YsSlip *self)
{
  g_return_val_if_fail (self != NULL && self->id != NULL, NULL);

  g_autoptr (GPtrArray) lines = ys_slip_list_lines (self);
  g_autofree char *number = ys_words_number (self->id);
  g_autofree char *job = g_strdup_printf (_("Receipt of request %s"), number);
  g_autoptr (YsPrintSheet) sheet
    = ys_print_sheet_new (_("Receipt of a Request for Disclosure"), self->agency, NULL,
                          _("This slip confirms the registration. It is no reply to the request."));

  for (guint i = 0; i + 1 < lines->len; i += 2)
    {
      const char *const cells[] = { g_ptr_array_index (lines, i), g_ptr_array_index (lines, i + 1),
                                    NULL };

      ys_print_sheet_add_row (sheet, cells, shares, FALSE);
    }
  return ys_print_sheet_make_operation (g_steal_pointer (&sheet), job);
}
