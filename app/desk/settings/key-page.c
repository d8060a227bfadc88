/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the docket says of the key, what lies in the profile, and whether it is open. */
#include "desk/settings/key-page.h"

#include "desk/settings/people-forms.h"
#include "desk/settings/value-row.h"
#include "desk/widgets/key-question.h"
#include "desk/widgets/sign-in.h"
#include "office/staff.h"
#include "wording/i18n.h"

struct _YsKeyPage
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *who;
  GtkWidget *change_person;
  GtkWidget *key;
  AdwActionRow *state;
  AdwActionRow *fingerprint;
  AdwActionRow *lock_row;
  GtkButton *lock;
  GtkWidget *make;
  GtkWidget *change;
  GtkSpinButton *minutes;

  GSettings *settings;
  YsContext *context;
};

G_DEFINE_FINAL_TYPE (YsKeyPage, ys_key_page, ADW_TYPE_PREFERENCES_PAGE)

static const YsPerson *
find_me (YsKeyPage *self)
{
  return ys_staff_find (ys_context_get_staff (self->context),
                        ys_context_get_actor (self->context));
}

/* --- what is so ------------------------------------------------------------------------------- */

static gpointer
look_for_key (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ys_office_has_key (session, ys_session_get_actor (session)));
}

/* A passphrase can only be changed where the key lies. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsKeyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean has_key = GPOINTER_TO_INT (ys_context_run_finish (YS_CONTEXT (source), result, &error));
  gboolean is_open;

  if (self->state == NULL || error != NULL)
    return;
  is_open = ys_context_is_key_open (self->context);
  gtk_widget_set_sensitive (self->change, has_key);
  gtk_widget_set_sensitive (GTK_WIDGET (self->lock), has_key);
  gtk_button_set_label (self->lock, is_open ? _("Lock Now") : _("Open…"));
  ys_value_row_set (self->lock_row,
                    !has_key  ? _("not on this computer")
                    : is_open ? _("open: nothing more is asked before signing")
                              : _("locked: the passphrase is asked before signing"));
}

static void
show_fingerprint (YsKeyPage *self, const YsPerson *me)
{
  const char *key = me->requested_key != NULL ? me->requested_key : me->key;
  g_autofree char *fingerprint = key != NULL ? ys_office_make_fingerprint (key) : NULL;

  ys_value_row_set (self->fingerprint, fingerprint != NULL ? fingerprint : "—");
}

static void
show_all (YsKeyPage *self)
{
  const YsPerson *me = find_me (self);
  gboolean is_open = ys_staff_is_open (ys_context_get_staff (self->context));
  const char *actor = ys_context_get_actor (self->context);
  g_autofree char *roles = me != NULL ? ys_people_name_roles (me) : NULL;
  g_autofree char *who = me != NULL   ? g_strdup_printf ("%s (%s) · %s", me->name, me->id, roles)
                         : is_open    ? g_strdup_printf (_("%s, in an open docket without staff"), actor)
                                      : g_strdup (_("nobody yet"));

  ys_value_row_set (self->who, who);
  gtk_widget_set_visible (self->change_person, !is_open);
  gtk_widget_set_visible (self->key, me != NULL);
  if (me == NULL)
    return;
  ys_value_row_set (self->state, ys_people_name_key (me));
  show_fingerprint (self, me);
  gtk_widget_set_sensitive (self->make,
                            ys_context_get_read_only_reason (self->context) == NULL && !me->left);
  ys_context_run_async (self->context, look_for_key, NULL, NULL, NULL, NULL, looked_cb,
                        g_object_ref (self));
}

static void
changed_cb (YsContext *context, YsKeyPage *self)
{
  show_all (self);
}

/* --- what is done ----------------------------------------------------------------------------- */

static void
change_person_cb (GtkButton *button, YsKeyPage *self)
{
  ys_sign_in_ask (GTK_WIDGET (self), self->context, self->settings);
}

static gpointer
make_key (YsSession *session, gpointer answers, GCancellable *cancellable, GError **error)
{
  ys_office_make_key (session, ys_session_get_today (session),
                      ys_entry_form_answer (answers, "passphrase"), error);
  return NULL;
}

static gpointer
change_passphrase (YsSession *session, gpointer answers, GCancellable *cancellable, GError **error)
{
  ys_office_change_passphrase (session, ys_entry_form_answer (answers, "old"),
                               ys_entry_form_answer (answers, "passphrase"), error);
  return NULL;
}

static void
done_cb (YsEntryForm *form, YsKeyPage *self)
{
  show_all (self);
}

static void
present (YsKeyPage *self, YsEntryForm *form)
{
  ys_entry_form_add_secret (form, "passphrase", _("New passphrase"), NULL);
  ys_entry_form_add_secret (form, "again", _("The same once more"), "passphrase");
  g_signal_connect_object (form, "done", G_CALLBACK (done_cb), self, 0);
  gtk_window_present (GTK_WINDOW (form));
}

static void
make_cb (GtkButton *button, YsKeyPage *self)
{
  present (self, ys_entry_form_new (
                   GTK_WIDGET (self), self->context, _("Make a Key"),
                   _("The key lies in your own profile on this computer, wrapped by the passphrase. "
                     "Nobody can tell you the passphrase later: keep it where only you find it."),
                   _("_Make"), make_key));
}

static void
change_cb (GtkButton *button, YsKeyPage *self)
{
  YsEntryForm *form = ys_entry_form_new (GTK_WIDGET (self), self->context, _("Change the Passphrase"),
                                         _("The key stays the same. On other computers to which you "
                                           "copied it, the old passphrase stays."),
                                         _("C_hange"), change_passphrase);

  ys_entry_form_add_secret (form, "old", _("Passphrase until now"), NULL);
  present (self, form);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ys_key_question_finish (result);
}

static void
lock_cb (GtkButton *button, YsKeyPage *self)
{
  if (ys_context_is_key_open (self->context))
    ys_context_lock_key (self->context);
  else
    ys_key_question_ask (GTK_WIDGET (self), self->context, asked_cb, NULL);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_key_page_dispose (GObject *object)
{
  YsKeyPage *self = YS_KEY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_KEY_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_key_page_parent_class)->dispose (object);
}

static void
ys_key_page_class_init (YsKeyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_key_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/settings/key-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsKeyPage, who);
  gtk_widget_class_bind_template_child (widget_class, YsKeyPage, change_person);
  gtk_widget_class_bind_template_child (widget_class, YsKeyPage, key);
  gtk_widget_class_bind_template_child (widget_class, YsKeyPage, state);
  gtk_widget_class_bind_template_child (widget_class, YsKeyPage, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, YsKeyPage, lock_row);
  gtk_widget_class_bind_template_child (widget_class, YsKeyPage, lock);
  gtk_widget_class_bind_template_child (widget_class, YsKeyPage, make);
  gtk_widget_class_bind_template_child (widget_class, YsKeyPage, change);
  gtk_widget_class_bind_template_child (widget_class, YsKeyPage, minutes);
  gtk_widget_class_bind_template_callback (widget_class, change_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
}

static void
ys_key_page_init (YsKeyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_key_page_new (GSettings *settings, YsContext *context)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings) && YS_IS_CONTEXT (context), NULL);

  YsKeyPage *self = g_object_new (YS_TYPE_KEY_PAGE, NULL);

  self->settings = g_object_ref (settings);
  self->context = g_object_ref (context);
  g_settings_bind (settings, "key-idle-minutes", self->minutes, "value", G_SETTINGS_BIND_DEFAULT);
  show_all (self);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}
