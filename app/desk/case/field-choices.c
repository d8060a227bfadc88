/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pairs of answer and name for each type of question. */
#include "desk/case/field-choices.h"

#include "desk/case/entry-sentence.h"
#include "desk/case/words.h"
#include "rules/outcome.h"
#include "wording/explain.h"
#include "wording/field.h"
#include "wording/i18n.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  GPtrArray *ids;
  GtkStringList *names;
} Choices;

static void
add (Choices *self, const char *id, const char *name)
{
  g_ptr_array_add (self->ids, g_strdup (id));
  gtk_string_list_append (self->names, name);
}

static void
list_words (Choices *self, const char *group)
{
  for (const YsWord *word = ys_words_get (group); word != NULL && word->id != NULL; word++)
    add (self, word->id, ys_word_name (group, word->id));
}

/* --- grounds --------------------------------------------------------------------------------- */

static int
find_ground (const char *ground)
{
  for (guint i = 0; i < ys_ground_count (); i++)
    if (g_str_equal (ys_ground_get_id (i), ground))
      return (int) i;
  g_return_val_if_reached (-1);
}

/* By article: all grounds of article 36 stand together, by item; what has no article comes last. */
static int
compare_grounds (gconstpointer a, gconstpointer b)
{
  const char *x = *(const char *const *) a;
  const char *y = *(const char *const *) b;

  if (atoi (x) != atoi (y))
    return atoi (x) == 0 ? 1 : atoi (y) == 0 ? -1 : atoi (x) - atoi (y);
  if (g_ascii_isdigit (x[strlen (x) - 1]))
    return strcmp (x, y);
  return find_ground (x) - find_ground (y);
}

static void
list_grounds (Choices *self)
{
  g_autoptr (GPtrArray) grounds = g_ptr_array_new ();

  for (guint i = 0; i < ys_ground_count (); i++)
    g_ptr_array_add (grounds, (gpointer) ys_ground_get_id (i));
  g_ptr_array_sort (grounds, compare_grounds);

  add (self, "", _("Choose a ground"));
  for (guint i = 0; i < grounds->len; i++)
    {
      const char *ground = g_ptr_array_index (grounds, i);
      const char *article = ys_ground_get_article (ground);
      g_autofree char *name
        = article != NULL ? g_strdup_printf ("%s · %s", article, ys_ground_describe (ground))
                          : g_strdup (ys_ground_describe (ground));

      add (self, ground, name);
    }
}

/* --- the case's own -------------------------------------------------------------------------- */

static void
list_refs (Choices *self, const YsCaseView *view, YsKind kind, gboolean required)
{
  YsKind asked = kind == YS_KIND_CONSULTATION_ANSWERED ? YS_KIND_CONSULTATION_SENT
                 : kind == YS_KIND_SEARCH_ANSWERED     ? YS_KIND_SEARCH_ASKED
                                                       : YS_KIND_REVIEW_OPENED;
  /* A reopening may name a remedy that is decided. */
  YsKind answer = kind == YS_KIND_REOPENED ? YS_KIND_UNKNOWN : kind;
  g_autoptr (GPtrArray) open = ys_case_view_list_open (view, asked, answer);

  if (!required)
    add (self, "", _("nobody"));
  for (guint i = 0; i < open->len; i++)
    {
      const YsViewEntry *entry = g_ptr_array_index (open, i);
      g_autofree char *sentence = ys_entry_sentence (view, entry->event);
      g_autofree char *day = ys_day_with_weekday (entry->event->on);
      g_autofree char *name = g_strdup_printf ("%s · %s", sentence, day);

      add (self, ys_event_get_string (entry->event, "ref"), name);
    }
}

static void
list_fields (Choices *self, const YsCaseView *view, gint64 of)
{
  const YsViewEntry *entry = ys_case_view_get_entry (view, of);
  g_autoptr (GPtrArray) fields = entry != NULL ? ys_event_list_fields (entry->event)
                                               : g_ptr_array_new ();

  for (guint i = 0; i < fields->len; i++)
    {
      const YsEventField *field = g_ptr_array_index (fields, i);
      g_autofree char *name = ys_field_name (field->path);

      add (self, field->path, name);
    }
}

/* --- values of a field that is amended -------------------------------------------------------- */

static void
list_outcomes (Choices *self)
{
  for (int outcome = 0; outcome < YS_N_OUTCOMES; outcome++)
    add (self, ys_outcome_get_id (outcome), ys_name_outcome (outcome));
}

void
ys_field_choices_list_values (const YsEventField *field, YsKind kind, GPtrArray *ids,
                              GtkStringList *names)
{
  g_return_if_fail (field != NULL && ids != NULL && GTK_IS_STRING_LIST (names));

  Choices choices = { ids, names };

  if (!field->required && field->shape != YS_SHAPE_GROUND)
    add (&choices, "", "—");
  switch (field->shape)
    {
    case YS_SHAPE_WORD:
      for (const char *const *word = field->words; *word != NULL; word++)
        add (&choices, *word, ys_field_word_name (kind, field->path, *word));
      break;
    case YS_SHAPE_OUTCOME:
      list_outcomes (&choices);
      break;
    case YS_SHAPE_GROUND:
      list_grounds (&choices);
      break;
    case YS_SHAPE_FLAG:
      add (&choices, "true", _("yes"));
      add (&choices, "false", _("no"));
      break;
    default:
      g_return_if_reached ();
    }
}

void
ys_field_choices_list (const YsAsk *ask, const YsCaseView *view, YsKind kind, gint64 of,
                       GPtrArray *ids, GtkStringList *names)
{
  g_return_if_fail (ask != NULL && view != NULL && ids != NULL && GTK_IS_STRING_LIST (names));

  Choices choices = { ids, names };

  switch (ask->type)
    {
    case YS_ASK_CHOICE:
      list_words (&choices, ask->group);
      break;
    case YS_ASK_GROUND:
      list_grounds (&choices);
      break;
    case YS_ASK_REF:
      list_refs (&choices, view, kind, ask->required);
      break;
    case YS_ASK_FIELD:
      list_fields (&choices, view, of);
      break;
    default:
      g_return_if_reached ();
    }
}
