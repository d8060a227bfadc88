/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of steps, with the running count of the run that they belong to. */
#include "desk/case/sheet-lines.h"

#include "desk/case/words.h"
#include "wording/explain.h"
#include "wording/i18n.h"

static void
line_free (gpointer data)
{
  YsSheetLine *self = data;

  g_free (self->days);
  g_free (self->sentence);
  g_free (self->article);
  g_free (self->total);
  g_free (self);
}

const char *
ys_effect_name (YsEffect effect)
{
  switch (effect)
    {
    case YS_EFFECT_COUNT:
      return _("counts");
    case YS_EFFECT_SKIP:
      return _("passed over");
    case YS_EFFECT_SUSPEND:
      return C_ ("effect", "suspended");
    case YS_EFFECT_HALT:
      return _("halted");
    case YS_EFFECT_RESTART:
      return _("starts");
    case YS_EFFECT_EXTEND:
      return C_ ("effect", "extended");
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
make_days (const YsStep *step)
{
  char from[YS_DAY_TEXT], to[YS_DAY_TEXT];

  if (step->from == step->to)
    return ys_day_with_weekday (step->from);
  return g_strdup_printf ("%s – %s", ys_day_format (step->from, from),
                          ys_day_format (step->to, to) + 5);
}

static char *
make_sentence (const YsStep *step)
{
  g_autofree char *sentence = ys_explain_step (step);

  return step->over ? g_strdup_printf (_("%s, after the due day"), sentence)
                    : g_steal_pointer (&sentence);
}

GPtrArray *
ys_sheet_list_lines (const YsClock *clock, const YsCalendar *calendar)
{
  g_return_val_if_fail (clock != NULL && calendar != NULL, NULL);

  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  int counted = 0;

  for (guint i = 0; i < clock->steps->len; i++)
    {
      const YsStep *step = g_ptr_array_index (clock->steps, i);
      YsSheetLine *line = g_new0 (YsSheetLine, 1);

      if (step->effect == YS_EFFECT_RESTART)
        counted = 0;
      else if (step->effect == YS_EFFECT_COUNT)
        counted += ys_calendar_count (calendar, step->from - 1, step->to);
      line->effect = step->effect;
      line->days = make_days (step);
      line->sentence = make_sentence (step);
      line->article = g_strdup (step->article != NULL ? step->article : "");
      line->total = step->effect == YS_EFFECT_COUNT ? g_strdup_printf ("%d", counted)
                                                    : g_strdup ("");
      line->ahead = step->ahead;
      g_ptr_array_add (lines, line);
    }
  return lines;
}

static char *
tell_halt (const YsCaseView *view, const char *what)
{
  g_autofree char *day = NULL;

  if (view->casefile->waiting_until == YS_DAY_NONE)
    return g_strdup (what);
  day = ys_day_with_weekday (view->casefile->waiting_until);
  return g_strdup_printf (_("%s, until %s"), what, day);
}

char *
ys_due_sentence (const YsCaseView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  const YsClock *clock = view->clock;
  g_autofree char *day = NULL;

  if (clock == NULL)
    return g_strdup (_("The case is not known yet."));
  if (clock->older_law)
    return g_strdup (_("Received under the older law: no due day is computed."));
  switch (clock->state)
    {
    case YS_STATE_AWAITING_CONFIRMATION:
      return tell_halt (view, _("Waits for the confirmation with the applicant"));
    case YS_STATE_AWAITING_CORRECTION:
      return tell_halt (view, _("Waits for the applicant's correction"));
    case YS_STATE_AWAITING_FEE:
      return tell_halt (view, _("Waits for the fee"));
    default:
      break;
    }
  if (clock->due == YS_DAY_NONE)
    return g_strdup ("—");
  day = ys_day_with_weekday (clock->due);
  if (clock->state == YS_STATE_SUSPENDED)
    return g_strdup_printf (_("Not before %s"), day);
  if (clock->due_is_set)
    return g_strdup_printf (_("Due on %s, the day that was set"), day);
  return g_strdup_printf (_("Due on %s"), day);
}
