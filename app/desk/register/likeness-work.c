/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two questions become two lists: by name and words, and by the number of a document. */
#include "desk/register/likeness-work.h"

#include "office/lists.h"
#include "rules/number.h"

#define LIKES_MAX 60
#define BY_NUMBER_MAX 20
#define SAME_SHOWN 20
#define OTHERS_SHOWN 6
/* Below this, others' requests are only about the same trade. */
#define OTHERS_PERCENT 40

YsLikeQuestion *
ys_like_question_new (const char *name, const char *id_number, const char *title,
                      const char *description, int year)
{
  YsLikeQuestion *self = g_new0 (YsLikeQuestion, 1);

  self->name = g_strstrip (g_strdup (name));
  self->id_number = g_strstrip (g_strdup (id_number));
  self->title = g_strdup (title);
  self->description = g_strdup (description);
  self->year = year;
  return self;
}

void
ys_like_question_free (YsLikeQuestion *self)
{
  g_free (self->name);
  g_free (self->id_number);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

static void
like_free (gpointer data)
{
  YsLike *self = data;

  ys_index_row_free (self->row);
  g_free (self);
}

void
ys_likes_free (YsLikes *self)
{
  g_ptr_array_unref (self->same);
  g_ptr_array_unref (self->others);
  g_free (self->next_id);
  g_free (self);
}

static void
add_like (GPtrArray *to, YsIndexRow *row, int percent)
{
  YsLike *like = g_new0 (YsLike, 1);

  like->row = row;
  like->percent = percent;
  g_ptr_array_add (to, like);
}

static gboolean
holds (const GPtrArray *likes, const char *id)
{
  for (guint i = 0; i < likes->len; i++)
    if (g_str_equal (((YsLike *) g_ptr_array_index (likes, i))->row->id, id))
      return TRUE;
  return FALSE;
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  const YsLike *one = *(const YsLike *const *) a;
  const YsLike *other = *(const YsLike *const *) b;

  if (one->percent != other->percent)
    return other->percent - one->percent;
  return ys_number_compare (other->row->id, one->row->id);
}

static gboolean
has_row (const GPtrArray *rows, const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (((YsIndexRow *) g_ptr_array_index (rows, i))->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
fill_likes (YsSession *session, const YsLikeQuestion *question, GPtrArray *numbered, YsLikes *likes,
            GHashTable *askers, GError **error)
{
  g_autoptr (GPtrArray) found = ys_office_find_like (session, question->name, question->title,
                                                     question->description, LIKES_MAX, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const YsLikeness *like = g_ptr_array_index (found, i);
      gboolean is_same = like->same_applicant || has_row (numbered, like->id);
      g_autoptr (GError) local = NULL;
      YsIndexRow *row;

      if (!is_same && like->percent < OTHERS_PERCENT)
        continue;
      row = ys_office_get_row (session, like->id, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (row == NULL)
        continue;
      if (!is_same && like->percent >= YS_LIKE_SAME_PERCENT && row->applicant != NULL)
        g_hash_table_add (askers, g_strdup (row->applicant));
      add_like (is_same ? likes->same : likes->others, row, like->percent);
    }
  return TRUE;
}

static void
add_numbered (GPtrArray *numbered, YsLikes *likes)
{
  while (numbered->len > 0)
    {
      YsIndexRow *row = g_ptr_array_steal_index (numbered, 0);

      if (holds (likes->same, row->id))
        ys_index_row_free (row);
      else
        add_like (likes->same, row, 0);
    }
}

static char *
find_next_id (YsSession *session, int year, GError **error)
{
  YsFilter filter;
  g_autoptr (GPtrArray) rows = NULL;
  const char *last = NULL;
  int last_year = 0;
  int number;

  ys_filter_init (&filter);
  rows = ys_office_page (session, &filter, YS_ORDER_NUMBER, TRUE, NULL, 1, error);
  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    last = ((YsIndexRow *) g_ptr_array_index (rows, 0))->id;
  if (last != NULL && (!ys_number_split (last, &last_year, &number) || last_year > year))
    return NULL; /* an older year's numbers are seldom continued: better none than a wrong one */
  return ys_number_next (year, last_year == year ? last : NULL);
}

gpointer
ys_likeness_work (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  const YsLikeQuestion *question = input;
  g_autoptr (YsLikes) likes = g_new0 (YsLikes, 1);
  g_autoptr (GHashTable) askers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) numbered = NULL;
  g_autoptr (GError) local = NULL;

  likes->same = g_ptr_array_new_with_free_func (like_free);
  likes->others = g_ptr_array_new_with_free_func (like_free);
  numbered = ys_office_find_applicant (session, question->id_number, BY_NUMBER_MAX, &local);
  if (numbered == NULL
      || !fill_likes (session, question, numbered, likes, askers, &local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  add_numbered (numbered, likes);
  likes->next_id = find_next_id (session, question->year, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  g_ptr_array_sort (likes->same, compare_cb);
  g_ptr_array_sort (likes->others, compare_cb);
  likes->askers = (int) g_hash_table_size (askers);
  if (likes->same->len > SAME_SHOWN)
    g_ptr_array_set_size (likes->same, SAME_SHOWN);
  if (likes->others->len > OTHERS_SHOWN)
    g_ptr_array_set_size (likes->others, OTHERS_SHOWN);
  return g_steal_pointer (&likes);
}
