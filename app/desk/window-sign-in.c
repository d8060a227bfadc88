/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who sits at the window: asked where the docket has staff, shown at the foot of the sidebar with the
 * state of the key; and the question for the key, wherever an act needs it. */
#include "desk/window-private.h"

#include "desk/widgets/key-question.h"
#include "desk/widgets/sign-in.h"
#include "wording/explain.h"
#include "wording/i18n.h"

static YsApplication *
get_application (YsWindow *self)
{
  return YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* --- the foot ---------------------------------------------------------------------------------- */

static char *
name_with_roles (const YsPerson *person)
{
  g_autoptr (GString) text = g_string_new (person->name);

  for (guint role = YS_ROLE_OFFICER; role <= YS_ROLE_KEEPER; role <<= 1)
    if ((person->roles & role) != 0)
      g_string_append_printf (text, " · %s", ys_name_role (ys_role_get_id ((YsRole) role)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_key (YsWindow *self, const YsPerson *person)
{
  gboolean is_open = ys_context_is_key_open (self->context);
  const char *tip = is_open ? _("Your key is open") : _("Your key is locked");

  gtk_widget_set_visible (GTK_WIDGET (self->key_icon), person != NULL && person->key != NULL);
  gtk_image_set_from_icon_name (self->key_icon, is_open ? "dialog-password-symbolic"
                                                        : "changes-prevent-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->key_icon), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->key_icon), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                  -1);
}

void
ys_window_show_actor (YsWindow *self)
{
  const YsStaff *staff = ys_context_get_staff (self->context);
  const char *actor = ys_context_get_actor (self->context);
  const YsPerson *person = ys_staff_find (staff, actor);
  g_autofree char *text = person != NULL    ? name_with_roles (person)
                          : *actor == '\0' ? g_strdup (_("Who are you?"))
                                           : g_strdup (actor);
  g_autofree char *spoken = g_strdup_printf (_("Signed in: %s"), text);

  gtk_label_set_text (self->actor, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->actor), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->actor_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  show_key (self, person);
}

/* --- who are you ------------------------------------------------------------------------------- */

void
ys_window_sign_in (YsWindow *self)
{
  g_return_if_fail (YS_IS_WINDOW (self) && self->context != NULL);

  if (ys_staff_is_open (ys_context_get_staff (self->context)))
    g_action_group_activate_action (G_ACTION_GROUP (get_application (self)), "show-preferences",
                                    g_variant_new_string ("docket"));
  else
    ys_sign_in_ask (GTK_WIDGET (self), self->context,
                    ys_application_get_settings (get_application (self)));
}

static void
mapped_cb (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, mapped_cb, NULL);
  ys_window_check_sign_in (YS_WINDOW (widget));
}

/* Not before the window is there, which the question stands in front of. */
void
ys_window_check_sign_in (YsWindow *self)
{
  gboolean is_known = ys_sign_in_take_remembered (
    self->context, ys_application_get_settings (get_application (self)));

  if (is_known)
    self->sign_in_asked = FALSE;
  else if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      g_signal_handlers_disconnect_by_func (self, mapped_cb, NULL);
      g_signal_connect_after (self, "map", G_CALLBACK (mapped_cb), NULL);
    }
  else if (!self->sign_in_asked)
    {
      self->sign_in_asked = TRUE;
      ys_window_sign_in (self);
    }
}

/* --- the key ----------------------------------------------------------------------------------- */

/* The form on top of this window, or of its form, which is what the person looks at. */
static GtkWindow *
find_top (YsWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *top = GTK_WINDOW (self);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) != top
          || !gtk_widget_get_visible (GTK_WIDGET (window)))
        continue;
      /* Once more from the start: the order of windows says nothing. */
      top = window;
      i = (guint) -1;
    }
  return top;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsContext) context = user_data;

  ys_context_answer_key_question (context, ys_key_question_finish (result));
}

static void
ask_key_cb (YsContext *context, gpointer user_data)
{
  YsWindow *self = user_data;

  ys_key_question_ask (GTK_WIDGET (find_top (self)), context, answered_cb, g_object_ref (context));
}

void
ys_window_begin_sign_in (YsWindow *self)
{
  g_autofree char *writer = ys_application_get_writer (get_application (self));

  ys_context_set_key_question (self->context, ask_key_cb, self);
  if (writer != NULL && ys_staff_is_open (ys_context_get_staff (self->context)))
    ys_context_set_actor (self->context, writer);
  ys_window_check_sign_in (self);
}
