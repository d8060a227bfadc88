/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choices are gathered and recorded by a button, so that a row that is moved twice is no two entries. */
#include "desk/settings/approval-page.h"

#include "office/staff.h"
#include "wording/explain.h"
#include "wording/i18n.h"
#include "wording/word.h"

#define N_STEPS 5

/* The usual way of a draft, which is also where a step that is not taken waits. */
static const char *const usual[N_STEPS] = { "section", "legal", "secrecy", "co-unit", "leader" };

typedef struct
{
  const char *id; /* of usual */
  gboolean on;
  GtkWidget *row;
  GtkSwitch *control;
  GtkWidget *up;
  GtkWidget *down;
} Step;

struct _YsApprovalPage
{
  AdwPreferencesPage parent_instance;

  AdwPreferencesGroup *policy;
  AdwComboRow *approval;
  GtkSwitch *own_drafts;
  GtkWidget *own_warning;
  GtkWidget *record_policy;
  AdwPreferencesGroup *chain;
  GtkWidget *record_chain;
  GtkLabel *failure;

  YsContext *context;
  Step steps[N_STEPS]; /* in the order that is shown */
  YsStaff *seen;       /* what the choices started from */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YsApprovalPage, ys_approval_page, ADW_TYPE_PREFERENCES_PAGE)

static void
show_failure (YsApprovalPage *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

/* --- what differs from what is recorded --------------------------------------------------------- */

static gboolean
policy_differs (YsApprovalPage *self)
{
  const YsStaff *staff = ys_context_get_staff (self->context);

  return adw_combo_row_get_selected (self->approval) != (guint) ys_staff_get_approval (staff)
         || gtk_switch_get_active (self->own_drafts) != ys_staff_allows_own_drafts (staff);
}

/* (transfer container): the ids of the steps that are taken, ended by NULL. */
static const char **
list_steps (YsApprovalPage *self)
{
  const char **list = g_new0 (const char *, N_STEPS + 1);
  guint n = 0;

  for (guint i = 0; i < N_STEPS; i++)
    if (self->steps[i].on)
      list[n++] = self->steps[i].id;
  return list;
}

static gboolean
chain_differs (YsApprovalPage *self)
{
  g_autofree const char **list = list_steps (self);

  return !g_strv_equal (list, ys_staff_get_chain (ys_context_get_staff (self->context)));
}

static void
show_buttons (YsApprovalPage *self)
{
  guint last = 0;

  gtk_widget_set_sensitive (self->record_policy,
                            policy_differs (self)
                              && ys_context_may (self->context, YS_KIND_AGENCY_POLICY_SET));
  gtk_widget_set_sensitive (self->record_chain,
                            chain_differs (self)
                              && ys_context_may (self->context, YS_KIND_AGENCY_CHAIN_SET));
  gtk_widget_set_visible (self->own_warning, gtk_switch_get_active (self->own_drafts));
  for (guint i = 0; i < N_STEPS; i++)
    if (self->steps[i].on)
      last = i;
  for (guint i = 0; i < N_STEPS; i++)
    {
      gtk_widget_set_sensitive (self->steps[i].up, self->steps[i].on && i > 0);
      gtk_widget_set_sensitive (self->steps[i].down, self->steps[i].on && i < last);
    }
}

/* --- the chain --------------------------------------------------------------------------------- */

static guint
find_step (YsApprovalPage *self, gpointer control)
{
  const char *id = g_object_get_data (G_OBJECT (control), "step");

  for (guint i = 0; i < N_STEPS; i++)
    if (g_str_equal (self->steps[i].id, id))
      return i;
  g_return_val_if_reached (0);
}

static void
show_rows (YsApprovalPage *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_object_ref (self->steps[i].row);
      if (gtk_widget_get_parent (self->steps[i].row) != NULL)
        adw_preferences_group_remove (self->chain, self->steps[i].row);
      adw_preferences_group_add (self->chain, self->steps[i].row);
      g_object_unref (self->steps[i].row);
      gtk_switch_set_active (self->steps[i].control, self->steps[i].on);
    }
  self->filling = FALSE;
  show_buttons (self);
}

static void
move (YsApprovalPage *self, GtkButton *button, int by)
{
  guint at = find_step (self, button);
  guint to = at + (guint) by;
  Step step = self->steps[at];

  if (to >= N_STEPS)
    return;
  self->steps[at] = self->steps[to];
  self->steps[to] = step;
  show_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (button));
}

static void
up_cb (GtkButton *button, YsApprovalPage *self)
{
  move (self, button, -1);
}

static void
down_cb (GtkButton *button, YsApprovalPage *self)
{
  move (self, button, 1);
}

static void
step_cb (GtkSwitch *control, GParamSpec *pspec, YsApprovalPage *self)
{
  if (self->filling)
    return;
  self->steps[find_step (self, control)].on = gtk_switch_get_active (control);
  show_buttons (self);
}

static GtkWidget *
make_arrow (YsApprovalPage *self, const char *id, const char *icon, const char *text,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), "step", (gpointer) id);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static Step
make_step (YsApprovalPage *self, const char *id)
{
  const char *name = ys_word_name ("as", id);
  g_autofree char *up = g_strdup_printf (_("Move %s up"), name);
  g_autofree char *down = g_strdup_printf (_("Move %s down"), name);
  Step step = { id, FALSE, adw_action_row_new (), GTK_SWITCH (gtk_switch_new ()), NULL, NULL };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (step.row), name);
  step.up = make_arrow (self, id, "go-up-symbolic", up, G_CALLBACK (up_cb));
  step.down = make_arrow (self, id, "go-down-symbolic", down, G_CALLBACK (down_cb));
  gtk_widget_set_valign (GTK_WIDGET (step.control), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (step.control), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data (G_OBJECT (step.control), "step", (gpointer) id);
  g_signal_connect_object (step.control, "notify::active", G_CALLBACK (step_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (step.row), step.up);
  adw_action_row_add_suffix (ADW_ACTION_ROW (step.row), step.down);
  adw_action_row_add_suffix (ADW_ACTION_ROW (step.row), GTK_WIDGET (step.control));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (step.row), GTK_WIDGET (step.control));
  return step;
}

/* Those that are taken in their order, then the others in the usual one. */
static void
take_chain (YsApprovalPage *self)
{
  const char *const *chain = ys_staff_get_chain (ys_context_get_staff (self->context));
  Step ordered[N_STEPS];
  guint n = 0;

  for (const char *const *id = chain; *id != NULL && n < N_STEPS; id++)
    for (guint i = 0; i < N_STEPS; i++)
      if (g_str_equal (self->steps[i].id, *id))
        {
          ordered[n] = self->steps[i];
          ordered[n++].on = TRUE;
        }
  for (guint u = 0; u < N_STEPS; u++)
    for (guint i = 0; i < N_STEPS && n < N_STEPS; i++)
      if (g_str_equal (self->steps[i].id, usual[u]) && !g_strv_contains (chain, usual[u]))
        {
          ordered[n] = self->steps[i];
          ordered[n++].on = FALSE;
        }
  g_return_if_fail (n == N_STEPS);
  for (guint i = 0; i < N_STEPS; i++)
    self->steps[i] = ordered[i];
  show_rows (self);
}

/* --- recording ---------------------------------------------------------------------------------- */

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsApprovalPage) self = user_data;
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  if (self->failure != NULL)
    show_failure (self, error != NULL ? error->message : NULL);
}

typedef struct
{
  YsStaffApproval approval;
  gboolean own_drafts;
} Policy;

static gpointer
set_policy (YsSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Policy *policy = data;

  ys_office_set_policy (session, ys_session_get_today (session), policy->approval,
                        policy->own_drafts, error);
  return NULL;
}

static void
record_policy_cb (GtkButton *button, YsApprovalPage *self)
{
  Policy *policy = g_new0 (Policy, 1);

  policy->approval = (YsStaffApproval) adw_combo_row_get_selected (self->approval);
  policy->own_drafts = gtk_switch_get_active (self->own_drafts);
  show_failure (self, NULL);
  ys_context_run_async (self->context, set_policy, policy, g_free, NULL, NULL, recorded_cb,
                        g_object_ref (self));
}

static gpointer
set_chain (YsSession *session, gpointer steps, GCancellable *cancellable, GError **error)
{
  ys_office_set_chain (session, ys_session_get_today (session), steps, error);
  return NULL;
}

static void
record_chain_cb (GtkButton *button, YsApprovalPage *self)
{
  show_failure (self, NULL);
  ys_context_run_async (self->context, set_chain, list_steps (self), g_free, NULL, NULL,
                        recorded_cb, g_object_ref (self));
}

/* --- what is so --------------------------------------------------------------------------------- */

static void
take_policy (YsApprovalPage *self)
{
  const YsStaff *staff = ys_context_get_staff (self->context);

  self->filling = TRUE;
  adw_combo_row_set_selected (self->approval, (guint) ys_staff_get_approval (staff));
  gtk_switch_set_active (self->own_drafts, ys_staff_allows_own_drafts (staff));
  self->filling = FALSE;
}

/* Whether what is recorded of approval is another than was seen. Another's entry of something else must
 * not take away what is being chosen. */
static gboolean
is_other (YsApprovalPage *self)
{
  const YsStaff *staff = ys_context_get_staff (self->context);

  return self->seen == NULL || ys_staff_get_approval (staff) != ys_staff_get_approval (self->seen)
         || ys_staff_allows_own_drafts (staff) != ys_staff_allows_own_drafts (self->seen)
         || !g_strv_equal (ys_staff_get_chain (staff), ys_staff_get_chain (self->seen));
}

static void
show_all (YsApprovalPage *self)
{
  g_autofree char *reason = ys_context_tell_why_not (self->context, YS_KIND_AGENCY_POLICY_SET);
  g_autofree char *escaped = reason != NULL ? g_markup_escape_text (reason, -1) : NULL;

  if (is_other (self))
    {
      g_clear_pointer (&self->seen, ys_staff_free);
      self->seen = ys_staff_copy (ys_context_get_staff (self->context));
      take_policy (self);
      take_chain (self);
    }
  show_buttons (self);
  adw_preferences_group_set_description (
    self->policy, escaped != NULL ? escaped : _("What stands before a reply, an extension or a "
                                                "closing. It holds from the moment it is recorded."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->approval), reason == NULL);
  gtk_widget_set_sensitive (gtk_widget_get_ancestor (GTK_WIDGET (self->own_drafts),
                                                     ADW_TYPE_ACTION_ROW), reason == NULL);
  for (guint i = 0; i < N_STEPS; i++)
    gtk_widget_set_sensitive (self->steps[i].row, reason == NULL);
}

static void
changed_cb (YsContext *context, YsApprovalPage *self)
{
  show_all (self);
}

static void
choice_cb (GObject *control, GParamSpec *pspec, YsApprovalPage *self)
{
  if (!self->filling && self->context != NULL)
    show_buttons (self);
}

/* --- class -------------------------------------------------------------------------------------- */

static void
ys_approval_page_dispose (GObject *object)
{
  YsApprovalPage *self = YS_APPROVAL_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_APPROVAL_PAGE);
  g_clear_pointer (&self->seen, ys_staff_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_approval_page_parent_class)->dispose (object);
}

static void
ys_approval_page_class_init (YsApprovalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_approval_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/settings/approval-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsApprovalPage, policy);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalPage, approval);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalPage, own_drafts);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalPage, own_warning);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalPage, record_policy);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalPage, chain);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalPage, record_chain);
  gtk_widget_class_bind_template_child (widget_class, YsApprovalPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_policy_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_chain_cb);
}

static void
ys_approval_page_init (YsApprovalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_STEPS; i++)
    self->steps[i] = make_step (self, usual[i]);
}

GtkWidget *
ys_approval_page_new (YsContext *context)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsApprovalPage *self = g_object_new (YS_TYPE_APPROVAL_PAGE, NULL);

  self->context = g_object_ref (context);
  show_all (self);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}
