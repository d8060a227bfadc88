/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels that nobody sees have the style; what is laid out takes it from them. A column of the list
 * holds few different texts, so most of them are found laid out. */
#include "desk/cases/case-style.h"

/* Rows keep what they show; beyond this the rest is let go. */
#define KEPT 1024
#define USUAL_PIXELS (40 / 3.0)
#define N_FACES (YS_CASE_FACE_DUE + YS_DUE_THEIRS + 1)

struct _YsCaseStyle
{
  GtkWidget *parent;
  GtkWidget *labels[N_FACES];
  GHashTable *laid_out; /* Key → PangoLayout */
  GdkPaintable *icons[YS_DUE_THEIRS + 1];
  int icon_scale;
};

typedef struct
{
  int face;
  int width;
  char *text;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ (guint) (key->face * 31 + key->width);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->face == y->face && x->width == y->width && g_str_equal (x->text, y->text);
}

static void
key_free (gpointer data)
{
  g_free (((Key *) data)->text);
  g_free (data);
}

static void
add_label (YsCaseStyle *self, int face, const char *style, const char *second)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", "国", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  if (second != NULL)
    gtk_widget_add_css_class (label, second);
  gtk_widget_set_child_visible (label, FALSE);
  gtk_widget_set_parent (label, self->parent);
  self->labels[face] = label;
}

YsCaseStyle *
ys_case_style_new (GtkWidget *parent)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  YsCaseStyle *self = g_new0 (YsCaseStyle, 1);

  self->parent = parent;
  self->laid_out = g_hash_table_new_full (key_hash, key_equal, key_free, g_object_unref);
  add_label (self, YS_CASE_FACE_PLAIN, NULL, NULL);
  add_label (self, YS_CASE_FACE_NUMBER, "docno", NULL);
  add_label (self, YS_CASE_FACE_SMALL, "s", "sub");
  for (int i = 0; i <= YS_DUE_THEIRS; i++)
    add_label (self, YS_CASE_FACE_DUE + i, ys_due_get_style ((YsDueKind) i),
               ys_due_is_urgent ((YsDueKind) i) ? "b" : NULL);
  return self;
}

void
ys_case_style_free (YsCaseStyle *self)
{
  g_return_if_fail (self != NULL);

  for (int i = 0; i < N_FACES; i++)
    gtk_widget_unparent (self->labels[i]);
  for (int i = 0; i <= YS_DUE_THEIRS; i++)
    g_clear_object (&self->icons[i]);
  g_hash_table_unref (self->laid_out);
  g_free (self);
}

PangoLayout *
ys_case_style_lay_out (YsCaseStyle *self, int face, int width, const char *text)
{
  g_return_val_if_fail (self != NULL && face < N_FACES && text != NULL, NULL);

  Key key = { face, width, (char *) text };
  PangoLayout *layout = g_hash_table_lookup (self->laid_out, &key);
  GtkWidget *label = self->labels[face];

  if (layout != NULL)
    return g_object_ref (layout);
  /* The label's own context, which GTK keeps as the style has it: a layout notices by itself. Features
   * of the font are attributes. */
  layout = pango_layout_new (gtk_widget_get_pango_context (label));
  pango_layout_set_attributes (layout,
                               pango_layout_get_attributes (gtk_label_get_layout (GTK_LABEL (label))));
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  if (g_hash_table_size (self->laid_out) >= KEPT)
    g_hash_table_remove_all (self->laid_out);
  key.text = g_strdup (text);
  g_hash_table_insert (self->laid_out, g_memdup2 (&key, sizeof key), layout);
  return g_object_ref (layout);
}

void
ys_case_style_get_color (YsCaseStyle *self, int face, GdkRGBA *color)
{
  g_return_if_fail (self != NULL && face < N_FACES && color != NULL);

  gtk_style_context_get_color (gtk_widget_get_style_context (self->labels[face]), color);
}

void
ys_case_style_get_hair (YsCaseStyle *self, GdkRGBA *color)
{
  g_return_if_fail (self != NULL && color != NULL);

  GtkStyleContext *context
    = gtk_widget_get_style_context (self->labels[YS_CASE_FACE_PLAIN]);

  /* Without our style sheet there is none. */
  if (!gtk_style_context_lookup_color (context, "ys_hair", color))
    *color = (GdkRGBA){ 0 };
}

GdkPaintable *
ys_case_style_get_icon (YsCaseStyle *self, YsDueKind kind)
{
  g_return_val_if_fail (self != NULL && kind <= YS_DUE_THEIRS, NULL);

  const char *name = ys_due_get_icon (kind);
  int scale = gtk_widget_get_scale_factor (self->parent);

  if (name == NULL)
    return NULL;
  if (self->icon_scale != scale)
    for (int i = 0; i <= YS_DUE_THEIRS; i++)
      g_clear_object (&self->icons[i]);
  self->icon_scale = scale;
  if (self->icons[kind] == NULL)
    {
      GtkIconTheme *theme
        = gtk_icon_theme_get_for_display (gtk_widget_get_display (self->parent));

      self->icons[kind] = GDK_PAINTABLE (gtk_icon_theme_lookup_icon (
        theme, name, NULL, YS_DUE_ICON_SIZE, scale, gtk_widget_get_direction (self->parent), 0));
    }
  return self->icons[kind];
}

int
ys_case_style_get_line (YsCaseStyle *self)
{
  g_return_val_if_fail (self != NULL, 0);

  int height;

  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (self->labels[YS_CASE_FACE_PLAIN])),
                               NULL, &height);
  return height;
}

double
ys_case_style_get_scale (YsCaseStyle *self)
{
  g_return_val_if_fail (self != NULL, 1);

  PangoContext *context = gtk_widget_get_pango_context (self->labels[YS_CASE_FACE_PLAIN]);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  /* GTK gives it in pixels at the font's own resolution. */
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return CLAMP (size / USUAL_PIXELS, 0.5, 4);
}
