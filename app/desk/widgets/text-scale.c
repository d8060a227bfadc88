/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK knows the size of letters as dots an inch of the display: 96 are usual. */
#include "desk/widgets/text-scale.h"

#define USUAL_DPI (96 * PANGO_SCALE)

int
ys_text_scale (GtkWidget *widget, int width)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), width);

  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 && width > 0 ? (int) ((gint64) width * dpi / USUAL_DPI) : width;
}
