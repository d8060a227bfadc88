/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the control for a question and reads it. What there is to choose from is field-choices.c. */
#include "desk/case/form-field.h"

#include "desk/case/field-choices.h"
#include "desk/case/file-field.h"
#include "desk/case/words.h"
#include "desk/register/day-entry.h"
#include "desk/widgets/drop-down-name.h"
#include "desk/widgets/mnemonic.h"
#include "wording/field.h"
#include "wording/i18n.h"

struct _YsFormField
{
  GtkBox parent_instance;

  const YsAsk *ask; /* static */
  GtkLabel *label;
  GtkWidget *control; /* what holds the answer */
  GPtrArray *ids;     /* of char *: answers of a drop-down, in its order */
  gboolean in_yuan;   /* the control shows yuan, the answer is in fen */
};

G_DEFINE_FINAL_TYPE (YsFormField, ys_form_field, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (YsFormField *self)
{
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_widget_remove_css_class (self->control, "error");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_control (YsFormField *self, GtkWidget *control, GtkWidget *outer, const char *signal,
              gpointer emitter)
{
  self->control = control;
  gtk_box_append (GTK_BOX (self), outer);
  gtk_label_set_mnemonic_widget (self->label, control);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(self->ask->label), -1);
  g_signal_connect_object (emitter, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* --- texts ----------------------------------------------------------------------------------- */

static void
make_line (YsFormField *self)
{
  GtkWidget *entry = gtk_entry_new ();

  take_control (self, entry, entry, "changed", entry);
}

static void
make_text (YsFormField *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window), 54);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 120);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_widget_add_css_class (window, "field");
  take_control (self, view, window, "changed", gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
}

static void
make_number (YsFormField *self, gint64 min, gint64 max)
{
  GtkWidget *spin = gtk_spin_button_new_with_range ((double) min, (double) max, 1);

  gtk_widget_set_halign (spin, GTK_ALIGN_START);
  take_control (self, spin, spin, "value-changed", spin);
}

static void
make_day (YsFormField *self, YsDay today)
{
  GtkWidget *entry = g_object_new (YS_TYPE_DAY_ENTRY, NULL);

  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  ys_day_entry_set_label (YS_DAY_ENTRY (entry), _(self->ask->label));
  ys_day_entry_set_today (YS_DAY_ENTRY (entry), today);
  take_control (self, entry, entry, "day-changed", entry);
}

/* --- a name out of those known --------------------------------------------------------------- */

static void
name_activated_cb (GtkListBox *list, GtkListBoxRow *row, YsFormField *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  gtk_editable_set_text (GTK_EDITABLE (self->control),
                         gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
make_name_menu (YsFormField *self, const GPtrArray *names)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (names, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_ptr_array_index (names, i), -1);
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (name_activated_cb), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 240);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (window), 140);
  gtk_popover_set_child (GTK_POPOVER (popover), window);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, _("Choose a handler"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose a handler"), -1);
  return button;
}

static void
make_name (YsFormField *self, const YsCaseView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_box_append (GTK_BOX (box), entry);
  take_control (self, entry, box, "changed", entry);
  if (view->handlers->len > 0)
    gtk_box_append (GTK_BOX (box), make_name_menu (self, view->handlers));
}

/* --- drop-downs ------------------------------------------------------------------------------ */

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStringObject *string = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (string));
}

/* Takes @names. */
static void
make_drop_down (YsFormField *self, GtkStringList *names)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  /* The chosen one may be cut, the ones to choose from not. */
  g_autoptr (GtkListItemFactory) list_factory
    = g_object_ref (gtk_drop_down_get_factory (GTK_DROP_DOWN (drop_down)));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), list_factory);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  take_control (self, drop_down, drop_down, "notify::selected", drop_down);
  ys_drop_down_set_name (GTK_DROP_DOWN (drop_down), _(self->ask->label));
}

/* --- reading and writing --------------------------------------------------------------------- */

const YsAsk *
ys_form_field_get_ask (YsFormField *self)
{
  g_return_val_if_fail (YS_IS_FORM_FIELD (self), NULL);
  return self->ask;
}

void
ys_form_field_take_letter (YsFormField *self, GString *taken)
{
  g_return_if_fail (YS_IS_FORM_FIELD (self) && taken != NULL);

  char letter = ys_mnemonic_pick (self->ask->label, taken->str);
  g_autofree char *marked = NULL;

  if (letter == 0)
    return;
  marked = ys_mnemonic_mark (_(self->ask->label), letter);
  gtk_label_set_text_with_mnemonic (self->label, marked);
  g_string_append_c (taken, letter);
}

/* What is no amount stays as it is, for the rules to refuse. */
static char *
read_yuan (const char *text)
{
  gint64 fen = ys_yuan_parse (text);

  return fen >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, fen) : g_strdup (text);
}

char *
ys_form_field_get_text (YsFormField *self)
{
  g_return_val_if_fail (YS_IS_FORM_FIELD (self), NULL);

  if (self->in_yuan)
    return read_yuan (gtk_editable_get_text (GTK_EDITABLE (self->control)));
  if (YS_IS_DAY_ENTRY (self->control))
    {
      YsDay day = ys_day_entry_get_day (YS_DAY_ENTRY (self->control));
      char iso[YS_DAY_TEXT];

      return g_strdup (day != YS_DAY_NONE ? ys_day_format (day, iso)
                                          : ys_day_entry_get_text (YS_DAY_ENTRY (self->control)));
    }
  if (YS_IS_FILE_FIELD (self->control))
    return ys_file_field_get_text (YS_FILE_FIELD (self->control));
  if (GTK_IS_SPIN_BUTTON (self->control))
    return g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->control)));
  if (GTK_IS_DROP_DOWN (self->control))
    {
      guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));
      return g_strdup (i < self->ids->len ? g_ptr_array_index (self->ids, i) : "");
    }
  if (GTK_IS_TEXT_VIEW (self->control))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control)));
}

static void
select_id (YsFormField *self, const char *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->ids, i), id) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), i);
}

void
ys_form_field_set_text (YsFormField *self, const char *text)
{
  g_return_if_fail (YS_IS_FORM_FIELD (self));

  if (text == NULL)
    text = "";
  if (YS_IS_DAY_ENTRY (self->control))
    ys_day_entry_set_text (YS_DAY_ENTRY (self->control), text);
  else if (YS_IS_FILE_FIELD (self->control))
    ys_file_field_set_text (YS_FILE_FIELD (self->control), text);
  else if (GTK_IS_SPIN_BUTTON (self->control))
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->control), g_ascii_strtod (text, NULL));
  else if (GTK_IS_DROP_DOWN (self->control))
    select_id (self, text);
  else if (self->in_yuan)
    {
      g_autofree char *yuan = ys_yuan_format (g_ascii_strtoll (text, NULL, 10));
      gtk_editable_set_text (GTK_EDITABLE (self->control), yuan);
    }
  else if (GTK_IS_TEXT_VIEW (self->control))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->control), text);
}

void
ys_form_field_mark (YsFormField *self)
{
  g_return_if_fail (YS_IS_FORM_FIELD (self));

  gtk_widget_add_css_class (self->control, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_child_focus (self->control, GTK_DIR_TAB_FORWARD);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
ys_form_field_finalize (GObject *object)
{
  g_ptr_array_unref (YS_FORM_FIELD (object)->ids);
  G_OBJECT_CLASS (ys_form_field_parent_class)->finalize (object);
}

static void
ys_form_field_class_init (YsFormFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_form_field_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_form_field_init (YsFormField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "sub");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
}

static YsFormField *
new_for_ask (const YsAsk *ask)
{
  YsFormField *self = g_object_new (YS_TYPE_FORM_FIELD, NULL);

  self->ask = ask;
  gtk_label_set_text (self->label, _(ask->label));
  return self;
}

GtkWidget *
ys_form_field_new (const YsAsk *ask, YsContext *context, const YsCaseView *view, YsKind kind,
                   gint64 of)
{
  g_return_val_if_fail (ask != NULL && YS_IS_CONTEXT (context) && view != NULL, NULL);

  YsFormField *self = new_for_ask (ask);

  switch (ask->type)
    {
    case YS_ASK_DAY:
      make_day (self, view->on);
      break;
    case YS_ASK_TEXT:
      make_text (self);
      break;
    case YS_ASK_NUMBER:
      make_number (self, ask->min, ask->max);
      break;
    case YS_ASK_CHOICE:
    case YS_ASK_GROUND:
    case YS_ASK_REF:
    case YS_ASK_FIELD:
      {
        GtkStringList *names = gtk_string_list_new (NULL);

        ys_field_choices_list (ask, view, kind, of, self->ids, names);
        make_drop_down (self, names);
        break;
      }
    case YS_ASK_NAME:
      make_name (self, view);
      break;
    case YS_ASK_FILES:
      {
        GtkWidget *files = ys_file_field_new (context, view);
        take_control (self, files, files, "changed", files);
        break;
      }
    case YS_ASK_VALUE:
    case YS_ASK_LINE:
    case YS_ASK_YUAN:
    default:
      make_line (self);
      break;
    }
  return GTK_WIDGET (self);
}

static void
make_value (YsFormField *self, const YsEventField *field, YsKind kind, YsContext *context,
            const YsCaseView *view)
{
  GtkStringList *names;
  GtkWidget *files;

  switch (field->shape)
    {
    case YS_SHAPE_DAY:
      make_day (self, view->on);
      break;
    case YS_SHAPE_NUMBER:
      self->in_yuan = ys_field_is_amount (field->path);
      /* A spin button shows a number where an optional field holds nothing. */
      if (self->in_yuan || !field->required)
        make_line (self);
      else
        make_number (self, field->min, field->max);
      break;
    case YS_SHAPE_WORD:
    case YS_SHAPE_OUTCOME:
    case YS_SHAPE_GROUND:
    case YS_SHAPE_FLAG:
      names = gtk_string_list_new (NULL);
      ys_field_choices_list_values (field, kind, self->ids, names);
      make_drop_down (self, names);
      break;
    case YS_SHAPE_FILES:
      files = ys_file_field_new (context, view);
      take_control (self, files, files, "changed", files);
      break;
    default:
      make_text (self);
      break;
    }
}

GtkWidget *
ys_form_field_new_value (const YsAsk *ask, YsContext *context, const YsCaseView *view, gint64 of,
                         const char *path)
{
  g_return_val_if_fail (ask != NULL && YS_IS_CONTEXT (context) && view != NULL && path != NULL,
                        NULL);

  YsFormField *self = new_for_ask (ask);
  const YsViewEntry *entry = ys_case_view_get_entry (view, of);
  g_autoptr (YsEventField) field = entry != NULL ? ys_event_find_field (entry->event, path) : NULL;

  if (field != NULL)
    make_value (self, field, entry->event->kind, context, view);
  else
    make_text (self);
  return GTK_WIDGET (self);
}
