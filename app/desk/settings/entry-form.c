/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows, their answers, and the act. */
#include "desk/settings/entry-form.h"

#include "desk/register/day-entry.h"
#include "desk/widgets/enter.h"
#include "wording/i18n.h"

#include <string.h>

struct _YsEntryForm
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkLabel *hint;
  AdwPreferencesGroup *rows;
  GtkLabel *failure;
  GtkSpinner *spinner;
  GtkButton *go;

  YsContext *context;
  YsWorkFunc act;
  char *sure;
  GPtrArray *asks;    /* of Ask */
  GHashTable *hidden; /* answers without a row */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (YsEntryForm, ys_entry_form, ADW_TYPE_WINDOW)

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *key;
  char *title;
  GtkWidget *row;
  GtkWidget *control; /* what holds the answer: the row itself, a switch, a day */
  char **ids;         /* of a choice */
  char *same_as;
  gboolean required;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_free (self->key);
  g_free (self->title);
  g_strfreev (self->ids);
  g_free (self->same_as);
  g_free (self);
}

/* Some answers are secrets. */
static void
wipe (gpointer text)
{
  explicit_bzero (text, strlen (text));
  g_free (text);
}

static GHashTable *
answers_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wipe);
}

const char *
ys_entry_form_answer (GHashTable *answers, const char *key)
{
  const char *text = g_hash_table_lookup (answers, key);

  return text != NULL && *text != '\0' ? text : NULL;
}

YsDay
ys_entry_form_answer_day (GHashTable *answers, const char *key)
{
  const char *text = ys_entry_form_answer (answers, key);

  return text != NULL ? ys_day_parse (text, -1) : YS_DAY_NONE;
}

/* --- answers ---------------------------------------------------------------------------------- */

static char *
read_answer (const Ask *ask)
{
  char day[YS_DAY_TEXT];

  if (GTK_IS_SWITCH (ask->control))
    return g_strdup (gtk_switch_get_active (GTK_SWITCH (ask->control)) ? "1" : "0");
  if (YS_IS_DAY_ENTRY (ask->control))
    {
      YsDay on = ys_day_entry_get_day (YS_DAY_ENTRY (ask->control));

      return g_strdup (on != YS_DAY_NONE ? ys_day_format (on, day) : "");
    }
  if (ask->ids != NULL)
    {
      guint at = adw_combo_row_get_selected (ADW_COMBO_ROW (ask->control));

      return g_strdup (at < g_strv_length (ask->ids) ? ask->ids[at] : "");
    }
  if (ADW_IS_PASSWORD_ENTRY_ROW (ask->control))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (ask->control)));
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (ask->control))));
}

static GHashTable *
read_answers (YsEntryForm *self)
{
  GHashTable *answers = answers_new ();
  GHashTableIter iter;
  gpointer key, text;

  g_hash_table_iter_init (&iter, self->hidden);
  while (g_hash_table_iter_next (&iter, &key, &text))
    g_hash_table_insert (answers, g_strdup (key), g_strdup (text));
  for (guint i = 0; i < self->asks->len; i++)
    {
      const Ask *ask = g_ptr_array_index (self->asks, i);

      g_hash_table_insert (answers, g_strdup (ask->key), read_answer (ask));
    }
  return answers;
}

static void
show_failure (YsEntryForm *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

/* The first answer that is missing or not the same, told. */
static gboolean
is_complete (YsEntryForm *self, GHashTable *answers)
{
  for (guint i = 0; i < self->asks->len; i++)
    {
      const Ask *ask = g_ptr_array_index (self->asks, i);
      const char *text = ys_entry_form_answer (answers, ask->key);
      g_autofree char *sentence = NULL;

      if (text == NULL && ask->required)
        sentence = YS_IS_DAY_ENTRY (ask->control)
                     ? g_strdup_printf (_("“%s” needs a day, as 2026-01-05."), ask->title)
                     : g_strdup_printf (_("“%s” is empty."), ask->title);
      else if (ask->same_as != NULL
               && g_strcmp0 (text, ys_entry_form_answer (answers, ask->same_as)) != 0)
        sentence = g_strdup (_("The two passphrases are not the same. Type both again."));
      if (sentence == NULL)
        continue;
      show_failure (self, sentence);
      gtk_widget_grab_focus (ask->row);
      return FALSE;
    }
  return TRUE;
}

/* --- the act ---------------------------------------------------------------------------------- */

static void
set_busy (YsEntryForm *self, gboolean busy)
{
  self->busy = busy;
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rows), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go), !busy);
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsEntryForm) self = user_data;
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  /* The window was closed meanwhile. */
  if (self->rows == NULL)
    return;
  set_busy (self, FALSE);
  if (error != NULL)
    {
      show_failure (self, error->message);
      return;
    }
  g_signal_emit (self, signals[DONE], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
start (YsEntryForm *self)
{
  show_failure (self, NULL);
  /* A field that goes insensitive with the focus in it never hears that it lost it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  ys_context_run_async (self->context, self->act, read_answers (self),
                        (GDestroyNotify) g_hash_table_unref, NULL, NULL, acted_cb,
                        g_object_ref (self));
  set_busy (self, TRUE);
}

static void
sure_cb (AdwMessageDialog *dialog, const char *response, YsEntryForm *self)
{
  if (g_str_equal (response, "go"))
    start (self);
}

static void
ask_whether_sure (YsEntryForm *self)
{
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (self), gtk_window_get_title (GTK_WINDOW (self)),
                              self->sure);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "go",
                                    gtk_button_get_label (self->go), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (sure_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ys_entry_form_go (YsEntryForm *self)
{
  g_return_if_fail (YS_IS_ENTRY_FORM (self));

  g_autoptr (GHashTable) answers = read_answers (self);

  if (self->busy || !is_complete (self, answers))
    return;
  if (self->sure != NULL)
    ask_whether_sure (self);
  else
    start (self);
}

static void
go_cb (GtkWidget *widget, YsEntryForm *self)
{
  ys_entry_form_go (self);
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_entry_form_go (YS_ENTRY_FORM (widget));
}

/* --- rows ------------------------------------------------------------------------------------- */

static Ask *
add (YsEntryForm *self, const char *key, const char *title, GtkWidget *row, GtkWidget *control)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->key = g_strdup (key);
  ask->title = g_strdup (title);
  ask->row = row;
  ask->control = control;
  g_ptr_array_add (self->asks, ask);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (self->rows, row);
  return ask;
}

void
ys_entry_form_add_text (YsEntryForm *self, const char *key, const char *title, const char *text,
                        gboolean required)
{
  g_return_if_fail (YS_IS_ENTRY_FORM (self) && key != NULL);

  GtkWidget *row = adw_entry_row_new ();

  add (self, key, title, row, row)->required = required;
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (go_cb), self, 0);
}

void
ys_entry_form_add_secret (YsEntryForm *self, const char *key, const char *title,
                          const char *same_as)
{
  g_return_if_fail (YS_IS_ENTRY_FORM (self) && key != NULL);

  GtkWidget *row = adw_password_entry_row_new ();
  Ask *ask = add (self, key, title, row, row);

  ask->required = TRUE;
  ask->same_as = g_strdup (same_as);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (go_cb), self, 0);
}

void
ys_entry_form_add_switch (YsEntryForm *self, const char *key, const char *title,
                          const char *subtitle, gboolean active)
{
  g_return_if_fail (YS_IS_ENTRY_FORM (self) && key != NULL);

  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  add (self, key, title, row, control);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_switch_set_active (GTK_SWITCH (control), active);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
}

void
ys_entry_form_add_choice (YsEntryForm *self, const char *key, const char *title,
                          const char *const *ids, const char *const *names)
{
  g_return_if_fail (YS_IS_ENTRY_FORM (self) && key != NULL && ids != NULL && names != NULL);

  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  add (self, key, title, row, row)->ids = g_strdupv ((char **) ids);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
}

void
ys_entry_form_add_day (YsEntryForm *self, const char *key, const char *title, YsDay day)
{
  g_return_if_fail (YS_IS_ENTRY_FORM (self) && key != NULL);

  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = g_object_new (YS_TYPE_DAY_ENTRY, "valign", GTK_ALIGN_CENTER, NULL);

  add (self, key, title, row, control)->required = TRUE;
  ys_day_entry_set_label (YS_DAY_ENTRY (control), title);
  ys_day_entry_set_today (YS_DAY_ENTRY (control), ys_context_get_today (self->context));
  ys_day_entry_set_day (YS_DAY_ENTRY (control), day);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
}

void
ys_entry_form_set (YsEntryForm *self, const char *key, const char *text)
{
  g_return_if_fail (YS_IS_ENTRY_FORM (self) && key != NULL && text != NULL);

  g_hash_table_insert (self->hidden, g_strdup (key), g_strdup (text));
}

void
ys_entry_form_set_sure (YsEntryForm *self, const char *question)
{
  g_return_if_fail (YS_IS_ENTRY_FORM (self) && question != NULL);

  g_free (self->sure);
  self->sure = g_strdup (question);
}

GtkWidget *
ys_entry_form_get_row (YsEntryForm *self, const char *key)
{
  g_return_val_if_fail (YS_IS_ENTRY_FORM (self) && key != NULL, NULL);

  for (guint i = 0; i < self->asks->len; i++)
    {
      const Ask *ask = g_ptr_array_index (self->asks, i);

      if (g_str_equal (ask->key, key))
        return ask->row;
    }
  return NULL;
}

const char *
ys_entry_form_get_failure (YsEntryForm *self)
{
  g_return_val_if_fail (YS_IS_ENTRY_FORM (self), NULL);
  return gtk_widget_get_visible (GTK_WIDGET (self->failure)) ? gtk_label_get_text (self->failure)
                                                             : NULL;
}

/* The first answer is what one comes for. */
static void
ys_entry_form_map (GtkWidget *widget)
{
  YsEntryForm *self = YS_ENTRY_FORM (widget);

  GTK_WIDGET_CLASS (ys_entry_form_parent_class)->map (widget);
  if (self->asks->len > 0)
    gtk_widget_grab_focus (((const Ask *) g_ptr_array_index (self->asks, 0))->row);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_entry_form_dispose (GObject *object)
{
  YsEntryForm *self = YS_ENTRY_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_ENTRY_FORM);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_entry_form_parent_class)->dispose (object);
}

static void
ys_entry_form_finalize (GObject *object)
{
  YsEntryForm *self = YS_ENTRY_FORM (object);

  g_free (self->sure);
  g_ptr_array_unref (self->asks);
  g_hash_table_unref (self->hidden);
  G_OBJECT_CLASS (ys_entry_form_parent_class)->finalize (object);
}

static void
ys_entry_form_class_init (YsEntryFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_entry_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_entry_form_finalize;
  widget_class->map = ys_entry_form_map;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/settings/entry-form.ui");
  gtk_widget_class_bind_template_child (widget_class, YsEntryForm, title);
  gtk_widget_class_bind_template_child (widget_class, YsEntryForm, hint);
  gtk_widget_class_bind_template_child (widget_class, YsEntryForm, rows);
  gtk_widget_class_bind_template_child (widget_class, YsEntryForm, failure);
  gtk_widget_class_bind_template_child (widget_class, YsEntryForm, spinner);
  gtk_widget_class_bind_template_child (widget_class, YsEntryForm, go);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_install_action (widget_class, "form.go", NULL, go_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_entry_form_init (YsEntryForm *self)
{
  self->asks = g_ptr_array_new_with_free_func (ask_free);
  self->hidden = answers_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_enter_add (GTK_WIDGET (self), GDK_CONTROL_MASK, "form.go");
}

YsEntryForm *
ys_entry_form_new (GtkWidget *from, YsContext *context, const char *title, const char *hint,
                   const char *verb, YsWorkFunc act)
{
  g_return_val_if_fail (GTK_IS_WIDGET (from) && YS_IS_CONTEXT (context) && act != NULL, NULL);

  YsEntryForm *self = g_object_new (YS_TYPE_ENTRY_FORM, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  self->context = g_object_ref (context);
  self->act = act;
  adw_window_title_set_title (self->title, title);
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_button_set_label (self->go, verb);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  return self;
}
