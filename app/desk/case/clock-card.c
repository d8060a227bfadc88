/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills the card from the clock, for each state of it. */
#include "desk/case/clock-card.h"

#include "desk/case/budget-bar.h"
#include "desk/case/sheet-lines.h"
#include "desk/case/words.h"
#include "desk/widgets/due-words.h"
#include "desk/widgets/row-words.h"
#include "rules/edition.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsClockCard
{
  GtkBox parent_instance;

  GtkLabel *heading;
  GtkImage *status_icon;
  GtkLabel *status;
  GtkWidget *date_row;
  GtkLabel *before;
  GtkLabel *date;
  GtkLabel *weekday;
  GtkLabel *sentence;
  GtkLabel *notes;
  GtkWidget *budget;
  YsBudgetBar *bar;
  GtkLabel *from;
  GtkLabel *to;
  GtkBox *legend;
  GtkWidget *limits_box;
  GtkGrid *limits;
  GtkWidget *why_box;
  GtkBox *why;
};

G_DEFINE_FINAL_TYPE (YsClockCard, ys_clock_card, GTK_TYPE_BOX)

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    if (GTK_IS_GRID (box))
      gtk_grid_remove (GTK_GRID (box), child);
    else
      gtk_box_remove (GTK_BOX (box), child);
}

/* --- the state in words and icon ------------------------------------------------------------- */

static void
show_status (YsClockCard *self, const char *icon, const char *words, const char *css_class)
{
  static const char *const classes[] = { "err", "warn", "ok", "sub" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->status), classes[i]);
      gtk_widget_remove_css_class (GTK_WIDGET (self->status_icon), classes[i]);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->status), css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self->status_icon), css_class);
  gtk_image_set_from_icon_name (self->status_icon, icon);
  gtk_label_set_text (self->status, words);
}

static void
show_remaining (YsClockCard *self, const YsClock *clock)
{
  int left = clock->remaining;
  YsDue due = { clock->due < clock->on        ? YS_DUE_OVERDUE
                : clock->due == clock->on     ? YS_DUE_TODAY
                : left <= YS_DUE_SOON_DAYS    ? YS_DUE_SOON
                                              : YS_DUE_LATER,
                ABS (left) };
  g_autofree char *words = ys_due_describe (due);
  const char *icon = ys_due_get_icon (due.kind);

  show_status (self, icon != NULL ? icon : "preferences-system-time-symbolic", words,
               ys_due_get_style (due.kind));
}

static void
show_concluded (YsClockCard *self, const YsClock *clock)
{
  if (!clock->has_on_time)
    show_status (self, "emblem-ok-symbolic", _("concluded"), "sub");
  else if (clock->on_time)
    show_status (self, "emblem-ok-symbolic", _("answered in time"), "ok");
  else
    show_status (self, "dialog-warning-symbolic", _("answered late"), "err");
}

static void
show_state (YsClockCard *self, const YsClock *clock)
{
  if (clock == NULL || clock->older_law)
    show_status (self, "dialog-information-symbolic",
                 clock != NULL ? ys_name_state (clock->state) : "—", "sub");
  else if (clock->state == YS_STATE_CONCLUDED)
    show_concluded (self, clock);
  else if (clock->state == YS_STATE_RUNNING)
    show_remaining (self, clock);
  else
    show_status (self, "media-playback-pause-symbolic", ys_name_state (clock->state), "warn");
}

/* --- the day --------------------------------------------------------------------------------- */

static void
show_day (YsClockCard *self, const YsCaseView *view)
{
  const YsClock *clock = view->clock;
  gboolean concluded = clock != NULL && clock->state == YS_STATE_CONCLUDED;
  gboolean suspended = clock != NULL && clock->state == YS_STATE_SUSPENDED;
  YsDay day = clock == NULL ? YS_DAY_NONE : concluded ? clock->concluded_on : clock->due;
  g_autofree char *sentence = ys_due_sentence (view);
  char iso[YS_DAY_TEXT];

  gtk_label_set_text (self->heading, concluded ? _("Concluded on") : _("Reply due"));
  gtk_widget_set_visible (self->date_row, day != YS_DAY_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->before), suspended);
  /* A day that is not certain is not written as large. */
  gtk_widget_remove_css_class (GTK_WIDGET (self->date), suspended ? "bigdate" : "bigdate2");
  gtk_widget_add_css_class (GTK_WIDGET (self->date), suspended ? "bigdate2" : "bigdate");
  if (day != YS_DAY_NONE)
    {
      gtk_label_set_text (self->date, ys_day_format (day, iso));
      gtk_label_set_text (self->weekday, ys_words_weekday (day));
    }

  /* Where no date stands, the sentence says what is awaited and until when. */
  if (concluded)
    {
      g_autofree char *text = NULL;
      const char *outcome = ys_name_outcome (view->casefile->outcome);

      text = clock->due != YS_DAY_NONE
               ? g_strdup_printf ("%s · %s", outcome != NULL ? outcome : "", sentence)
               : g_strdup (outcome != NULL ? outcome : "");
      gtk_label_set_text (self->sentence, text);
    }
  else
    gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), day == YS_DAY_NONE || concluded);
}

static void
add_note (GString *notes, const char *sentence)
{
  if (notes->len > 0)
    g_string_append_c (notes, '\n');
  g_string_append (notes, sentence);
}

static void
show_notes (YsClockCard *self, const YsCaseView *view)
{
  const YsClock *clock = view->clock;
  g_autoptr (GString) notes = g_string_new (NULL);

  if (clock != NULL && clock->state == YS_STATE_SUSPENDED
      && view->casefile->waiting_until != YS_DAY_NONE)
    {
      g_autofree char *day = ys_day_with_weekday (view->casefile->waiting_until);
      g_autofree char *sentence
        = g_strdup_printf (_("An opinion is awaited until %s; each day till then moves the due day."),
                           day);
      add_note (notes, sentence);
    }
  if (clock != NULL && clock->contested_due != YS_DAY_NONE)
    {
      g_autofree char *day = ys_day_with_weekday (clock->contested_due);
      g_autofree char *sentence = g_strdup_printf (
        _("A correction was asked for too late; without it the due day would be %s."), day);
      add_note (notes, sentence);
    }
  if (clock != NULL && clock->provisional && clock->state != YS_STATE_CONCLUDED)
    add_note (notes, _("Provisional: the notice of rest days for that year is not out yet."));
  gtk_label_set_text (self->notes, notes->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes->len > 0);
}

/* --- the budget ------------------------------------------------------------------------------ */

static void
add_legend_text (YsClockCard *self, const char *css_class, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text);

  if (css_class != NULL)
    {
      GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (swatch, "sw");
      gtk_widget_add_css_class (swatch, css_class);
      gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), swatch);
    }
  gtk_widget_add_css_class (label, "s");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->legend, box);
}

static void
add_legend (YsClockCard *self, const char *css_class, const char *format, int days)
{
  g_autoptr (GString) text = g_string_new (format);
  g_autofree char *number = g_strdup_printf ("%d", days);

  g_string_replace (text, "%d", number, 1);
  add_legend_text (self, css_class, text->str);
}

static void
show_budget (YsClockCard *self, const YsClock *clock, const YsCalendar *calendar)
{
  gboolean has_budget = clock != NULL && clock->due != YS_DAY_NONE;
  g_autofree char *whole = NULL;
  char iso[YS_DAY_TEXT];

  gtk_widget_set_visible (self->budget, has_budget);
  if (!has_budget)
    return;
  ys_budget_bar_set_clock (self->bar, clock, calendar);
  gtk_label_set_text (self->from, ys_day_format (clock->start, iso));
  gtk_label_set_text (self->to, ys_day_format (clock->due, iso));
  clear (GTK_WIDGET (self->legend));
  add_legend (self, "bg-c", _("counted %d"), clock->counted);
  if (clock->suspended > 0)
    add_legend (self, "bg-s", _("paused %d"), clock->suspended);
  if (clock->has_remaining && clock->remaining >= 0)
    add_legend (self, "bg-l", _("left %d"), clock->remaining);
  else if (clock->has_remaining)
    add_legend (self, "bg-o", _("over %d"), -clock->remaining);
  whole = ys_budget_describe_whole (clock);
  add_legend_text (self, NULL, whole);
}

/* --- last days ------------------------------------------------------------------------------- */

static GtkWidget *
make_cell (const char *text, gboolean faint, gboolean expands)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), expands ? 6 : -1);
  gtk_widget_add_css_class (label, "s");
  if (faint)
    gtk_widget_add_css_class (label, "sub");
  gtk_widget_set_hexpand (label, expands);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  return label;
}

static void
add_limit (YsClockCard *self, const char *act, YsDay until, const char *article, YsDay today)
{
  int row = 0;
  gboolean past = until != YS_DAY_NONE && until < today;
  g_autofree char *day = until != YS_DAY_NONE ? ys_day_short (until, today)
                                              : g_strdup (_("no delivery"));
  GtkWidget *date = make_cell (day, past || until == YS_DAY_NONE, FALSE);

  while (gtk_grid_get_child_at (self->limits, 0, row) != NULL)
    row++;
  if (!past && until != YS_DAY_NONE)
    gtk_widget_add_css_class (date, "b");
  gtk_grid_attach (self->limits, make_cell (act, past, TRUE), 0, row, 1, 1);
  gtk_grid_attach (self->limits, date, 1, row, 1, 1);
  gtk_grid_attach (self->limits, make_cell (article, TRUE, TRUE), 2, row, 1, 1);
  gtk_grid_attach (self->limits, make_cell (past ? _("past") : "", TRUE, FALSE), 3, row, 1, 1);
}

static void
show_limits (YsClockCard *self, const YsCaseView *view)
{
  const YsClock *clock = view->clock;
  gboolean open = clock != NULL && clock->state != YS_STATE_CONCLUDED;

  clear (GTK_WIDGET (self->limits));
  for (guint i = 0; clock != NULL && i < clock->limits->len; i++)
    {
      const YsLimit *limit = g_ptr_array_index (clock->limits, i);
      add_limit (self, ys_name_act (limit->act), limit->until, limit->article, view->on);
    }
  if (open && clock->due != YS_DAY_NONE)
    add_limit (self, C_ ("act", "reply"), clock->due, ys_edition_get_article (YS_PERIOD_REPLY), view->on);
  gtk_widget_set_visible (self->limits_box,
                          gtk_grid_get_child_at (self->limits, 0, 0) != NULL);
}

/* --- why ------------------------------------------------------------------------------------- */

/* Whether a step is a turn of the present run: what started, halted, suspended or extended it. */
static gboolean
is_turn (const YsClock *clock, const YsStep *step)
{
  if (clock->start != YS_DAY_NONE && step->from < clock->start)
    return FALSE;
  return step->why == YS_WHY_RECEIVED
         || (step->effect != YS_EFFECT_COUNT && step->effect != YS_EFFECT_SKIP);
}

static void
add_reason (YsClockCard *self, YsDay day, YsDay today, const char *sentence)
{
  g_autofree char *date = ys_day_short (day, today);
  g_autofree char *text = g_strdup_printf ("%s  %s", date, sentence);

  gtk_box_append (self->why, make_cell (text, FALSE, TRUE));
}

/* The turns alone, a suspension once; the sheet has every day. */
static void
show_why (YsClockCard *self, const YsClock *clock)
{
  gboolean has_steps = clock != NULL && clock->steps->len > 0;
  gboolean was_suspended = FALSE;

  clear (GTK_WIDGET (self->why));
  gtk_widget_set_visible (self->why_box, has_steps);
  for (guint i = 0; has_steps && i < clock->steps->len; i++)
    {
      const YsStep *step = g_ptr_array_index (clock->steps, i);
      g_autofree char *sentence = NULL;

      if (!is_turn (clock, step))
        {
          was_suspended = was_suspended && step->effect == YS_EFFECT_SKIP;
          continue;
        }
      if (step->effect == YS_EFFECT_SUSPEND && was_suspended)
        continue;
      was_suspended = step->effect == YS_EFFECT_SUSPEND;
      sentence = ys_explain_step (step);
      add_reason (self, step->from, clock->on, sentence);
    }
  if (has_steps && clock->due != YS_DAY_NONE)
    {
      g_autofree char *sentence = ys_budget_describe_end (clock);

      add_reason (self, clock->due, clock->on, sentence);
    }
}

void
ys_clock_card_set_view (YsClockCard *self, YsCaseView *view, const YsCalendar *calendar)
{
  g_return_if_fail (YS_IS_CLOCK_CARD (self) && view != NULL && calendar != NULL);

  show_state (self, view->clock);
  show_day (self, view);
  show_notes (self, view);
  show_budget (self, view->clock, calendar);
  show_limits (self, view);
  show_why (self, view->clock);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
ys_clock_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CLOCK_CARD);
  G_OBJECT_CLASS (ys_clock_card_parent_class)->dispose (object);
}

static void
ys_clock_card_class_init (YsClockCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_clock_card_dispose;

  g_type_ensure (YS_TYPE_BUDGET_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/clock-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, heading);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, status_icon);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, status);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, date_row);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, before);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, date);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, weekday);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, notes);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, budget);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, bar);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, from);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, to);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, legend);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, limits_box);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, limits);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, why_box);
  gtk_widget_class_bind_template_child (widget_class, YsClockCard, why);
}

static void
ys_clock_card_init (YsClockCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
