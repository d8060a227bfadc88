/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks when typing pauses, one question at a time; a newer question cancels the older. */
#include "desk/register/likeness-panel.h"

#include "desk/register/likeness-row.h"
#include "desk/register/likeness-work.h"
#include "desk/widgets/row-words.h"
#include "desk/window.h"
#include "wording/explain.h"
#include "wording/i18n.h"

/* Longer than the pauses of an input method. */
#define ASK_DELAY_MS 400

struct _YsLikenessPanel
{
  GtkBox parent_instance;

  GtkWidget *warning;
  GtkLabel *warning_text;
  GtkWidget *choices;
  GtkWidget *decided;
  GtkWidget *same_panel;
  GtkLabel *same_count;
  GtkListBox *same;
  GtkWidget *others_panel;
  GtkLabel *others_count;
  GtkListBox *others;
  GtkWidget *hint;
  GtkLabel *hint_text;

  YsContext *context;
  YsLikeQuestion *question; /* to be asked when the delay is over */
  YsLikes *likes;           /* the last answer, or NULL */
  GPtrArray *twins;         /* of YsTwin: what was decided */
  char *twin;               /* the case that the warning is about, or NULL */
  guint delay;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YsLikenessPanel, ys_likeness_panel, GTK_TYPE_BOX)

enum
{
  EDITED,
  NUMBERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- choices ------------------------------------------------------------------------------------- */

static YsTwin *
find_twin (YsLikenessPanel *self, const char *id)
{
  for (guint i = 0; i < self->twins->len; i++)
    {
      YsTwin *twin = g_ptr_array_index (self->twins, i);

      if (g_str_equal (twin->id, id))
        return twin;
    }
  return NULL;
}

static YsTwinChoice
get_choice (YsLikenessPanel *self, const char *id)
{
  const YsTwin *twin = find_twin (self, id);

  return twin != NULL ? twin->choice : YS_TWIN_UNDECIDED;
}

/* The likest undecided twin; where all are decided, the likest, so that it can be changed. */
static const YsLike *
find_warning (YsLikenessPanel *self)
{
  const YsLike *first = NULL;

  for (guint i = 0; self->likes != NULL && i < self->likes->same->len; i++)
    {
      const YsLike *like = g_ptr_array_index (self->likes->same, i);

      if (like->percent < YS_LIKE_SAME_PERCENT)
        continue;
      if (get_choice (self, like->row->id) == YS_TWIN_UNDECIDED)
        return like;
      if (first == NULL)
        first = like;
    }
  return first;
}

static char *
describe_warning (const YsLike *like, YsTwinChoice choice)
{
  g_autofree char *id = ys_words_number (like->row->id);

  switch (choice)
    {
    case YS_TWIN_DUPLICATE:
      return g_strdup_printf (_("Will be linked to %s as a duplicate when it is registered."), id);
    case YS_TWIN_DIFFERENT:
      return g_strdup_printf (_("A note will say: compared with %s, not the same."), id);
    case YS_TWIN_GO_ON:
      return g_strdup_printf (_("A note will say: like %s, registered all the same."), id);
    case YS_TWIN_UNDECIDED:
    default:
      return g_strdup_printf (
        like->row->state == YS_STATE_CONCLUDED
          ? _("The same applicant asked for like information in %s, which was answered. Compare and "
              "choose; the choice is recorded with the case.")
          : _("The same applicant asked for like information in %s, which is not answered yet. "
              "Compare and choose; the choice is recorded with the case."),
        id);
    }
}

/* --- showing ------------------------------------------------------------------------------------- */

static guint
fill_list (YsLikenessPanel *self, GtkListBox *list, const GPtrArray *likes, gboolean with_name)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; likes != NULL && i < likes->len; i++)
    {
      const YsLike *like = g_ptr_array_index (likes, i);

      gtk_list_box_append (list, ys_likeness_row_new (like, with_name,
                                                      get_choice (self, like->row->id)));
    }
  return likes != NULL ? likes->len : 0;
}

static void
show_count (GtkWidget *panel, GtkLabel *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_text (label, text);
  gtk_widget_set_visible (panel, count > 0);
}

static void
show_warning (YsLikenessPanel *self)
{
  const YsLike *like = find_warning (self);
  YsTwinChoice choice;
  g_autofree char *text = NULL;

  g_clear_pointer (&self->twin, g_free);
  gtk_widget_set_visible (self->warning, like != NULL);
  if (like == NULL)
    return;
  self->twin = g_strdup (like->row->id);
  choice = get_choice (self, self->twin);
  text = describe_warning (like, choice);
  gtk_label_set_text (self->warning_text, text);
  gtk_widget_set_visible (self->choices, choice == YS_TWIN_UNDECIDED);
  gtk_widget_set_visible (self->decided, choice != YS_TWIN_UNDECIDED);
}

static void
show_hint (YsLikenessPanel *self)
{
  int askers = self->likes != NULL ? self->likes->askers : 0;
  g_autofree char *text = NULL;

  if (askers > 0)
    text = g_strdup_printf (ngettext ("%d other applicant asked for the same information. If it may "
                                      "be disclosed, it can be published (条例第四十四条).",
                                      "%d other applicants asked for the same information. If it "
                                      "may be disclosed, it can be published (条例第四十四条).",
                                      askers), askers);
  gtk_label_set_text (self->hint_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->hint, text != NULL);
}

static void
show_likes (YsLikenessPanel *self)
{
  const YsLikes *likes = self->likes;

  show_count (self->same_panel, self->same_count,
              fill_list (self, self->same, likes != NULL ? likes->same : NULL, FALSE));
  show_count (self->others_panel, self->others_count,
              fill_list (self, self->others, likes != NULL ? likes->others : NULL, TRUE));
  show_warning (self);
  show_hint (self);
}

/* --- asking -------------------------------------------------------------------------------------- */

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsLikenessPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  YsLikes *likes = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (likes == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  /* The page may be gone, or a newer question under way whose answer comes soon. */
  if (self->cancellable == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      ys_likes_free (likes);
      return;
    }
  g_clear_pointer (&self->likes, ys_likes_free);
  self->likes = likes;
  show_likes (self);
  g_signal_emit (self, signals[NUMBERED], 0, likes->next_id);
}

static void
cancel (YsLikenessPanel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
ask_now_cb (gpointer user_data)
{
  YsLikenessPanel *self = user_data;

  self->delay = 0;
  cancel (self);
  self->cancellable = g_cancellable_new ();
  ys_context_run_async (self->context, ys_likeness_work, g_steal_pointer (&self->question),
                        (GDestroyNotify) ys_like_question_free, (GDestroyNotify) ys_likes_free,
                        self->cancellable, answered_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* --- what is clicked ----------------------------------------------------------------------------- */

static void
choose (YsLikenessPanel *self, YsTwinChoice choice)
{
  YsTwin *twin = self->twin != NULL ? find_twin (self, self->twin) : NULL;

  if (self->twin == NULL)
    return;
  if (choice == YS_TWIN_UNDECIDED)
    g_ptr_array_remove (self->twins, twin);
  else if (twin != NULL)
    twin->choice = choice;
  else
    g_ptr_array_add (self->twins, ys_twin_new (self->twin, choice));
  show_likes (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
duplicate_cb (GtkButton *button, YsLikenessPanel *self)
{
  choose (self, YS_TWIN_DUPLICATE);
}

static void
different_cb (GtkButton *button, YsLikenessPanel *self)
{
  choose (self, YS_TWIN_DIFFERENT);
}

static void
go_on_cb (GtkButton *button, YsLikenessPanel *self)
{
  choose (self, YS_TWIN_GO_ON);
}

static void
change_cb (GtkButton *button, YsLikenessPanel *self)
{
  choose (self, YS_TWIN_UNDECIDED);
}

static void
compare_cb (GtkButton *button, YsLikenessPanel *self)
{
  if (self->twin != NULL)
    ys_window_show_case (GTK_WIDGET (self), self->twin);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, YsLikenessPanel *self)
{
  ys_window_show_case (GTK_WIDGET (self), ys_likeness_row_get_id (row));
}

/* --- class --------------------------------------------------------------------------------------- */

static void
ys_likeness_panel_dispose (GObject *object)
{
  YsLikenessPanel *self = YS_LIKENESS_PANEL (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_LIKENESS_PANEL);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_likeness_panel_parent_class)->dispose (object);
}

static void
ys_likeness_panel_finalize (GObject *object)
{
  YsLikenessPanel *self = YS_LIKENESS_PANEL (object);

  g_clear_pointer (&self->question, ys_like_question_free);
  g_clear_pointer (&self->likes, ys_likes_free);
  g_ptr_array_unref (self->twins);
  g_free (self->twin);
  G_OBJECT_CLASS (ys_likeness_panel_parent_class)->finalize (object);
}

static void
ys_likeness_panel_class_init (YsLikenessPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_likeness_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_likeness_panel_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[NUMBERED] = g_signal_new ("numbered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/register/likeness-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, warning);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, warning_text);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, choices);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, decided);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, same_panel);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, same_count);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, same);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, others_panel);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, others_count);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, others);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, YsLikenessPanel, hint_text);
  gtk_widget_class_bind_template_callback (widget_class, duplicate_cb);
  gtk_widget_class_bind_template_callback (widget_class, different_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ys_likeness_panel_init (YsLikenessPanel *self)
{
  self->twins = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_twin_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_likeness_panel_set_context (YsLikenessPanel *self, YsContext *context)
{
  g_return_if_fail (YS_IS_LIKENESS_PANEL (self) && YS_IS_CONTEXT (context));

  g_set_object (&self->context, context);
}

void
ys_likeness_panel_ask (YsLikenessPanel *self, const YsRequestDraft *draft, int year)
{
  g_return_if_fail (YS_IS_LIKENESS_PANEL (self) && self->context != NULL && draft != NULL);

  g_clear_pointer (&self->question, ys_like_question_free);
  self->question = ys_like_question_new (draft->applicant.name, draft->applicant.id_number,
                                         draft->title, draft->description, year);
  g_clear_handle_id (&self->delay, g_source_remove);
  self->delay = g_timeout_add (ASK_DELAY_MS, ask_now_cb, self);
}

void
ys_likeness_panel_show (YsLikenessPanel *self, const YsRequestDraft *draft)
{
  g_return_if_fail (YS_IS_LIKENESS_PANEL (self) && draft != NULL);

  g_ptr_array_set_size (self->twins, 0);
  for (guint i = 0; i < draft->twins->len; i++)
    {
      const YsTwin *twin = g_ptr_array_index (draft->twins, i);

      g_ptr_array_add (self->twins, ys_twin_new (twin->id, twin->choice));
    }
  g_clear_pointer (&self->likes, ys_likes_free);
  show_likes (self);
}

static gboolean
is_shown (YsLikenessPanel *self, const char *id)
{
  /* Nothing is known yet: what the draft said stands. */
  if (self->likes == NULL)
    return TRUE;
  for (guint i = 0; i < self->likes->same->len; i++)
    if (g_str_equal (((YsLike *) g_ptr_array_index (self->likes->same, i))->row->id, id))
      return TRUE;
  return FALSE;
}

void
ys_likeness_panel_take (YsLikenessPanel *self, YsRequestDraft *draft)
{
  g_return_if_fail (YS_IS_LIKENESS_PANEL (self) && draft != NULL);

  g_ptr_array_set_size (draft->twins, 0);
  for (guint i = 0; i < self->twins->len; i++)
    {
      const YsTwin *twin = g_ptr_array_index (self->twins, i);

      if (is_shown (self, twin->id))
        g_ptr_array_add (draft->twins, ys_twin_new (twin->id, twin->choice));
    }
}
