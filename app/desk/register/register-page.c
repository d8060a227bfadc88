/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the panels together: what is typed becomes a draft, the draft is judged and asked about, and
 * in the end registered. How it is kept is in register-page-draft.c; fields are the panels' business. */
#include "desk/register/register-page-private.h"

#include "desk/register/day-reading.h"
#include "desk/register/receipt-print.h"
#include "desk/register/receipt.h"
#include "desk/register/register-work.h"
#include "desk/widgets/enter.h"
#include "desk/widgets/row-words.h"
#include "desk/window.h"
#include "wording/i18n.h"

G_DEFINE_FINAL_TYPE (YsRegisterPage, ys_register_page, GTK_TYPE_BOX)

#define REGISTER_AND_PRINT "register.register-and-print"

/* --- what is typed ------------------------------------------------------------------------------- */

YsRequestDraft *
ys_register_page_take_draft (YsRegisterPage *self)
{
  YsRequestDraft *draft = ys_request_draft_new ();

  ys_register_form_take (self->form, draft);
  ys_likeness_panel_take (self->likeness, draft);
  return draft;
}

static void
show_period (YsRegisterPage *self, const YsRequestDraft *draft)
{
  YsDay today = ys_context_get_today (self->context);
  YsReceipt receipt;

  ys_receipt_judge (draft->channel, ys_day_read (draft->received, today),
                    ys_day_read (draft->confirmed, today),
                    ys_context_get_calendar (self->context), &receipt);
  ys_period_card_show (self->period, draft->channel, &receipt);
}

static int
find_year (YsRegisterPage *self, const YsRequestDraft *draft)
{
  YsDay today = ys_context_get_today (self->context);
  YsDay received = ys_day_read (draft->received, today);

  return ys_day_year (received != YS_DAY_NONE ? received : today);
}

void
ys_register_page_show_draft (YsRegisterPage *self, const YsRequestDraft *draft)
{
  ys_register_form_show (self->form, draft);
  ys_likeness_panel_show (self->likeness, draft);
  show_period (self, draft);
  ys_likeness_panel_ask (self->likeness, draft, find_year (self, draft));
}

/* --- faults -------------------------------------------------------------------------------------- */

void
ys_register_page_unmark_all (YsRegisterPage *self)
{
  ys_register_form_unmark (self->form);
  self->marked = FALSE;
}

static gboolean
check (YsRegisterPage *self, const YsRequestDraft *draft)
{
  const char *first;
  guint faults
    = ys_register_form_check (self->form, draft, ys_context_get_today (self->context), &first);
  g_autofree char *sentence = NULL;

  self->marked = faults > 0;
  if (faults == 0)
    return TRUE;
  sentence = g_strdup_printf (ngettext ("%u field needs another look. %s",
                                        "%u fields need another look. %s", faults), faults, first);
  gtk_label_set_text (self->draft_state, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->draft_state), sentence);
  gtk_widget_set_css_classes (GTK_WIDGET (self->draft_state),
                              (const char *[]) { "s", "err", NULL });
  return FALSE;
}

/* --- changes ------------------------------------------------------------------------------------- */

static void
edited_cb (YsRegisterPage *self)
{
  g_autoptr (YsRequestDraft) draft = NULL;

  if (self->context == NULL)
    return;
  ys_register_page_set_discarded (self, NULL);
  draft = ys_register_page_take_draft (self);
  if (self->marked && ys_request_check (draft, ys_context_get_today (self->context), NULL, NULL) == 0)
    {
      ys_register_page_unmark_all (self);
      ys_register_page_show_draft_state (self, "", FALSE);
    }
  show_period (self, draft);
  ys_likeness_panel_ask (self->likeness, draft, find_year (self, draft));
  ys_draft_keeper_touch (self->keeper);
}

static void
chosen_cb (YsRegisterPage *self)
{
  ys_draft_keeper_touch (self->keeper);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, YsRegisterPage *self)
{
  if (self->keeper != NULL && self->context != NULL)
    ys_draft_keeper_flush (self->keeper);
}

static void
numbered_cb (YsLikenessPanel *panel, const char *id, YsRegisterPage *self)
{
  g_autofree char *number = id != NULL ? ys_words_number (id) : NULL;
  g_autofree char *text
    = number != NULL ? g_strdup_printf (_("Number will be %s"), number) : g_strdup ("");

  gtk_label_set_text (self->next_number, text);
}

static void
changed_cb (YsContext *context, YsRegisterPage *self)
{
  YsDay today = ys_context_get_today (context);
  g_autoptr (YsRequestDraft) draft = NULL;

  ys_register_form_set_today (self->form, today);
  draft = ys_register_page_take_draft (self);
  show_period (self, draft);
  ys_likeness_panel_ask (self->likeness, draft, find_year (self, draft));
}

/* --- handlers ------------------------------------------------------------------------------------ */

static gpointer
list_handlers (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return ys_office_list_handlers (session, error);
}

static void
handlers_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsRegisterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) handlers = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (handlers == NULL)
    ys_window_tell_failure (GTK_WIDGET (self), error);
  else if (self->form != NULL)
    ys_register_form_set_handlers (self->form, handlers);
}

/* --- registering --------------------------------------------------------------------------------- */

static void
allow_registering (YsRegisterPage *self, gboolean allowed)
{
  allowed = allowed && ys_context_may (self->context, YS_KIND_RECEIVED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.register", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), REGISTER_AND_PRINT, allowed);
}

static void
set_registering (YsRegisterPage *self, gboolean registering)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* A field that keeps the focus while it cannot be used misses the end of it. */
  if (registering && root != NULL)
    gtk_root_set_focus (root, NULL);
  self->registering = registering;
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !registering);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.discard", !registering);
  allow_registering (self, !registering);
}

static void
tell_registered (GtkWidget *window, const YsRegistered *done)
{
  g_autofree char *day = done->due != YS_DAY_NONE ? ys_day_write_weekday (done->due) : NULL;
  g_autofree char *number = ys_words_number (done->id);
  g_autofree char *sentence
    = day != NULL ? g_strdup_printf (_("Registered as %s, reply due %s"), number, day)
                  : g_strdup_printf (_("Registered as %s; the period has not begun"), number);

  ys_window_tell (window, sentence);
  if (done->problems->len > 0)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *list = NULL;

      g_ptr_array_add (done->problems, NULL);
      list = g_strjoinv ("\n", (char **) done->problems->pdata);
      g_set_error (&error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
                   _("The request is registered as %s, but not everything could be added to it. "
                     "Add it from the case.\n%s"), number, list);
      ys_window_tell_failure (window, error);
    }
}

static void
print_slip (YsContext *context, GtkWidget *window, const YsRegistered *done)
{
  YsSlip slip = {
    .agency = ys_context_get_agency (context),
    .id = done->id,
    .applicant = done->applicant,
    .joint = done->joint,
    .title = done->title,
    .channel = done->channel,
    .received = done->received,
    .due = done->due,
    .files = done->files,
    .actor = ys_context_name_actor (context, ys_context_get_actor (context)),
    .today = ys_context_get_today (context),
  };
  g_autoptr (GtkPrintOperation) operation = ys_slip_print_new (&slip);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window),
                           &error);
  if (error != NULL)
    ys_window_tell_failure (window, error);
}

static void
registered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsRegisterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistered) done = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  GtkWidget *window;

  /* The page went meanwhile, and saved what was typed once more. */
  if (done != NULL)
    ys_draft_keeper_discard (self->keeper);
  if (self->form == NULL)
    return;
  set_registering (self, FALSE);
  window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  if (done == NULL)
    {
      ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  ys_register_page_show_fresh_draft (self);
  if (!YS_IS_WINDOW (window))
    return;
  /* Going back drops this page: from the case, one returns to where one was before. */
  ys_window_go_back (window);
  ys_window_show_case (window, done->id);
  tell_registered (window, done);
  if (self->prints)
    print_slip (YS_CONTEXT (source), window, done);
}

/* register.register, and register.register-and-print. */
static void
register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsRegisterPage *self = YS_REGISTER_PAGE (widget);
  YsRequestDraft *draft;

  if (self->registering)
    return;
  draft = ys_register_page_take_draft (self);
  if (!check (self, draft))
    {
      ys_request_draft_free (draft);
      return;
    }
  ys_draft_keeper_flush (self->keeper);
  self->prints = g_str_equal (name, REGISTER_AND_PRINT);
  set_registering (self, TRUE);
  ys_context_run_async (self->context, ys_register_work, draft,
                        (GDestroyNotify) ys_request_draft_free,
                        (GDestroyNotify) ys_registered_free, NULL, registered_cb,
                        g_object_ref (self));
}

/* --- class --------------------------------------------------------------------------------------- */

static void
ys_register_page_dispose (GObject *object)
{
  YsRegisterPage *self = YS_REGISTER_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->keeper != NULL && self->form != NULL)
    ys_draft_keeper_close (self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_REGISTER_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_register_page_parent_class)->dispose (object);
}

static void
ys_register_page_finalize (GObject *object)
{
  YsRegisterPage *self = YS_REGISTER_PAGE (object);

  g_clear_object (&self->keeper);
  g_clear_pointer (&self->discarded, ys_request_draft_free);
  G_OBJECT_CLASS (ys_register_page_parent_class)->finalize (object);
}

static gboolean
ys_register_page_grab_focus (GtkWidget *widget)
{
  ys_register_form_focus (YS_REGISTER_PAGE (widget)->form);
  return TRUE;
}

static void
ys_register_page_class_init (YsRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_register_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_register_page_finalize;
  widget_class->grab_focus = ys_register_page_grab_focus;

  g_type_ensure (YS_TYPE_REGISTER_FORM);
  g_type_ensure (YS_TYPE_PERIOD_CARD);
  g_type_ensure (YS_TYPE_LIKENESS_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/register/register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, form);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, period);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, likeness);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, draft_icon);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, draft_state);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, next_number);
  gtk_widget_class_bind_template_child (widget_class, YsRegisterPage, discard);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, numbered_cb);
  gtk_widget_class_install_action (widget_class, "register.register", NULL, register_action);
  gtk_widget_class_install_action (widget_class, REGISTER_AND_PRINT, NULL, register_action);
  gtk_widget_class_install_action (widget_class, "register.discard", NULL,
                                   ys_register_page_discard_action);
}

static void
ys_register_page_init (YsRegisterPage *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  ys_enter_add (GTK_WIDGET (self), GDK_CONTROL_MASK, "register.register");
  ys_enter_add (GTK_WIDGET (self), GDK_CONTROL_MASK | GDK_SHIFT_MASK, REGISTER_AND_PRINT);
}

GtkWidget *
ys_register_page_new (YsContext *context)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsRegisterPage *self = g_object_new (YS_TYPE_REGISTER_PAGE, NULL);
  g_autofree char *path = ys_draft_find_path (ys_context_get_docket_id (context));

  ys_likeness_panel_set_context (self->likeness, context);
  ys_register_form_set_today (self->form, ys_context_get_today (context));
  self->keeper = ys_draft_keeper_new (path, ys_register_page_write_draft_cb, self);
  g_signal_connect_object (self->keeper, "saved", G_CALLBACK (ys_register_page_saved_cb), self, 0);
  self->context = g_object_ref (context);
  allow_registering (self, TRUE);
  ys_register_page_restore_draft (self);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  ys_context_run_async (context, list_handlers, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, handlers_listed_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
