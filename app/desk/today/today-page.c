/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of today: the strip, the sections, and on a wide screen a second column. It reads once
 * for each change and shows what came. */
#include "desk/today/today-page.h"

#include "desk/today/day-strip.h"
#include "desk/today/today-figures.h"
#include "desk/today/today-list.h"
#include "desk/today/today-section.h"
#include "desk/widgets/row-words.h"
#include "desk/window.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <libintl.h>

#define REFRESH_DELAY_MS 300
/* A screen of 1600 without the sidebar. */
#define WIDE_WIDTH 1400

struct _YsTodayPage
{
  GtkBox parent_instance;

  GtkStack *stack;         /* "loading", "cases" or "empty" */
  GtkLabel *span;
  GtkBox *links;
  GtkScrolledWindow *strip_place;
  GtkBox *main_place;
  GtkBox *side_place;
  AdwStatusPage *empty;
  GtkWidget *register_button;

  YsContext *context;      /* NULL once disposed */
  YsDayStrip *strip;
  YsTodayList *main_list;
  YsTodayList *side_list;
  YsTodayFigures *figures; /* as last read, or NULL */
  GCancellable *cancellable;
  guint refresh_delay;
  guint layout_idle;
  gboolean is_stale;
  gboolean is_wide;
  gboolean wants_focus;    /* for the first row, once it is there */
};

G_DEFINE_FINAL_TYPE (YsTodayPage, ys_today_page, GTK_TYPE_BOX)

/* --- the keyboard ----------------------------------------------------------------------------- */

static gboolean
holds_focus (YsTodayPage *self, gpointer part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && part != NULL && gtk_widget_is_ancestor (focus, part);
}

static gboolean
focus_first (YsTodayPage *self)
{
  return ys_today_list_focus_first (self->main_list)
         || ys_today_list_focus_first (self->side_list);
}

/* Whoever comes back finds the row that was left; else the first case, else a day of the strip. */
static gboolean
ys_today_page_grab_focus (GtkWidget *widget)
{
  YsTodayPage *self = YS_TODAY_PAGE (widget);

  self->wants_focus = self->figures == NULL;
  return !self->wants_focus
         && (holds_focus (self, self->main_list) || holds_focus (self, self->side_list)
             || focus_first (self) || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
}

/* The rows are as wide as the page and their places say nothing to GTK of which comes first. */
static gboolean
ys_today_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  YsTodayPage *self = YS_TODAY_PAGE (widget);

  if (direction == GTK_DIR_DOWN && holds_focus (self, self->strip) && focus_first (self))
    return TRUE;
  return GTK_WIDGET_CLASS (ys_today_page_parent_class)->focus (widget, direction);
}

/* Not from under the fingers of somebody who types meanwhile. */
static void
take_focus (YsTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->wants_focus && root != NULL && gtk_widget_get_child_visible (GTK_WIDGET (self))
      && !GTK_IS_TEXT (gtk_root_get_focus (root)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->wants_focus = FALSE;
}

/* --- showing ---------------------------------------------------------------------------------- */

static void
show_sections (YsTodayPage *self)
{
  static const YsTodaySection wide_main[]
    = { YS_TODAY_OVERDUE, YS_TODAY_DUE, YS_TODAY_SOON, YS_TODAY_LATER };
  static const YsTodaySection wide_side[] = { YS_TODAY_APPROVAL, YS_TODAY_WAITING };
  static const YsTodaySection narrow[] = { YS_TODAY_OVERDUE, YS_TODAY_DUE, YS_TODAY_SOON,
                                           YS_TODAY_WAITING, YS_TODAY_APPROVAL };

  if (self->is_wide)
    {
      ys_today_list_show (self->main_list, self->figures, wide_main, G_N_ELEMENTS (wide_main));
      ys_today_list_show (self->side_list, self->figures, wide_side, G_N_ELEMENTS (wide_side));
    }
  else
    {
      ys_today_list_show (self->main_list, self->figures, narrow, G_N_ELEMENTS (narrow));
      ys_today_list_show (self->side_list, self->figures, NULL, 0);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->side_place),
                          self->is_wide
                            && self->figures->counts[YS_TODAY_APPROVAL]
                                   + self->figures->counts[YS_TODAY_WAITING]
                                 > 0);
}

static void
go_to_cb (GtkButton *button, YsTodayPage *self)
{
  YsTodaySection section = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "section"));

  if (!ys_today_list_go_to (self->main_list, section))
    ys_today_list_go_to (self->side_list, section);
}

/* Short, for all of them stand in one line. */
static const char *
name_link (YsTodaySection section)
{
  switch (section)
    {
    case YS_TODAY_OVERDUE:
      return C_ ("jump to", "Overdue");
    case YS_TODAY_DUE:
      return C_ ("jump to", "Today");
    case YS_TODAY_SOON:
      return C_ ("jump to", "Three days");
    case YS_TODAY_WAITING:
      return C_ ("jump to", "Waiting");
    default:
      return C_ ("jump to", "To approve");
    }
}

/* One link a section that has cases: they may lie below the edge of the window. */
static void
show_links (YsTodayPage *self)
{
  static const YsTodaySection linked[] = { YS_TODAY_OVERDUE, YS_TODAY_DUE, YS_TODAY_SOON,
                                           YS_TODAY_WAITING, YS_TODAY_APPROVAL };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->links))) != NULL)
    gtk_box_remove (self->links, child);
  for (guint i = 0; i < G_N_ELEMENTS (linked); i++)
    {
      g_autofree char *text = NULL;

      if (self->figures->counts[linked[i]] == 0)
        continue;
      text = g_strdup_printf ("%s %" G_GINT64_FORMAT, name_link (linked[i]),
                              self->figures->counts[linked[i]]);
      child = gtk_button_new_with_label (text);
      gtk_widget_set_tooltip_text (child, ys_today_section_get_title (linked[i]));
      gtk_widget_add_css_class (child, "linkish");
      gtk_widget_add_css_class (child, "s");
      g_object_set_data (G_OBJECT (child), "section", GINT_TO_POINTER (linked[i]));
      g_signal_connect_object (child, "clicked", G_CALLBACK (go_to_cb), self, 0);
      gtk_box_append (self->links, child);
    }
}

static gboolean
has_anything (const YsTodayFigures *figures)
{
  gint64 sum = figures->n_due;

  for (int i = 0; i < YS_N_TODAY_SECTIONS; i++)
    sum += figures->counts[i];
  return sum > 0;
}

static void
show_empty (YsTodayPage *self)
{
  adw_status_page_set_title (self->empty, self->figures->total == 0 ? _("No Cases Yet")
                                                                    : _("Nothing Is Due"));
  adw_status_page_set_description (
    self->empty,
    self->figures->total == 0
      ? _("Register the first request, and its days are counted here.")
      : _("No open case is due within twenty working days, and nobody is waited for."));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_figures (YsTodayPage *self)
{
  g_autofree char *from = ys_words_day (self->figures->today, self->figures->today, TRUE);
  g_autofree char *until = ys_words_day (self->figures->until, self->figures->today, TRUE);
  g_autofree char *span = NULL;

  if (!has_anything (self->figures))
    {
      show_empty (self);
      return;
    }
  /* Translators: first day, last day, cases due between them. */
  span = g_strdup_printf (ngettext ("%s to %s · %" PRId64 " case due",
                                    "%s to %s · %" PRId64 " cases due",
                                    (unsigned long) self->figures->n_due),
                          from, until, self->figures->n_due);
  gtk_label_set_text (self->span, span);
  ys_day_strip_show (self->strip, self->figures, ys_context_get_calendar (self->context));
  show_links (self);
  show_sections (self);
  gtk_stack_set_visible_child_name (self->stack, "cases");
}

/* --- reading ---------------------------------------------------------------------------------- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  YsTodayFigures *figures = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (self->context == NULL)
    {
      g_clear_pointer (&figures, ys_today_figures_unref);
      return;
    }
  if (figures == NULL)
    {
      ys_window_tell_failure (GTK_WIDGET (self), error);
      ys_window_page_filled (GTK_WIDGET (self));
      return;
    }
  g_clear_pointer (&self->figures, ys_today_figures_unref);
  self->figures = figures;
  show_figures (self);
  ys_window_page_filled (GTK_WIDGET (self));
  take_focus (self);
}

static void
read_figures (YsTodayPage *self)
{
  self->is_stale = FALSE;
  ys_context_run_async (self->context, ys_today_figures_read, NULL, NULL,
                        (GDestroyNotify) ys_today_figures_unref, self->cancellable, read_cb,
                        g_object_ref (self));
}

static gboolean
refresh_now (gpointer user_data)
{
  YsTodayPage *self = user_data;

  self->refresh_delay = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_figures (self);
  else
    self->is_stale = TRUE;
  return G_SOURCE_REMOVE;
}

static void
changed_cb (YsContext *context, YsTodayPage *self)
{
  gtk_widget_set_visible (self->register_button, ys_context_may (context, YS_KIND_RECEIVED));
  if (self->refresh_delay == 0)
    self->refresh_delay = g_timeout_add (REFRESH_DELAY_MS, refresh_now, self);
}

static void
ys_today_page_map (GtkWidget *widget)
{
  YsTodayPage *self = YS_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (ys_today_page_parent_class)->map (widget);
  if (self->is_stale)
    read_figures (self);
}

/* --- width ------------------------------------------------------------------------------------ */

static gboolean
change_layout (gpointer user_data)
{
  YsTodayPage *self = user_data;

  self->layout_idle = 0;
  self->is_wide = gtk_widget_get_width (GTK_WIDGET (self)) >= WIDE_WIDTH;
  if (self->figures != NULL && has_anything (self->figures))
    show_sections (self);
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.2 has no breakpoints, and a box no signal of its size: an empty drawing area above
 * the page has one. Widgets cannot be moved while they get their places. */
static void
resize_cb (GtkDrawingArea *measure, int width, int height, YsTodayPage *self)
{
  if ((width >= WIDE_WIDTH) != self->is_wide && self->layout_idle == 0)
    self->layout_idle = g_idle_add (change_layout, self);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
register_cb (GtkButton *button, YsTodayPage *self)
{
  ys_window_show_register (GTK_WIDGET (self));
}

static void
ys_today_page_dispose (GObject *object)
{
  YsTodayPage *self = YS_TODAY_PAGE (object);

  g_clear_handle_id (&self->refresh_delay, g_source_remove);
  g_clear_handle_id (&self->layout_idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_TODAY_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_today_page_parent_class)->dispose (object);
}

static void
ys_today_page_finalize (GObject *object)
{
  YsTodayPage *self = YS_TODAY_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->figures, ys_today_figures_unref);
  G_OBJECT_CLASS (ys_today_page_parent_class)->finalize (object);
}

static void
ys_today_page_class_init (YsTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ys_today_page_dispose;
  object_class->finalize = ys_today_page_finalize;
  widget_class->map = ys_today_page_map;
  widget_class->grab_focus = ys_today_page_grab_focus;
  widget_class->focus = ys_today_page_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/today/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsTodayPage, span);
  gtk_widget_class_bind_template_child (widget_class, YsTodayPage, links);
  gtk_widget_class_bind_template_child (widget_class, YsTodayPage, strip_place);
  gtk_widget_class_bind_template_child (widget_class, YsTodayPage, main_place);
  gtk_widget_class_bind_template_child (widget_class, YsTodayPage, side_place);
  gtk_widget_class_bind_template_child (widget_class, YsTodayPage, empty);
  gtk_widget_class_bind_template_child (widget_class, YsTodayPage, register_button);
  gtk_widget_class_bind_template_callback (widget_class, register_cb);
  gtk_widget_class_bind_template_callback (widget_class, resize_cb);
}

static void
ys_today_page_init (YsTodayPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->strip = YS_DAY_STRIP (ys_day_strip_new ());
  gtk_scrolled_window_set_child (self->strip_place, GTK_WIDGET (self->strip));
}

GtkWidget *
ys_today_page_new (YsContext *context)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsTodayPage *self = g_object_new (YS_TYPE_TODAY_PAGE, NULL);

  self->context = g_object_ref (context);
  self->main_list = YS_TODAY_LIST (ys_today_list_new (context, FALSE));
  self->side_list = YS_TODAY_LIST (ys_today_list_new (context, TRUE));
  gtk_box_append (self->main_place, GTK_WIDGET (self->main_list));
  gtk_box_append (self->side_place, GTK_WIDGET (self->side_list));
  gtk_widget_set_visible (self->register_button,
                          ys_context_may (context, YS_KIND_RECEIVED));
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  /* At once: it need not be on the screen for that. */
  read_figures (self);
  return GTK_WIDGET (self);
}
