/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence a document. */
#include "desk/case/found-places.h"

#include "office/file-texts.h"
#include "wording/i18n.h"

/* More would push the case off the page. */
#define SHOWN_MAX 4

struct _YsFoundPlaces
{
  GtkBox parent_instance;

  GtkBox *lines;
  char *words;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YsFoundPlaces, ys_found_places, GTK_TYPE_BOX)

static void
add_label (YsFoundPlaces *self, const char *text)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (label, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  gtk_box_append (self->lines, GTK_WIDGET (label));
}

static char *
make_sentence (const char *words, const YsFilePlace *place)
{
  const char *name = place->name != NULL ? place->name : _("an attached document");

  if (place->n_pages == 1)
    return g_strdup_printf (_("“%1$s” occurs in %2$s, page %3$d"), words, name, place->page);
  return g_strdup_printf (ngettext ("“%1$s” occurs in %2$s, from page %3$d on %4$d page",
                                    "“%1$s” occurs in %2$s, from page %3$d on %4$d pages",
                                    (gulong) place->n_pages),
                          words, name, place->page, place->n_pages);
}

/* Without the text around the words: the applicant's papers are full of what the page masks, and who
 * looks at that is on record. */
static void
add_place (YsFoundPlaces *self, const YsFilePlace *place)
{
  g_autofree char *sentence = make_sentence (self->words, place);

  add_label (self, sentence);
}

static void
show_places (YsFoundPlaces *self, GPtrArray *places)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < MIN (places->len, SHOWN_MAX); i++)
    add_place (self, g_ptr_array_index (places, i));
  if (places->len > SHOWN_MAX)
    {
      int more = (int) places->len - SHOWN_MAX;
      g_autofree char *rest
        = g_strdup_printf (ngettext ("And in %d more document", "And in %d more documents",
                                     (gulong) more), more);

      add_label (self, rest);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), places->len > 0);
}

/* --- asking ---------------------------------------------------------------------------------- */

typedef struct
{
  char *id;
  char *words;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->id);
  g_free (self->words);
  g_free (self);
}

static gpointer
find_where (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  const Question *question = input;

  return ys_office_find_where (session, question->id, question->words, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsFoundPlaces) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  /* A help and no more: the case itself is there, and the list has told of a broken index. */
  if (places != NULL && self->lines != NULL)
    show_places (self, places);
}

static void
free_places (gpointer places)
{
  g_ptr_array_unref (places);
}

void
ys_found_places_look (YsFoundPlaces *self, YsContext *context, const char *id, const char *words)
{
  g_return_if_fail (YS_IS_FOUND_PLACES (self) && YS_IS_CONTEXT (context) && id != NULL);
  g_return_if_fail (words != NULL);

  Question *question = g_new0 (Question, 1);

  *question = (Question){ g_strdup (id), g_strdup (words) };
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->words);
  self->words = g_strstrip (g_strdup (words));
  ys_context_run_async (context, find_where, question, question_free, free_places,
                        self->cancellable, found_cb, g_object_ref (self));
}

/* --- class ----------------------------------------------------------------------------------- */

static void
ys_found_places_dispose (GObject *object)
{
  YsFoundPlaces *self = YS_FOUND_PLACES (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_FOUND_PLACES);
  G_OBJECT_CLASS (ys_found_places_parent_class)->dispose (object);
}

static void
ys_found_places_finalize (GObject *object)
{
  YsFoundPlaces *self = YS_FOUND_PLACES (object);

  g_object_unref (self->cancellable);
  g_free (self->words);
  G_OBJECT_CLASS (ys_found_places_parent_class)->finalize (object);
}

static void
ys_found_places_class_init (YsFoundPlacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_found_places_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_found_places_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/found-places.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFoundPlaces, lines);
}

static void
ys_found_places_init (YsFoundPlaces *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
