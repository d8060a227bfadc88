/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four short forms, each with one button. What may be recorded is judged by the office; here only
 * numbers and days are read. */
#include "desk/annual/table2-form.h"

#include "desk/annual/table2-deed.h"
#include "desk/widgets/drop-down-name.h"
#include "desk/window.h"
#include "wording/i18n.h"

#include <string.h>

struct _YsTable2Form
{
  GtkBox parent_instance;

  GtkLabel *decisions_title;
  GtkLabel *problem;
  GtkEditable *licence;
  GtkEditable *penalty;
  GtkEditable *coercion;
  GtkEditable *fee;
  GtkEditable *opening_day;
  GtkEditable *opening_rule;
  GtkEditable *opening_normative;
  GtkDropDown *kind;
  GtkEditable *title;
  GtkEditable *number;
  GtkEditable *issue_day;
  GtkDropDown *document;
  GtkEditable *repeal_day;
  GtkEditable *repeal_by;
  GtkWidget *parts;

  YsContext *context;
  GCancellable *recording;
  GPtrArray *documents;   /* ids, beside the drop-down's strings */
  int year;
  gboolean filling;
  gboolean touched[YS_N_PARTS]; /* somebody typed there since it was filled */
};

G_DEFINE_FINAL_TYPE (YsTable2Form, ys_table2_form, GTK_TYPE_BOX)

/* --- recording ------------------------------------------------------------------------------- */

static const char *
get_done_sentence (YsTable2Part part)
{
  switch (part)
    {
    case YS_PART_DECISIONS:
      return _("The year's decisions are recorded.");
    case YS_PART_OPENING:
      return _("The documents in force at the beginning are recorded.");
    case YS_PART_ISSUE:
      return _("The document is recorded as issued.");
    default:
      return _("The document is recorded as repealed.");
    }
}

static void
clear_part (YsTable2Form *self, YsTable2Part part)
{
  self->touched[part] = FALSE;
  if (part == YS_PART_ISSUE)
    {
      gtk_editable_set_text (self->title, "");
      gtk_editable_set_text (self->number, "");
      self->touched[part] = FALSE;
    }
  else if (part == YS_PART_REPEAL)
    {
      gtk_editable_set_text (self->repeal_by, "");
      self->touched[part] = FALSE;
    }
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsTable2Form) self = user_data;
  g_autoptr (GError) error = NULL;
  int done = GPOINTER_TO_INT (ys_context_run_finish (YS_CONTEXT (source), result, &error));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->parts, TRUE);
  if (done == 0)
    {
      ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  clear_part (self, done - 1);
  ys_window_tell (GTK_WIDGET (self), get_done_sentence (done - 1));
}

static void
start (YsTable2Form *self, YsTable2Deed *deed)
{
  gtk_widget_set_sensitive (self->parts, FALSE);
  ys_context_run_async (self->context, ys_table2_deed_do, deed, ys_table2_deed_free, NULL,
                        self->recording, recorded_cb, g_object_ref (self));
}

/* --- reading what was typed ------------------------------------------------------------------ */

static char *
read_text (GtkEditable *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* Marks the widget and says what would be right; NULL: all is well. */
static gboolean
judge (YsTable2Form *self, gpointer entry, const char *problem)
{
  if (problem != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_widget_grab_focus (GTK_WIDGET (entry));
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  return problem == NULL;
}

static gboolean
read_count (YsTable2Form *self, GtkEditable *entry, gint64 *count)
{
  g_autofree char *text = read_text (entry);
  guint64 value = 0;
  gboolean is_right
    = text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &value, NULL);

  *count = (gint64) value;
  return judge (self, entry, is_right ? NULL : _("Enter a whole number, 0 or more."));
}

static gboolean
read_day (YsTable2Form *self, GtkEditable *entry, YsDay *day)
{
  g_autofree char *text = read_text (entry);

  *day = text != NULL ? ys_day_parse (text, -1) : YS_DAY_NONE;
  return judge (self, entry,
                *day != YS_DAY_NONE ? NULL : _("Write the day as YYYY-MM-DD, as 2026-03-01."));
}

static YsTable2Deed *
deed_new (YsTable2Form *self, YsTable2Part part)
{
  YsTable2Deed *deed = g_new0 (YsTable2Deed, 1);

  deed->part = part;
  deed->year = self->year;
  deed->on = ys_context_get_today (self->context);
  return deed;
}

static void
decisions_cb (GtkButton *button, YsTable2Form *self)
{
  YsTable2Deed *deed = deed_new (self, YS_PART_DECISIONS);

  if (read_count (self, self->licence, &deed->counts[0])
      && read_count (self, self->penalty, &deed->counts[1])
      && read_count (self, self->coercion, &deed->counts[2]))
    {
      deed->texts[0] = read_text (self->fee);
      start (self, deed);
    }
  else
    ys_table2_deed_free (deed);
}

static void
opening_cb (GtkButton *button, YsTable2Form *self)
{
  YsTable2Deed *deed = deed_new (self, YS_PART_OPENING);

  if (read_day (self, self->opening_day, &deed->on)
      && read_count (self, self->opening_rule, &deed->counts[0])
      && read_count (self, self->opening_normative, &deed->counts[1]))
    start (self, deed);
  else
    ys_table2_deed_free (deed);
}

static void
issue_cb (GtkButton *button, YsTable2Form *self)
{
  YsTable2Deed *deed = deed_new (self, YS_PART_ISSUE);

  deed->is_rule = gtk_drop_down_get_selected (self->kind) == 1;
  deed->texts[0] = read_text (self->title);
  deed->texts[1] = read_text (self->number);
  if (judge (self, self->title, deed->texts[0] != NULL ? NULL : _("Enter the title."))
      && read_day (self, self->issue_day, &deed->on))
    start (self, deed);
  else
    ys_table2_deed_free (deed);
}

static void
repeal_cb (GtkButton *button, YsTable2Form *self)
{
  guint selected = gtk_drop_down_get_selected (self->document);
  YsTable2Deed *deed;

  if (!judge (self, self->document,
              selected < self->documents->len ? NULL : _("Choose the document.")))
    return;
  deed = deed_new (self, YS_PART_REPEAL);
  deed->texts[0] = g_strdup (g_ptr_array_index (self->documents, selected));
  deed->texts[1] = read_text (self->repeal_by);
  if (read_day (self, self->repeal_day, &deed->on))
    start (self, deed);
  else
    ys_table2_deed_free (deed);
}

/* --- filling --------------------------------------------------------------------------------- */

static void
touch (YsTable2Form *self, YsTable2Part part)
{
  if (!self->filling)
    self->touched[part] = TRUE;
}

static void
decisions_changed_cb (GtkEditable *entry, YsTable2Form *self)
{
  touch (self, YS_PART_DECISIONS);
}

static void
opening_changed_cb (GtkEditable *entry, YsTable2Form *self)
{
  touch (self, YS_PART_OPENING);
}

static void
issue_changed_cb (GtkEditable *entry, YsTable2Form *self)
{
  touch (self, YS_PART_ISSUE);
}

static void
repeal_changed_cb (GtkEditable *entry, YsTable2Form *self)
{
  touch (self, YS_PART_REPEAL);
}

static void
set_count (GtkEditable *entry, gint64 count, gboolean is_known)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  gtk_editable_set_text (entry, is_known ? text : "");
}

static void
set_day (GtkEditable *entry, YsDay day)
{
  char text[YS_DAY_TEXT];

  gtk_editable_set_text (entry, ys_day_format (day, text));
}

static void
fill_decisions (YsTable2Form *self, const YsFigures *figures)
{
  gboolean is_known = figures->licence != 0 || figures->penalty != 0 || figures->coercion != 0
                      || figures->fee_wan[0] != '\0';

  set_count (self->licence, figures->licence, is_known);
  set_count (self->penalty, figures->penalty, is_known);
  set_count (self->coercion, figures->coercion, is_known);
  gtk_editable_set_text (self->fee, figures->fee_wan);
}

static void
fill_opening (YsTable2Form *self, const YsRegisters *registers, int year)
{
  gboolean is_known = registers->opened_on != YS_DAY_NONE;

  set_day (self->opening_day, is_known ? registers->opened_on : ys_day_from_ymd (year - 1, 12, 31));
  set_count (self->opening_rule, registers->opening_rule, is_known);
  set_count (self->opening_normative, registers->opening_normative, is_known);
}

/* Keeps what was chosen, if it still can be. */
static void
fill_documents (YsTable2Form *self, GPtrArray *documents)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->document);
  g_autofree char *chosen = selected < self->documents->len
                              ? g_strdup (g_ptr_array_index (self->documents, selected))
                              : NULL;

  g_ptr_array_set_size (self->documents, 0);
  selected = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < documents->len; i++)
    {
      const YsDocument *document = g_ptr_array_index (documents, i);
      const char *title = document->title != NULL ? document->title : document->id;
      g_autofree char *text = NULL;

      if (document->issued_on == YS_DAY_NONE || document->repealed_on != YS_DAY_NONE)
        continue;
      text = document->document_number != NULL
               ? g_strdup_printf ("%s（%s）", title, document->document_number)
               : g_strdup (title);
      if (g_strcmp0 (document->id, chosen) == 0)
        selected = self->documents->len;
      g_ptr_array_add (self->documents, g_strdup (document->id));
      gtk_string_list_append (list, text);
    }
  gtk_drop_down_set_model (self->document, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->document, selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->document), self->documents->len > 0);
}

void
ys_table2_form_show (YsTable2Form *self, const YsAnnualFigures *figures)
{
  g_autofree char *title = NULL;

  g_return_if_fail (YS_IS_TABLE2_FORM (self) && figures != NULL);

  self->filling = TRUE;
  if (self->year != figures->year)
    memset (self->touched, 0, sizeof self->touched);
  self->year = figures->year;
  title = g_strdup_printf (_("Decisions of %d"), figures->year);
  gtk_label_set_text (self->decisions_title, title);
  if (!self->touched[YS_PART_DECISIONS])
    fill_decisions (self, &figures->figures);
  if (!self->touched[YS_PART_OPENING])
    fill_opening (self, figures->registers, figures->year);
  if (!self->touched[YS_PART_ISSUE])
    set_day (self->issue_day, figures->on);
  if (!self->touched[YS_PART_REPEAL])
    set_day (self->repeal_day, figures->on);
  fill_documents (self, figures->registers->documents);
  self->filling = FALSE;
}

void
ys_table2_form_focus (YsTable2Form *self, const YsFigureKey *key)
{
  GtkEditable *entry;

  g_return_if_fail (YS_IS_TABLE2_FORM (self) && key != NULL);

  switch (key->source)
    {
    case YS_FIGURE_LICENCE:
      entry = self->licence;
      break;
    case YS_FIGURE_PENALTY:
      entry = self->penalty;
      break;
    case YS_FIGURE_COERCION:
      entry = self->coercion;
      break;
    case YS_FIGURE_FEE_WAN:
      entry = self->fee;
      break;
    default:
      entry = key->column == YS_NORMATIVE_ISSUED     ? self->title
              : key->column == YS_NORMATIVE_REPEALED ? self->repeal_by
              : key->source == YS_FIGURE_RULE        ? self->opening_rule
                                                     : self->opening_normative;
    }
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

void
ys_table2_form_set_context (YsTable2Form *self, YsContext *context)
{
  g_autofree char *reason = ys_context_tell_why_not (context, YS_KIND_NORMATIVE_ISSUED);

  g_return_if_fail (YS_IS_TABLE2_FORM (self));
  g_set_object (&self->context, context);
  gtk_widget_set_sensitive (self->parts, reason == NULL);
  gtk_label_set_text (self->problem, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), reason != NULL);
}

/* --- class ---------------------------------------------------------------------------------- */

static void
ys_table2_form_dispose (GObject *object)
{
  YsTable2Form *self = YS_TABLE2_FORM (object);

  if (self->recording != NULL)
    g_cancellable_cancel (self->recording);
  g_clear_object (&self->recording);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_TABLE2_FORM);
  g_clear_object (&self->context);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  G_OBJECT_CLASS (ys_table2_form_parent_class)->dispose (object);
}

static void
ys_table2_form_class_init (YsTable2FormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_table2_form_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/annual/table2-form.ui");
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, decisions_title);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, problem);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, licence);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, penalty);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, coercion);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, fee);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, opening_day);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, opening_rule);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, opening_normative);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, kind);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, title);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, number);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, issue_day);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, document);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, repeal_day);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, repeal_by);
  gtk_widget_class_bind_template_child (widget_class, YsTable2Form, parts);
  gtk_widget_class_bind_template_callback (widget_class, decisions_cb);
  gtk_widget_class_bind_template_callback (widget_class, opening_cb);
  gtk_widget_class_bind_template_callback (widget_class, issue_cb);
  gtk_widget_class_bind_template_callback (widget_class, repeal_cb);
  gtk_widget_class_bind_template_callback (widget_class, decisions_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, opening_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, issue_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, repeal_changed_cb);
}

static void
ys_table2_form_init (YsTable2Form *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_drop_down_set_name (self->kind, _("Kind of document"));
  ys_drop_down_set_name (self->document, _("Document repealed"));
  self->documents = g_ptr_array_new_with_free_func (g_free);
  self->recording = g_cancellable_new ();
}
