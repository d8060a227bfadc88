/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts an entry into the row's template. Its menu speaks to the page by actions. */
#include "desk/case/timeline-row.h"

#include "desk/case/entry-sentence.h"
#include "desk/case/words.h"
#include "desk/widgets/row-words.h"
#include "desk/widgets/spoken.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsTimelineRow
{
  GtkBox parent_instance;

  GtkLabel *day;
  GtkLabel *time;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *amended;
  GtkLabel *struck;
  GtkLabel *actor;
  GtkLabel *sentence;
  GtkLabel *first;
  GtkLabel *letter;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (YsTimelineRow, ys_timeline_row, GTK_TYPE_BOX)

/* The local time of day at which it was written down, or NULL. */
static char *
make_time (const char *recorded_at, YsDay on)
{
  g_autoptr (GDateTime) utc = recorded_at != NULL ? g_date_time_new_from_iso8601 (recorded_at, NULL)
                                                  : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  YsDay day;

  if (local == NULL)
    return NULL;
  day = ys_day_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                         g_date_time_get_day_of_month (local));
  /* What was recorded on another day says so only when asked: the legal date is what counts. */
  return day == on ? g_date_time_format (local, "%H:%M") : NULL;
}

static char *
make_tooltip (const YsViewEntry *entry)
{
  g_autoptr (GDateTime) utc = entry->recorded_at != NULL
                                ? g_date_time_new_from_iso8601 (entry->recorded_at, NULL)
                                : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%F %H:%M") : g_strdup ("—");

  return g_strdup_printf (_("Entry %d, recorded %s"), (int) entry->seq, when);
}

/* What happened to a letter, or NULL. */
static char *
make_letter (const YsViewEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const YsDay days[] = { entry->dispatched_on, entry->returned_on, entry->delivered_on };
  const char *const names[] = { _("posted %s"), _("came back %s"), _("delivered %s") };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      char iso[YS_DAY_TEXT];
      g_autoptr (GString) part = g_string_new (names[i]);

      if (days[i] == YS_DAY_NONE)
        continue;
      g_string_replace (part, "%s", ys_day_format (days[i], iso), 1);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part->str);
    }
  if (text->len == 0)
    return ys_kind_is_letter (entry->event->kind) ? g_strdup (_("delivery not recorded")) : NULL;
  return g_strdup (text->str);
}

static void
add_item (GMenu *menu, const char *label, const char *action, gint64 seq)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", seq);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (const YsViewEntry *entry, gboolean may_write)
{
  YsKind kind = entry->event->kind;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) letter = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();

  if (entry->struck_by != 0 || !may_write)
    return G_MENU_MODEL (menu);
  if (ys_kind_is_letter (kind))
    {
      add_item (letter, _("_Posted…"), "case.dispatched", entry->seq);
      add_item (letter, _("_Delivered…"), "case.delivered", entry->seq);
      add_item (letter, _("_Came Back…"), "case.undelivered", entry->seq);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (letter));
    }
  if (kind != YS_KIND_AMENDED && kind != YS_KIND_STRUCK)
    add_item (changes, _("_Amend…"), "case.amended", entry->seq);
  add_item (changes, _("_Strike…"), "case.struck", entry->seq);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));
  return G_MENU_MODEL (menu);
}

char *
ys_timeline_row_describe (const YsCaseView *view, const YsViewEntry *entry)
{
  g_return_val_if_fail (view != NULL && entry != NULL, NULL);

  g_autofree char *day = ys_day_with_weekday (entry->event->on);
  g_autofree char *sentence = ys_entry_sentence (view, entry->event);
  g_autofree char *letter = make_letter (entry);
  const char *actor = ys_case_view_name_actor (view, entry->event->actor);

  return ys_spoken_join (day, ys_name_kind (entry->event->kind),
                         entry->struck_by != 0 ? C_ ("entry", "struck") : "",
                         entry->is_amended ? C_ ("entry", "amended") : "", sentence,
                         letter != NULL ? letter : "",
                         actor != NULL ? actor : "", NULL);
}

static void
show_struck (YsTimelineRow *self)
{
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->name, attrs);
  gtk_label_set_attributes (self->sentence, attrs);
}

/* The first text of what was amended: its own day and sentence where they differ. */
static void
show_first (YsTimelineRow *self, const YsCaseView *view, const YsViewEntry *entry)
{
  g_autofree char *now = ys_entry_sentence (view, entry->event);
  g_autofree char *then = ys_entry_sentence (view, entry->first);
  g_autofree char *day = ys_day_with_weekday (entry->first->on);
  g_autofree char *text = NULL;

  if (g_strcmp0 (now, then) == 0 && entry->first->on == entry->event->on)
    text = g_strdup (_("Amended in a field that is not shown here; see the amendment."));
  else
    text = g_strdup_printf (_("First written: %s · %s"), day, then);
  gtk_label_set_text (self->first, text);
}

static void
show_entry (YsTimelineRow *self, const YsCaseView *view, const YsViewEntry *entry,
            gboolean may_write)
{
  const YsEvent *event = entry->event;
  const char *actor = ys_case_view_name_actor (view, event->actor);
  g_autofree char *day = ys_day_short (event->on, view->on);
  g_autofree char *time = make_time (entry->recorded_at, event->on);
  g_autofree char *tooltip = make_tooltip (entry);
  g_autofree char *sentence = ys_entry_sentence (view, event);
  g_autofree char *letter = entry->struck_by == 0 ? make_letter (entry) : NULL;
  g_autofree char *name = g_strdup_printf (_("Changes of the entry “%s”"),
                                           ys_name_kind (event->kind));
  g_autoptr (GMenuModel) menu = make_menu (entry, may_write);

  gtk_label_set_text (self->day, day);
  gtk_label_set_text (self->time, time != NULL ? time : ys_words_weekday (event->on));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->day), tooltip);
  gtk_image_set_from_icon_name (self->icon, ys_entry_icon (event->kind));
  gtk_label_set_text (self->name, ys_name_kind (event->kind));
  gtk_label_set_text (self->actor, actor != NULL ? actor : "");
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), *sentence != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->amended), entry->is_amended);
  gtk_widget_set_visible (GTK_WIDGET (self->first), entry->is_amended);
  gtk_widget_set_visible (GTK_WIDGET (self->struck), entry->struck_by != 0);
  gtk_label_set_text (self->letter, letter != NULL ? letter : "");
  gtk_widget_set_visible (GTK_WIDGET (self->letter), letter != NULL);
  if (entry->is_amended)
    show_first (self, view, entry);
  if (entry->struck_by != 0)
    show_struck (self);

  gtk_menu_button_set_menu_model (self->menu, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_opacity (GTK_WIDGET (self->menu), g_menu_model_get_n_items (menu) > 0 ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu), g_menu_model_get_n_items (menu) > 0);
}

static void
ys_timeline_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_TIMELINE_ROW);
  G_OBJECT_CLASS (ys_timeline_row_parent_class)->dispose (object);
}

static void
ys_timeline_row_class_init (YsTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_timeline_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, day);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, time);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, name);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, amended);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, struck);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, actor);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, first);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, letter);
  gtk_widget_class_bind_template_child (widget_class, YsTimelineRow, menu);
}

static void
ys_timeline_row_init (YsTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_timeline_row_new (const YsCaseView *view, const YsViewEntry *entry, gboolean may_write)
{
  g_return_val_if_fail (view != NULL && entry != NULL, NULL);

  YsTimelineRow *self = g_object_new (YS_TYPE_TIMELINE_ROW, NULL);

  show_entry (self, view, entry, may_write);
  return GTK_WIDGET (self);
}
