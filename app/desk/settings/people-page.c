/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row a person, which unfolds to what may be changed. Made anew when the staff changes. */
#include "desk/settings/people-page.h"

#include "desk/settings/people-forms.h"
#include "desk/settings/value-row.h"
#include "office/staff.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsPeoplePage
{
  AdwPreferencesPage parent_instance;

  GtkWidget *open;     /* what an open docket is, and the way to close it */
  GtkWidget *first;
  AdwPreferencesGroup *staff;
  GtkWidget *enrol;
  GtkLabel *failure;

  YsContext *context;
  GPtrArray *rows;     /* of the staff */
  GHashTable *unfolded; /* ids whose row is unfolded */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YsPeoplePage, ys_people_page, ADW_TYPE_PREFERENCES_PAGE)

static void
show_failure (YsPeoplePage *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

/* What one may not do is there and says why it does nothing. */
static void
allow (YsPeoplePage *self, GtkWidget *control, YsKind kind)
{
  g_autofree char *reason = ys_context_tell_why_not (self->context, kind);

  gtk_widget_set_sensitive (control, reason == NULL);
  gtk_widget_set_tooltip_text (control, reason);
}

/* --- a role that is given or taken at once ----------------------------------------------------- */

typedef struct
{
  char *id;
  YsRole role;
  gboolean give;
} RoleChange;

static void
role_change_free (gpointer data)
{
  RoleChange *self = data;

  g_free (self->id);
  g_free (self);
}

static gpointer
change_role (YsSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const RoleChange *change = data;
  YsDay today = ys_session_get_today (session);

  if (change->give)
    ys_office_give_role (session, today, change->id, change->role, error);
  else
    ys_office_take_role (session, today, change->id, change->role, error);
  return NULL;
}

static void show_staff (YsPeoplePage *self);

static void
role_changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsPeoplePage) self = user_data;
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  if (self->failure == NULL)
    return;
  show_failure (self, error != NULL ? error->message : NULL);
  /* The switch says again what is so. */
  if (error != NULL)
    show_staff (self);
}

static void
role_cb (GtkSwitch *control, GParamSpec *pspec, YsPeoplePage *self)
{
  RoleChange *change;

  if (self->filling)
    return;
  change = g_new0 (RoleChange, 1);
  change->id = g_strdup (g_object_get_data (G_OBJECT (control), "person"));
  change->role = (YsRole) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (control), "role"));
  change->give = gtk_switch_get_active (control);
  ys_context_run_async (self->context, change_role, change, role_change_free, NULL, NULL,
                        role_changed_cb, g_object_ref (self));
}

/* --- forms ------------------------------------------------------------------------------------ */

static const YsPerson *
find_person (YsPeoplePage *self, gpointer control)
{
  return ys_staff_find (ys_context_get_staff (self->context),
                        g_object_get_data (G_OBJECT (control), "person"));
}

static void
present (YsPeoplePage *self, YsEntryForm *form)
{
  show_failure (self, NULL);
  gtk_window_present (GTK_WINDOW (form));
}

static void
first_cb (GtkButton *button, YsPeoplePage *self)
{
  present (self, ys_people_form_keeper (GTK_WIDGET (self), self->context));
}

static void
enrol_cb (GtkButton *button, YsPeoplePage *self)
{
  present (self, ys_people_form_enrol (GTK_WIDGET (self), self->context));
}

static void
deputy_cb (GtkButton *button, YsPeoplePage *self)
{
  present (self, ys_people_form_deputy (GTK_WIDGET (self), self->context,
                                        find_person (self, button)));
}

static void
leave_cb (GtkButton *button, YsPeoplePage *self)
{
  present (self, ys_people_form_leave (GTK_WIDGET (self), self->context,
                                       find_person (self, button)));
}

static void
confirm_cb (GtkButton *button, YsPeoplePage *self)
{
  present (self, ys_people_form_confirm_key (GTK_WIDGET (self), self->context,
                                             find_person (self, button)));
}

/* --- rows ------------------------------------------------------------------------------------- */

static void
remember_person (GtkWidget *control, const YsPerson *person)
{
  g_object_set_data_full (G_OBJECT (control), "person", g_strdup (person->id), g_free);
}

/* A row of what is so, with a button at its end. @label NULL: no button. */
static GtkWidget *
add_value (YsPeoplePage *self, GtkWidget *row, const YsPerson *person, const char *title,
           const char *value, const char *label, YsKind kind, GCallback callback)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *button;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  ys_value_row_set (ADW_ACTION_ROW (line), value);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
  if (label == NULL)
    return NULL;
  button = gtk_button_new_with_label (label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  remember_person (button, person);
  allow (self, button, kind);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
  return button;
}

static void
add_role (YsPeoplePage *self, GtkWidget *row, const YsPerson *person, YsRole role)
{
  gboolean has = (person->roles & role) != 0;
  const char *name = ys_name_role (ys_role_get_id (role));
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), name);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (control), has);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  remember_person (control, person);
  g_object_set_data (G_OBJECT (control), "role", GUINT_TO_POINTER (role));
  allow (self, control, has ? YS_KIND_STAFF_ROLE_TAKEN : YS_KIND_STAFF_ROLE_GIVEN);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (role_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), control);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
}

/* The key-set of somebody else is a keeper's or a head's; of oneself it confirms nothing. */
static void
add_key (YsPeoplePage *self, GtkWidget *row, const YsPerson *person)
{
  const char *key = person->requested_key != NULL ? person->requested_key : person->key;
  g_autofree char *fingerprint = key != NULL ? ys_office_make_fingerprint (key) : NULL;
  g_autofree char *value = fingerprint != NULL
                             ? g_strdup_printf ("%s · %s", ys_people_name_key (person), fingerprint)
                             : g_strdup (ys_people_name_key (person));
  gboolean is_self = g_strcmp0 (person->id, ys_context_get_actor (self->context)) == 0;
  const YsPerson *me = ys_staff_find (ys_context_get_staff (self->context),
                                      ys_context_get_actor (self->context));
  GtkWidget *button = add_value (self, row, person, _("Key"), value,
                                 person->requested_key != NULL ? _("Confirm…") : NULL,
                                 YS_KIND_STAFF_KEY_SET, G_CALLBACK (confirm_cb));

  if (button == NULL)
    return;
  if (is_self || me == NULL || (me->roles & (YS_ROLE_KEEPER | YS_ROLE_HEAD)) == 0)
    {
      gtk_widget_set_sensitive (button, FALSE);
      gtk_widget_set_tooltip_text (button, is_self
                                             ? _("Somebody else must confirm your key.")
                                             : _("A system administrator or a head confirms keys."));
    }
}

static void
add_deputy (YsPeoplePage *self, GtkWidget *row, const YsPerson *person)
{
  g_autofree char *deputy = ys_people_name_deputy (ys_context_get_staff (self->context), person);
  const YsPerson *me = ys_staff_find (ys_context_get_staff (self->context),
                                      ys_context_get_actor (self->context));
  GtkWidget *button = add_value (self, row, person, _("Deputy"), deputy != NULL ? deputy : "—",
                                 _("Set…"), YS_KIND_STAFF_DEPUTY_SET, G_CALLBACK (deputy_cb));

  if (me == NULL || (me != person && (me->roles & YS_ROLE_KEEPER) == 0))
    {
      gtk_widget_set_sensitive (button, FALSE);
      gtk_widget_set_tooltip_text (button, _("The person concerned or a system administrator names "
                                             "the deputy."));
    }
}

static void
unfolded_cb (GtkWidget *row, GParamSpec *pspec, YsPeoplePage *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "person");

  if (self->filling)
    return;
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    g_hash_table_add (self->unfolded, g_strdup (id));
  else
    g_hash_table_remove (self->unfolded, id);
}

static char *
describe (const YsPerson *person)
{
  g_autofree char *roles = ys_people_name_roles (person);
  g_autoptr (GString) text = g_string_new (NULL);
  char day[YS_DAY_TEXT];

  if (person->left)
    return g_strdup_printf (_("%1$s · left on %2$s"), person->id,
                            ys_day_format (person->left_on, day));
  g_string_append_printf (text, "%s · %s · %s", person->id, roles, ys_people_name_key (person));
  if (person->unit != NULL)
    g_string_append_printf (text, " · %s", person->unit);
  if (person->title != NULL)
    g_string_append_printf (text, " · %s", person->title);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_row (YsPeoplePage *self, const YsPerson *person)
{
  g_autofree char *words = describe (person);
  GtkWidget *row;

  if (person->left)
    {
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
      ys_value_row_set (ADW_ACTION_ROW (row), words);
      return row;
    }
  row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  remember_person (row, person);
  for (guint role = YS_ROLE_OFFICER; role <= YS_ROLE_KEEPER; role <<= 1)
    add_role (self, row, person, (YsRole) role);
  add_key (self, row, person);
  add_deputy (self, row, person);
  add_value (self, row, person, _("In this office"), _("What was recorded stays valid."),
             _("Leaves…"), YS_KIND_STAFF_LEFT, G_CALLBACK (leave_cb));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_hash_table_contains (self->unfolded, person->id));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (unfolded_cb), self, 0);
  return row;
}

static void
add_persons (YsPeoplePage *self, gboolean left)
{
  const GPtrArray *persons = ys_staff_get_persons (ys_context_get_staff (self->context));

  for (guint i = 0; i < persons->len; i++)
    {
      const YsPerson *person = g_ptr_array_index (persons, i);
      GtkWidget *row;

      if (person->left != left)
        continue;
      row = make_row (self, person);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->staff, row);
    }
}

static void
show_staff (YsPeoplePage *self)
{
  gboolean is_open = ys_staff_is_open (ys_context_get_staff (self->context));
  g_autofree char *reason = ys_context_tell_why_not (self->context, YS_KIND_STAFF_JOINED);
  /* The description is markup. */
  g_autofree char *escaped = reason != NULL ? g_markup_escape_text (reason, -1) : NULL;

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->staff, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (self->open, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->staff), !is_open);
  allow (self, self->first, YS_KIND_STAFF_JOINED);
  allow (self, self->enrol, YS_KIND_STAFF_JOINED);
  adw_preferences_group_set_description (
    self->staff, escaped != NULL ? escaped
                                 : _("Roles take effect at once. Each change stands in the docket, "
                                    "with who made it."));
  add_persons (self, FALSE);
  add_persons (self, TRUE);
  self->filling = FALSE;
}

static void
changed_cb (YsContext *context, YsPeoplePage *self)
{
  show_staff (self);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_people_page_dispose (GObject *object)
{
  YsPeoplePage *self = YS_PEOPLE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_PEOPLE_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->unfolded, g_hash_table_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_people_page_parent_class)->dispose (object);
}

static void
ys_people_page_class_init (YsPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_people_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/settings/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsPeoplePage, open);
  gtk_widget_class_bind_template_child (widget_class, YsPeoplePage, first);
  gtk_widget_class_bind_template_child (widget_class, YsPeoplePage, staff);
  gtk_widget_class_bind_template_child (widget_class, YsPeoplePage, enrol);
  gtk_widget_class_bind_template_child (widget_class, YsPeoplePage, failure);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, enrol_cb);
}

static void
ys_people_page_init (YsPeoplePage *self)
{
  self->rows = g_ptr_array_new ();
  self->unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_people_page_new (YsContext *context)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsPeoplePage *self = g_object_new (YS_TYPE_PEOPLE_PAGE, NULL);

  self->context = g_object_ref (context);
  show_staff (self);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}
