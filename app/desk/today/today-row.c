/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells of fixed widths, so that they stand in columns without a grid. */
#include "desk/today/today-row.h"

#include "desk/widgets/due-label.h"
#include "desk/widgets/row-words.h"
#include "desk/widgets/text-scale.h"
#include "desk/widgets/tip.h"
#include "wording/i18n.h"

/* As wide as the usual words; the title takes what is left. */
enum
{
  NUMBER_WIDTH = 96,
  APPLICANT_WIDTH = 84,
  STAGE_WIDTH = 104,
  HANDLER_WIDTH = 58,
  DUE_WIDTH = 104,
  LEFT_WIDTH = 112,
};

GtkWidget *
ys_today_cell_add (GtkWidget *box, const char *text, int width, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, width < 0);
  gtk_widget_set_size_request (label, ys_text_scale (label, width), -1);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

GtkWidget *
ys_today_row_make_head (void)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (head, "colhead");
  ys_today_cell_add (head, C_ ("column", "Number"), NUMBER_WIDTH, "sub");
  ys_today_cell_add (head, C_ ("column", "Applicant"), APPLICANT_WIDTH, "sub");
  ys_today_cell_add (head, C_ ("column", "Content"), YS_TODAY_CELL_REST, "sub");
  ys_today_cell_add (head, C_ ("column", "Stage"), STAGE_WIDTH, "sub");
  ys_today_cell_add (head, C_ ("column", "Handler"), HANDLER_WIDTH, "sub");
  ys_today_cell_add (head, C_ ("column", "Due"), DUE_WIDTH, "sub");
  ys_today_cell_add (head, C_ ("column", "Days Left"), LEFT_WIDTH, "sub");
  return head;
}

/* What a row says, once for the eye and for the screen reader. */
typedef struct
{
  char *number;
  char *applicant;
  char *stage;
  char *day;
  YsDue due;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->number);
  g_free (words->applicant);
  g_free (words->stage);
  g_free (words->day);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static void
words_init (Words *words, YsContext *context, YsTodaySection section, const YsIndexRow *row)
{
  YsDay today = ys_context_get_today (context);
  const YsCalendar *calendar = ys_context_get_calendar (context);

  words->number = ys_words_number (row->id);
  words->applicant = ys_words_applicant (row, TRUE);
  if (section == YS_TODAY_APPROVAL)
    words->stage = g_strdup (ys_words_approval (row->asks_approval));
  else
    words->stage = ys_words_stage (row);
  if (section == YS_TODAY_WAITING)
    {
      words->day = ys_words_day (row->waiting_until, today, TRUE);
      words->due = ys_due_of_waiting (row, calendar, today);
    }
  else
    {
      words->day = ys_due_describe_day (row, today);
      words->due = ys_due_of_row (row, calendar, today);
    }
}

static void
add_due (GtkWidget *box, YsDue due, int width)
{
  GtkWidget *label = ys_due_label_new ();

  ys_due_label_set_due (YS_DUE_LABEL (label), due);
  if (width >= 0)
    ys_due_label_set_fixed (YS_DUE_LABEL (label));
  gtk_widget_set_size_request (label, ys_text_scale (label, width), -1);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_wide_row (const YsIndexRow *row, const Words *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (box, "row");
  ys_today_cell_add (box, words->number, NUMBER_WIDTH, "docno");
  ys_today_cell_add (box, words->applicant, APPLICANT_WIDTH, NULL);
  ys_tip_set (ys_today_cell_add (box, row->title, YS_TODAY_CELL_REST, NULL), row->title);
  ys_today_cell_add (box, words->stage, STAGE_WIDTH, NULL);
  ys_today_cell_add (box, row->handler != NULL ? row->handler : "—", HANDLER_WIDTH, NULL);
  ys_today_cell_add (box, words->day, DUE_WIDTH, "num");
  add_due (box, words->due, LEFT_WIDTH);
  return box;
}

static GtkWidget *
make_narrow_row (const YsIndexRow *row, const Words *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *who
    = g_strdup_printf ("%s  %s", row->handler != NULL ? row->handler : "—", words->day);

  gtk_widget_add_css_class (box, "row2");
  gtk_widget_add_css_class (ys_today_cell_add (top, words->number, NUMBER_WIDTH, "docno"), "s");
  gtk_widget_add_css_class (ys_today_cell_add (top, words->applicant, YS_TODAY_CELL_REST, "sub"), "s");
  add_due (top, words->due, YS_TODAY_CELL_REST);
  gtk_widget_add_css_class (ys_today_cell_add (foot, words->stage, YS_TODAY_CELL_REST, "sub"), "s");
  gtk_label_set_xalign (GTK_LABEL (ys_today_cell_add (foot, who, 180, "s")), 1);
  gtk_box_append (GTK_BOX (box), top);
  ys_today_cell_add (box, row->title, YS_TODAY_CELL_REST, NULL);
  gtk_box_append (GTK_BOX (box), foot);
  return box;
}

static char *
describe_row (const YsIndexRow *row, const Words *words)
{
  g_autofree char *left = ys_due_describe (words->due);

  return g_strdup_printf ("%s, %s, %s, %s, %s, %s, %s", words->number, words->applicant,
                          row->title != NULL ? row->title : "", words->stage,
                          row->handler != NULL ? row->handler : "—", words->day, left);
}

GtkWidget *
ys_today_row_make (YsContext *context, YsTodaySection section, const YsIndexRow *row,
                   gboolean is_narrow, char **sentence)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context) && row != NULL && sentence != NULL, NULL);

  g_auto (Words) words = { NULL };

  words_init (&words, context, section, row);
  *sentence = describe_row (row, &words);
  return is_narrow ? make_narrow_row (row, &words) : make_wide_row (row, &words);
}
