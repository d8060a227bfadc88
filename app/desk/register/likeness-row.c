/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a like case into two lines. */
#include "desk/register/likeness-row.h"

#include "desk/widgets/row-words.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#define ID_KEY "yishen-case"

static const char *
name_state (const YsIndexRow *row)
{
  return row->outcome != YS_OUTCOME_NONE ? ys_name_outcome (row->outcome)
                                         : ys_name_state (row->state);
}

static char *
describe (const YsLike *like, gboolean with_name)
{
  const YsIndexRow *row = like->row;
  g_autofree char *number = ys_words_number (row->id);
  GString *text = g_string_new (number);
  char iso[YS_DAY_TEXT];

  if (with_name && row->applicant != NULL)
    {
      g_autofree char *masked = ys_mask_name (row->applicant);

      g_string_append_printf (text, " · %s", masked);
    }
  if (row->received_on != YS_DAY_NONE)
    g_string_append_printf (text, " · %s", ys_day_format (row->received_on, iso));
  g_string_append_printf (text, " · %s", name_state (row));
  return g_string_free (text, FALSE);
}

/* Sets the class that colours the tag; the words say the same. */
static char *
name_tag (const YsLike *like, gboolean with_name, YsTwinChoice choice, const char **class_name)
{
  *class_name = NULL;
  if (choice == YS_TWIN_DUPLICATE)
    return g_strdup (_("linked as duplicate"));
  if (choice == YS_TWIN_DIFFERENT)
    return g_strdup (_("not the same"));
  if (choice == YS_TWIN_GO_ON)
    return g_strdup (_("registered all the same"));
  if (!with_name && like->percent >= YS_LIKE_SAME_PERCENT)
    {
      *class_name = "w";
      return g_strdup_printf (_("duplicate? %d %%"), like->percent);
    }
  return like->percent > 0 ? g_strdup_printf (_("%d %% alike"), like->percent) : NULL;
}

static GtkWidget *
make_label (const char *text, gboolean pale)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  if (pale)
    gtk_widget_set_css_classes (label, (const char *[]) { "s", "sub", "num", NULL });
  return label;
}

GtkWidget *
ys_likeness_row_new (const YsLike *like, gboolean with_name, YsTwinChoice choice)
{
  g_return_val_if_fail (like != NULL, NULL);

  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *title = like->row->title != NULL ? like->row->title : "";
  const char *class_name;
  g_autofree char *about = describe (like, with_name);
  g_autofree char *tag = name_tag (like, with_name, choice, &class_name);
  g_autofree char *sentence = g_strjoin (". ", about, title, tag, NULL);

  gtk_box_append (GTK_BOX (line), make_label (about, TRUE));
  if (tag != NULL)
    {
      GtkWidget *label = gtk_label_new (tag);

      gtk_widget_add_css_class (label, "tag");
      if (class_name != NULL)
        gtk_widget_add_css_class (label, class_name);
      gtk_box_append (GTK_BOX (line), label);
    }
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), make_label (title, FALSE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "row2");
  gtk_widget_set_tooltip_text (row, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (like->row->id), g_free);
  return row;
}

const char *
ys_likeness_row_get_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), ID_KEY);
}
