/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The half of GtkScrollable that every widget of its kind writes alike. */
#include "desk/paper/paper-area.h"

typedef struct
{
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  gboolean arranging;
} YsPaperAreaPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (YsPaperArea, ys_paper_area, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (YsPaperArea)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

#define GET(self) ((YsPaperAreaPrivate *) ys_paper_area_get_instance_private (self))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HPOLICY,
  PROP_VPOLICY,
};

static void
value_changed_cb (GtkAdjustment *adjustment, YsPaperArea *self)
{
  if (GET (self)->arranging)
    return;
  YS_PAPER_AREA_GET_CLASS (self)->scrolled (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (YsPaperArea *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &GET (self)->adjustments[orientation];

  if (adjustment != NULL && adjustment == *place)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ys_paper_area_set_extent (YsPaperArea *self, double width, double height)
{
  YsPaperAreaPrivate *private = GET (self);
  const double extents[] = { width, height };
  const double shown[] = { gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)) };

  for (guint i = 0; i < G_N_ELEMENTS (extents); i++)
    {
      double most = MAX (extents[i], shown[i]);

      gtk_adjustment_configure (private->adjustments[i],
                                CLAMP (gtk_adjustment_get_value (private->adjustments[i]), 0,
                                       most - shown[i]),
                                0, most, shown[i] * 0.1, shown[i] * 0.9, shown[i]);
    }
}

double
ys_paper_area_get_x (YsPaperArea *self)
{
  return gtk_adjustment_get_value (GET (self)->adjustments[GTK_ORIENTATION_HORIZONTAL]);
}

double
ys_paper_area_get_y (YsPaperArea *self)
{
  return gtk_adjustment_get_value (GET (self)->adjustments[GTK_ORIENTATION_VERTICAL]);
}

void
ys_paper_area_scroll_to (YsPaperArea *self, double x, double y)
{
  gtk_adjustment_set_value (GET (self)->adjustments[GTK_ORIENTATION_HORIZONTAL], x);
  gtk_adjustment_set_value (GET (self)->adjustments[GTK_ORIENTATION_VERTICAL], y);
}

static void
arrange (YsPaperArea *self, int width, int height)
{
  GET (self)->arranging = TRUE;
  YS_PAPER_AREA_GET_CLASS (self)->arrange (self, width, height);
  GET (self)->arranging = FALSE;
  YS_PAPER_AREA_GET_CLASS (self)->scrolled (self);
}

void
ys_paper_area_rearrange (YsPaperArea *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width > 0 && height > 0)
    arrange (self, width, height);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ys_paper_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  arrange (YS_PAPER_AREA (widget), width, height);
}

static void
ys_paper_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YsPaperArea *self = YS_PAPER_AREA (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL
                                                   : GTK_ORIENTATION_VERTICAL,
                      g_value_get_object (value));
      break;
    case PROP_HPOLICY:
    case PROP_VPOLICY:
      GET (self)->policies[id - PROP_HPOLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_paper_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YsPaperArea *self = YS_PAPER_AREA (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, GET (self)->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HPOLICY:
    case PROP_VPOLICY:
      g_value_set_enum (value, (int) GET (self)->policies[id - PROP_HPOLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_paper_area_dispose (GObject *object)
{
  YsPaperArea *self = YS_PAPER_AREA (object);

  for (guint i = 0; i < 2; i++)
    {
      GtkAdjustment **place = &GET (self)->adjustments[i];

      if (*place != NULL)
        g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
      g_clear_object (place);
    }
  G_OBJECT_CLASS (ys_paper_area_parent_class)->dispose (object);
}

static void
ys_paper_area_class_init (YsPaperAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ys_paper_area_dispose;
  object_class->set_property = ys_paper_area_set_property;
  object_class->get_property = ys_paper_area_get_property;
  GTK_WIDGET_CLASS (klass)->size_allocate = ys_paper_area_size_allocate;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HPOLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VPOLICY, "vscroll-policy");
}

static void
ys_paper_area_init (YsPaperArea *self)
{
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
