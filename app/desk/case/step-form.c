/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window around the fields of an act. It keeps no state but theirs. */
#include "desk/case/step-form.h"

#include "desk/case/form-field.h"
#include "desk/case/form-news.h"
#include "desk/widgets/enter.h"
#include "desk/widgets/mnemonic.h"
#include "desk/widgets/row-words.h"
#include "rules/event-fields.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsStepForm
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkLabel *hint;
  GtkLabel *late;
  GtkWidget *news;
  GtkBox *news_entries;
  GtkBox *fields;
  GtkLabel *told;
  GtkLabel *failure;
  GtkWidget *record;

  YsContext *context;
  YsCaseView *view;
  const YsDeed *deed;
  gint64 of;
  gint64 opened_at; /* seq of the case when the form was opened */
  GHashTable *opened_with; /* all answers, also those that no field shows */
  GHashTable *hidden;
  GCancellable *cancellable;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YsStepForm, ys_step_form, ADW_TYPE_WINDOW)

enum
{
  DONE,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- answers --------------------------------------------------------------------------------- */

static YsFormField *
find_field (YsStepForm *self, const char *key)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (ys_form_field_get_ask (YS_FORM_FIELD (child))->key, key))
      return YS_FORM_FIELD (child);
  return NULL;
}

GHashTable *
ys_step_form_get_answers (YsStepForm *self)
{
  g_return_val_if_fail (YS_IS_STEP_FORM (self), NULL);

  GHashTable *answers = ys_deed_answers_copy (self->hidden);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *text = ys_form_field_get_text (YS_FORM_FIELD (child));
      ys_deed_set_answer (answers, ys_form_field_get_ask (YS_FORM_FIELD (child))->key, text);
    }
  return answers;
}

gboolean
ys_step_form_is_touched (YsStepForm *self)
{
  g_return_val_if_fail (YS_IS_STEP_FORM (self), FALSE);

  g_autoptr (GHashTable) answers = ys_step_form_get_answers (self);
  GHashTableIter iter;
  gpointer key, text;

  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &key, &text))
    if (g_strcmp0 (ys_deed_answer (answers, key), ys_deed_answer (self->opened_with, key)) != 0)
      return TRUE;
  return FALSE;
}

static void field_changed_cb (YsFormField *field, YsStepForm *self);

/* Of an act of an earlier day. */
static void
show_late (YsStepForm *self)
{
  g_autofree char *sentence = ys_deed_tell_late (self->deed->kind, self->view);

  gtk_label_set_text (self->late, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->late), sentence != NULL);
}

static void
show_told (YsStepForm *self)
{
  g_autoptr (GHashTable) answers = ys_step_form_get_answers (self);
  YsFormField *earlier = find_field (self, "earlier");
  g_autofree char *sentence = ys_deed_tell (self->deed->kind, answers, self->view,
                                           ys_context_get_calendar (self->context));

  gtk_label_set_text (self->told, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->told), sentence != NULL);
  /* Only a repeated request names what was answered before. */
  if (earlier != NULL)
    gtk_widget_set_visible (GTK_WIDGET (earlier),
                            g_strcmp0 (ys_deed_answer (answers, "ground"), "36-6") == 0
                              || ys_deed_answer (answers, "earlier") != NULL);
}

/* What stands at the field that is amended, as it is now. (transfer full) */
static char *
read_amended (YsStepForm *self, const char *path)
{
  const YsViewEntry *entry = ys_case_view_get_entry (self->view, self->of);

  return entry != NULL && *path != '\0' ? ys_event_get_text (entry->event, path) : g_strdup ("");
}

/* Each field a letter of its own, which it keeps while others come and go; those of the buttons are
 * taken. */
static void
give_letters (YsStepForm *self)
{
  const char *const buttons[] = { _("_Cancel"), _("_Record"), _("_Attach a File…") };
  g_autoptr (GString) taken = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    g_string_append_c (taken, ys_mnemonic_get (buttons[i]));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ys_form_field_take_letter (YS_FORM_FIELD (child), taken);
}

/* An amendment starts from what stands there: another field brings its own control and text. */
static void
take_amended_field (YsStepForm *self, YsFormField *field)
{
  g_autofree char *path = ys_form_field_get_text (field);
  g_autofree char *now = read_amended (self, path);
  YsFormField *old = find_field (self, "to");
  GtkWidget *value;

  ys_deed_set_answer (self->hidden, YS_DEED_FROM, now);
  value = ys_form_field_new_value (ys_form_field_get_ask (old), self->context, self->view, self->of,
                                   path);
  gtk_box_remove (self->fields, GTK_WIDGET (old));
  gtk_box_insert_child_after (self->fields, value, GTK_WIDGET (field));
  ys_form_field_set_text (YS_FORM_FIELD (value), now);
  give_letters (self);
  g_signal_connect_object (value, "changed", G_CALLBACK (field_changed_cb), self, 0);
}

static void
show_failure (YsStepForm *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

static void
field_changed_cb (YsFormField *field, YsStepForm *self)
{
  if (self->filling)
    return;
  if (ys_form_field_get_ask (field)->type == YS_ASK_FIELD)
    take_amended_field (self, field);
  show_told (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- recording ------------------------------------------------------------------------------- */

typedef struct
{
  char *id;
  YsKind kind;
  GHashTable *answers;
} Input;

static void
input_free (gpointer data)
{
  Input *self = data;

  g_free (self->id);
  g_hash_table_unref (self->answers);
  g_free (self);
}

static gpointer
record (YsSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;

  ys_deed_carry_out (session, input->id, input->kind, input->answers, error);
  return NULL;
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsStepForm) self = user_data;
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->fields), TRUE);
  gtk_widget_set_sensitive (self->record, TRUE);
  if (error == NULL)
    {
      g_signal_emit (self, signals[DONE], 0);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (ys_error_is_conflict (error))
    show_failure (self, _("Somebody else went on with this case at the same moment. Look at what "
                          "came, then record again: what you wrote is still here."));
  else
    show_failure (self, error->message);
}

static void
show_missing (YsStepForm *self, const YsAsk *missing)
{
  g_autofree char *sentence
    = missing->type == YS_ASK_DAY
        ? g_strdup_printf (_("“%s” needs a day, as 2026-01-05."), _(missing->label))
        : g_strdup_printf (_("“%s” is empty."), _(missing->label));

  show_failure (self, sentence);
  ys_form_field_mark (find_field (self, missing->key));
}

static void
start_recording (YsStepForm *self)
{
  g_autoptr (GHashTable) answers = ys_step_form_get_answers (self);
  Input *input;

  show_failure (self, NULL);
  /* An entry that goes insensitive with the focus in it never hears that it lost it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fields), FALSE);
  gtk_widget_set_sensitive (self->record, FALSE);

  input = g_new0 (Input, 1);
  input->id = g_strdup (self->view->casefile->id);
  input->kind = self->deed->kind;
  input->answers = g_steal_pointer (&answers);
  ys_context_run_async (self->context, record, input, input_free, NULL, self->cancellable,
                        recorded_cb, g_object_ref (self));
}

static void
sure_cb (AdwMessageDialog *dialog, const char *response, YsStepForm *self)
{
  if (g_str_equal (response, "record"))
    start_recording (self);
}

/* A legal fact is not undone afterwards; it is asked about before. */
static void
ask_whether_sure (YsStepForm *self)
{
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (self), _(self->deed->title), _(self->deed->sure));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "record",
                                    _(self->deed->title), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "record",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (sure_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ys_step_form_record (YsStepForm *self)
{
  g_return_if_fail (YS_IS_STEP_FORM (self));

  g_autoptr (GHashTable) answers = ys_step_form_get_answers (self);
  const YsAsk *missing = ys_deed_find_missing (self->deed, answers);

  if (!gtk_widget_get_sensitive (self->record))
    return;
  if (missing != NULL)
    show_missing (self, missing);
  else if (self->deed->sure != NULL)
    ask_whether_sure (self);
  else
    start_recording (self);
}

static void
record_cb (GtkButton *button, YsStepForm *self)
{
  ys_step_form_record (self);
}

static void
record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_step_form_record (YS_STEP_FORM (widget));
}

/* --- the case goes on ------------------------------------------------------------------------ */

void
ys_step_form_set_view (YsStepForm *self, YsCaseView *view)
{
  g_return_if_fail (YS_IS_STEP_FORM (self) && view != NULL);

  g_autoptr (GHashTable) answers = NULL;

  if (view->casefile->seq == self->view->casefile->seq)
    return;
  ys_case_view_unref (self->view);
  self->view = ys_case_view_ref (view);
  answers = ys_step_form_get_answers (self);
  gtk_widget_set_visible (self->news, ys_form_news_fill (self->news_entries, view, self->opened_at,
                                                         self->deed, answers));
  /* A colleague may have amended the very field: the amendment starts from what stands there. */
  if (self->deed->kind == YS_KIND_AMENDED)
    {
      g_autofree char *now = read_amended (self, ys_deed_answer (answers, "field"));
      ys_deed_set_answer (self->hidden, YS_DEED_FROM, now);
    }
  show_late (self);
  show_told (self);
}

YsKind
ys_step_form_get_kind (YsStepForm *self)
{
  g_return_val_if_fail (YS_IS_STEP_FORM (self), YS_KIND_UNKNOWN);
  return self->deed->kind;
}

gint64
ys_step_form_get_of (YsStepForm *self)
{
  g_return_val_if_fail (YS_IS_STEP_FORM (self), 0);
  return self->of;
}

const char *
ys_step_form_get_failure (YsStepForm *self)
{
  g_return_val_if_fail (YS_IS_STEP_FORM (self), NULL);
  return gtk_widget_get_visible (GTK_WIDGET (self->failure)) ? gtk_label_get_text (self->failure)
                                                             : NULL;
}

/* --- class ----------------------------------------------------------------------------------- */

static void
ys_step_form_dispose (GObject *object)
{
  YsStepForm *self = YS_STEP_FORM (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_STEP_FORM);
  g_clear_object (&self->context);
  g_clear_pointer (&self->view, ys_case_view_unref);
  G_OBJECT_CLASS (ys_step_form_parent_class)->dispose (object);
}

static void
ys_step_form_finalize (GObject *object)
{
  YsStepForm *self = YS_STEP_FORM (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->opened_with, g_hash_table_unref);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  G_OBJECT_CLASS (ys_step_form_parent_class)->finalize (object);
}

static void
ys_step_form_class_init (YsStepFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_step_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_step_form_finalize;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/step-form.ui");
  gtk_widget_class_bind_template_child (widget_class, YsStepForm, title);
  gtk_widget_class_bind_template_child (widget_class, YsStepForm, hint);
  gtk_widget_class_bind_template_child (widget_class, YsStepForm, late);
  gtk_widget_class_bind_template_child (widget_class, YsStepForm, news);
  gtk_widget_class_bind_template_child (widget_class, YsStepForm, news_entries);
  gtk_widget_class_bind_template_child (widget_class, YsStepForm, fields);
  gtk_widget_class_bind_template_child (widget_class, YsStepForm, told);
  gtk_widget_class_bind_template_child (widget_class, YsStepForm, failure);
  gtk_widget_class_bind_template_child (widget_class, YsStepForm, record);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);

  gtk_widget_class_install_action (widget_class, "form.record", NULL, record_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_step_form_init (YsStepForm *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_enter_add (GTK_WIDGET (self), GDK_CONTROL_MASK, "form.record");
}

static void
fill (YsStepForm *self)
{
  self->filling = TRUE;
  for (const YsAsk *ask = self->deed->asks; ask->key != NULL; ask++)
    {
      GtkWidget *field
        = ask->type == YS_ASK_VALUE
            ? ys_form_field_new_value (ask, self->context, self->view, self->of,
                                       ys_deed_answer (self->opened_with, "field"))
            : ys_form_field_new (ask, self->context, self->view, self->deed->kind, self->of);

      gtk_box_append (self->fields, field);
      ys_form_field_set_text (YS_FORM_FIELD (field), ys_deed_answer (self->opened_with, ask->key));
      g_signal_connect_object (field, "changed", G_CALLBACK (field_changed_cb), self, 0);
    }
  give_letters (self);
  self->filling = FALSE;
  /* A control may say in its own way what it was given: "0" for nothing. */
  g_hash_table_unref (self->opened_with);
  self->opened_with = ys_step_form_get_answers (self);
}

YsStepForm *
ys_step_form_new (YsContext *context, YsCaseView *view, YsKind kind, gint64 of, GHashTable *answers)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context) && view != NULL && ys_deed_get (kind) != NULL, NULL);

  YsStepForm *self = g_object_new (YS_TYPE_STEP_FORM, NULL);
  const YsViewEntry *entry = of != 0 ? ys_case_view_get_entry (view, of) : NULL;
  g_autofree char *number = ys_words_number (view->casefile->id);

  self->context = g_object_ref (context);
  self->view = ys_case_view_ref (view);
  self->deed = ys_deed_get (kind);
  self->of = of;
  self->opened_at = view->casefile->seq;
  self->opened_with = answers != NULL
                        ? ys_deed_answers_copy (answers)
                        : ys_deed_propose (kind, view, ys_context_get_calendar (context), of);
  self->hidden = ys_deed_answers_copy (self->opened_with);

  gtk_window_set_title (GTK_WINDOW (self), _(self->deed->title));
  adw_window_title_set_title (self->title, _(self->deed->title));
  adw_window_title_set_subtitle (self->title,
                                 entry != NULL ? ys_name_kind (entry->event->kind) : number);
  /* The button says what it does; what is only written down is recorded. */
  if (self->deed->sure != NULL)
    gtk_button_set_label (GTK_BUTTON (self->record), _(self->deed->title));
  gtk_label_set_text (self->hint, self->deed->hint != NULL ? _(self->deed->hint) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), self->deed->hint != NULL);
  fill (self);
  show_late (self);
  show_told (self);
  return self;
}
