/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text waits beside the widget until it is asked for. */
#include "desk/widgets/tip.h"

static GQuark
get_tip_quark (void)
{
  return g_quark_from_static_string ("ys-tip");
}

/* The tip of a label is for what it had to cut. */
static gboolean
shows_all (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget)
         && !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

static gboolean
query_cb (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip,
          gpointer user_data)
{
  if (shows_all (widget))
    return FALSE;
  gtk_tooltip_set_text (tooltip, g_object_get_qdata (G_OBJECT (widget), get_tip_quark ()));
  return TRUE;
}

void
ys_tip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (text != NULL && g_object_get_qdata (G_OBJECT (widget), get_tip_quark ()) == NULL)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);
  else if (text == NULL)
    g_signal_handlers_disconnect_by_func (widget, query_cb, NULL);
  g_object_set_qdata_full (G_OBJECT (widget), get_tip_quark (), g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
}
