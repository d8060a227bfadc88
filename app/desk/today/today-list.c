/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bands and rows in one list box, so that the arrow keys go through all of them. */
#include "desk/today/today-list.h"

#include "desk/widgets/due-label.h"
#include "desk/widgets/row-words.h"
#include "desk/widgets/tip.h"
#include "desk/window.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <libintl.h>
#include <string.h>

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

/* As many as a window shows; the others come after its first frame. */
#define ROWS_FIRST 16
#define ROWS_AT_ONCE 4

struct _YsTodayList
{
  GtkBox parent_instance;

  YsContext *context;
  gboolean is_narrow;
  GtkWidget *head;
  GtkListBox *list;
  GtkListBoxRow *first[YS_N_TODAY_SECTIONS]; /* case of a section, or NULL */

  YsTodayFigures *figures; /* while there are rows to add */
  YsTodaySection sections[YS_N_TODAY_SECTIONS];
  guint n_sections;
  guint section; /* the next, and the next row of it */
  guint row;
  guint idle;
};

G_DEFINE_FINAL_TYPE (YsTodayList, ys_today_list, GTK_TYPE_BOX)

/* --- words of a section ----------------------------------------------------------------------- */

const char *
ys_today_section_get_title (YsTodaySection section)
{
  switch (section)
    {
    case YS_TODAY_OVERDUE:
      return _("Overdue");
    case YS_TODAY_DUE:
      return _("Due today");
    case YS_TODAY_SOON:
      return _("Within three working days");
    case YS_TODAY_WAITING:
      return _("Waiting for others");
    case YS_TODAY_APPROVAL:
      return _("To approve");
    default:
      return _("Due later");
    }
}

static const char *
get_icon (YsTodaySection section)
{
  switch (section)
    {
    case YS_TODAY_OVERDUE:
      return "dialog-warning-symbolic";
    case YS_TODAY_DUE:
      return "alarm-symbolic";
    case YS_TODAY_SOON:
      return "preferences-system-time-symbolic";
    case YS_TODAY_WAITING:
      return "media-playback-pause-symbolic";
    case YS_TODAY_APPROVAL:
      return "object-select-symbolic";
    default:
      return "x-office-calendar-symbolic";
    }
}

static const char *
get_style (YsTodaySection section)
{
  switch (section)
    {
    case YS_TODAY_OVERDUE:
      return "err";
    case YS_TODAY_DUE:
      return "warn";
    default:
      return NULL;
    }
}

static char *
get_remark (YsTodaySection section, const YsTodayFigures *figures)
{
  g_autofree char *day = NULL;

  switch (section)
    {
    case YS_TODAY_OVERDUE:
      return g_strdup (_("reply at once; why it is late goes on record"));
    case YS_TODAY_DUE:
      return g_strdup (_("by post, handing it in today is in time"));
    case YS_TODAY_SOON:
      day = ys_words_day (figures->soon, figures->today, TRUE);
      return g_strdup_printf (_("until %s"), day);
    case YS_TODAY_WAITING:
      return g_strdup (_("the days are theirs"));
    case YS_TODAY_LATER:
      day = ys_words_day (figures->until, figures->today, TRUE);
      return g_strdup_printf (_("until %s"), day);
    default:
      return NULL;
    }
}

/* --- pieces ----------------------------------------------------------------------------------- */

/* @width of the usual text in the text as large as the system asks for. */
static int
scale (GtkWidget *widget, int width)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 && width > 0 ? width * dpi / (96 * 1024) : width;
}

/* A label of exactly @width, whatever it says; -1 takes what is left. */
static GtkWidget *
add_cell (GtkWidget *box, const char *text, int width, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, width < 0);
  gtk_widget_set_size_request (label, scale (label, width), -1);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
fill_head (GtkWidget *head)
{
  gtk_widget_add_css_class (head, "colhead");
  add_cell (head, C_ ("column", "Number"), NUMBER_WIDTH, "sub");
  add_cell (head, C_ ("column", "Applicant"), APPLICANT_WIDTH, "sub");
  add_cell (head, C_ ("column", "Content"), -1, "sub");
  add_cell (head, C_ ("column", "Stage"), STAGE_WIDTH, "sub");
  add_cell (head, C_ ("column", "Handler"), HANDLER_WIDTH, "sub");
  add_cell (head, C_ ("column", "Due"), DUE_WIDTH, "sub");
  add_cell (head, C_ ("column", "Days Left"), LEFT_WIDTH, "sub");
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
words_init (Words *words, YsTodayList *self, YsTodaySection section, const YsIndexRow *row)
{
  YsDay today = ys_context_get_today (self->context);
  const YsCalendar *calendar = ys_context_get_calendar (self->context);

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
  gtk_widget_set_size_request (label, scale (label, width), -1);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_wide_row (const YsIndexRow *row, const Words *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (box, "row");
  add_cell (box, words->number, NUMBER_WIDTH, "docno");
  add_cell (box, words->applicant, APPLICANT_WIDTH, NULL);
  ys_tip_set (add_cell (box, row->title, -1, NULL), row->title);
  add_cell (box, words->stage, STAGE_WIDTH, NULL);
  add_cell (box, row->handler != NULL ? row->handler : "—", HANDLER_WIDTH, NULL);
  add_cell (box, words->day, DUE_WIDTH, "num");
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
  gtk_widget_add_css_class (add_cell (top, words->number, NUMBER_WIDTH, "docno"), "s");
  gtk_widget_add_css_class (add_cell (top, words->applicant, -1, "sub"), "s");
  add_due (top, words->due, -1);
  gtk_widget_add_css_class (add_cell (foot, words->stage, -1, "sub"), "s");
  gtk_label_set_xalign (GTK_LABEL (add_cell (foot, who, 180, "s")), 1);
  gtk_box_append (GTK_BOX (box), top);
  add_cell (box, row->title, -1, NULL);
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

/* --- rows ------------------------------------------------------------------------------------- */

static GtkListBoxRow *
append (YsTodayList *self, GtkWidget *child, const char *sentence)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

static void
add_band (YsTodayList *self, YsTodaySection section, const YsTodayFigures *figures)
{
  const char *title = ys_today_section_get_title (section);
  const char *style = get_style (section);
  g_autofree char *remark = get_remark (section, figures);
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, figures->counts[section]);
  g_autofree char *sentence = g_strdup_printf (_("%s: %s"), title, count);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (section));
  GtkWidget *label = gtk_label_new (title);
  GtkListBoxRow *row;

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_add_css_class (box, "band");
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL && self->is_narrow)
    gtk_widget_add_css_class (box, "first");
  gtk_widget_add_css_class (label, "b");
  if (style != NULL)
    {
      gtk_widget_add_css_class (icon, style);
      gtk_widget_add_css_class (label, style);
    }
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  label = gtk_label_new (count);
  gtk_widget_add_css_class (label, "count");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (section == YS_TODAY_OVERDUE)
    gtk_widget_add_css_class (label, "e");
  gtk_box_append (GTK_BOX (box), label);
  if (remark != NULL)
    gtk_widget_add_css_class (add_cell (box, remark, -1, "s"), "sub");
  row = append (self, box, sentence);
  gtk_list_box_row_set_activatable (row, FALSE);
}

static void
add_case (YsTodayList *self, YsTodaySection section, const YsIndexRow *row)
{
  g_auto (Words) words = { NULL };
  g_autofree char *sentence = NULL;
  GtkListBoxRow *list_row;

  words_init (&words, self, section, row);
  sentence = describe_row (row, &words);
  list_row = append (self, self->is_narrow ? make_narrow_row (row, &words)
                                           : make_wide_row (row, &words), sentence);
  g_object_set_data_full (G_OBJECT (list_row), "case", g_strdup (row->id), g_free);
  if (self->first[section] == NULL)
    self->first[section] = list_row;
}

/* Leads to the list of cases where not all of them are shown. */
static void
add_more (YsTodayList *self, YsTodaySection section, const YsTodayFigures *figures)
{
  gint64 more = figures->counts[section] - figures->rows[section]->len;
  g_autofree char *text = g_strdup_printf (
    ngettext ("%" PRId64 " more: show them all",
              "%" PRId64 " more: show them all", (unsigned long) more),
    more);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  YsFilter *filter = g_new (YsFilter, 1);

  gtk_widget_add_css_class (box, "row");
  add_cell (box, text, -1, "acc");
  ys_today_figures_get_filter (figures, section, filter);
  g_object_set_data_full (G_OBJECT (append (self, box, text)), "filter", filter, g_free);
}

/* --- a few at a time -------------------------------------------------------------------------- */

static void
add_next (YsTodayList *self)
{
  YsTodaySection section = self->sections[self->section];
  GPtrArray *rows = self->figures->rows[section];

  if (self->row == 0 && rows->len > 0)
    add_band (self, section, self->figures);
  if (self->row < rows->len)
    add_case (self, section, g_ptr_array_index (rows, self->row++));
  if (self->row < rows->len)
    return;
  if (self->figures->counts[section] > rows->len)
    add_more (self, section, self->figures);
  self->section++;
  self->row = 0;
}

static void
add_rows (YsTodayList *self, guint n)
{
  for (guint i = 0; i < n && self->section < self->n_sections; i++)
    add_next (self);
  if (self->section == self->n_sections)
    g_clear_pointer (&self->figures, ys_today_figures_unref);
}

static gboolean
add_some (gpointer user_data)
{
  YsTodayList *self = user_data;

  add_rows (self, ROWS_AT_ONCE);
  if (self->figures != NULL)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
forget_rest (YsTodayList *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->figures, ys_today_figures_unref);
}

void
ys_today_list_show (YsTodayList *self, YsTodayFigures *figures, const YsTodaySection *sections,
                    guint n)
{
  g_return_if_fail (YS_IS_TODAY_LIST (self) && figures != NULL && n <= YS_N_TODAY_SECTIONS);

  GtkWidget *row;

  forget_rest (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < G_N_ELEMENTS (self->first); i++)
    self->first[i] = NULL;
  if (n == 0)
    return;
  memcpy (self->sections, sections, n * sizeof *sections);
  self->n_sections = n;
  self->section = self->row = 0;
  self->figures = ys_today_figures_ref (figures);
  add_rows (self, ROWS_FIRST);
  /* After the frame that shows those. */
  if (self->figures != NULL)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, add_some, self, NULL);
}

gboolean
ys_today_list_go_to (YsTodayList *self, YsTodaySection section)
{
  g_return_val_if_fail (YS_IS_TODAY_LIST (self) && section < YS_N_TODAY_SECTIONS, FALSE);

  if (self->first[section] == NULL && self->figures != NULL)
    {
      add_rows (self, G_MAXUINT);
      g_clear_handle_id (&self->idle, g_source_remove);
    }
  return self->first[section] != NULL
         && gtk_widget_grab_focus (GTK_WIDGET (self->first[section]));
}

gboolean
ys_today_list_focus_first (YsTodayList *self)
{
  g_return_val_if_fail (YS_IS_TODAY_LIST (self), FALSE);

  for (guint i = 0; i < self->n_sections; i++)
    if (self->first[self->sections[i]] != NULL)
      return gtk_widget_grab_focus (GTK_WIDGET (self->first[self->sections[i]]));
  return FALSE;
}

/* --- class ------------------------------------------------------------------------------------ */

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, YsTodayList *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "case");
  const YsFilter *filter = g_object_get_data (G_OBJECT (row), "filter");

  if (id != NULL)
    ys_window_show_case (GTK_WIDGET (self), id);
  else if (filter != NULL)
    ys_window_show_cases (GTK_WIDGET (self), filter);
}

static void
ys_today_list_dispose (GObject *object)
{
  forget_rest (YS_TODAY_LIST (object));
  g_clear_object (&YS_TODAY_LIST (object)->context);
  G_OBJECT_CLASS (ys_today_list_parent_class)->dispose (object);
}

static void
ys_today_list_class_init (YsTodayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_today_list_dispose;
}

/* As high as the rows, up to what the window has. */
static GtkWidget *
make_scroller (GtkListBox *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (list));
  return scroller;
}

static void
ys_today_list_init (YsTodayList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  fill_head (self->head);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "sections");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Cases to see to"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self), self->head);
  gtk_box_append (GTK_BOX (self), make_scroller (self->list));
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
ys_today_list_new (YsContext *context, gboolean is_narrow)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsTodayList *self = g_object_new (YS_TYPE_TODAY_LIST, NULL);

  self->context = g_object_ref (context);
  self->is_narrow = is_narrow;
  gtk_widget_set_visible (self->head, !is_narrow);
  return GTK_WIDGET (self);
}
