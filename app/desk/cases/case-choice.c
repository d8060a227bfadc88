/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words, names and menus of the filters. Words are those of the exchange format where it
 * has one. */
#include "desk/cases/case-choice.h"

#include "desk/widgets/row-words.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <libintl.h>

#define WORD_OPEN "open"
#define WORD_APPROVAL "approval"
#define WORD_SEVERAL "several"
#define WORD_OVERDUE "overdue"
#define WORD_DAYS "days"
/* Stands before a handler's name, so that nobody ("=") is another word than all (""). */
#define HANDLER_MARK '='

static const char *const channels[] = { "in-person", "post",  "ordinary-post",
                                        "internet",  "fax",   "oral" };
static const int spans[] = { 0, 3, 5, 10, 20 };

static const struct
{
  const char *id;
  const char *title;
} choices[YS_N_CASE_CHOICES] = {
  [YS_CASE_CHOICE_STATE] = { "state", NC_ ("filter", "State") },
  [YS_CASE_CHOICE_YEAR] = { "year", NC_ ("filter", "Received in") },
  [YS_CASE_CHOICE_DUE] = { "due", NC_ ("filter", "Due") },
  [YS_CASE_CHOICE_HANDLER] = { "handler", NC_ ("filter", "Handler") },
  [YS_CASE_CHOICE_OUTCOME] = { "outcome", NC_ ("filter", "Outcome") },
  [YS_CASE_CHOICE_CLASS] = { "class", NC_ ("filter", "Applicant") },
  [YS_CASE_CHOICE_CHANNEL] = { "channel", NC_ ("filter", "Channel") },
  [YS_CASE_CHOICE_TEXT] = { "text", NC_ ("filter", "Text") },
};

const char *
ys_case_choice_get_id (YsCaseChoice choice)
{
  g_return_val_if_fail (choice < YS_N_CASE_CHOICES, NULL);
  return choices[choice].id;
}

const char *
ys_case_choice_get_title (YsCaseChoice choice)
{
  g_return_val_if_fail (choice < YS_N_CASE_CHOICES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "filter", choices[choice].title);
}

/* --- words ------------------------------------------------------------------------------------ */

static const char *
get_state_word (const YsCaseQuery *query)
{
  if (query->asks_approval)
    return WORD_APPROVAL;
  for (int i = 0; i < YS_N_STATES; i++)
    if (query->states == 1u << i)
      return ys_state_get_id ((YsState) i);
  if (query->states != 0)
    return WORD_SEVERAL;
  return query->open_only ? WORD_OPEN : "";
}

static void
set_state (YsCaseQuery *query, const char *word)
{
  int state = ys_state_from_id (word);

  query->asks_approval = g_str_equal (word, WORD_APPROVAL);
  query->open_only = query->asks_approval || g_str_equal (word, WORD_OPEN);
  query->states = state >= 0 ? 1u << state : 0;
}

static char *
get_due_word (const YsCaseQuery *query)
{
  switch (query->due)
    {
    case YS_CASE_DUE_OVERDUE:
      return g_strdup (WORD_OVERDUE);
    case YS_CASE_DUE_WITHIN:
      return g_strdup_printf ("%d", query->within);
    case YS_CASE_DUE_DAYS:
      return g_strdup (WORD_DAYS);
    default:
      return g_strdup ("");
    }
}

static void
set_due (YsCaseQuery *query, const char *word)
{
  guint64 within = 0;

  query->due = YS_CASE_DUE_ANY;
  query->from = query->until = YS_DAY_NONE;
  if (g_str_equal (word, WORD_OVERDUE))
    query->due = YS_CASE_DUE_OVERDUE;
  else if (g_ascii_string_to_unsigned (word, 10, 0, 1000, &within, NULL))
    query->due = YS_CASE_DUE_WITHIN;
  query->within = (int) within;
}

char *
ys_case_choice_get (YsCaseChoice choice, const YsCaseQuery *query)
{
  const char *word = NULL;

  switch (choice)
    {
    case YS_CASE_CHOICE_STATE:
      word = get_state_word (query);
      break;
    case YS_CASE_CHOICE_YEAR:
      return query->received_year != 0 ? g_strdup_printf ("%d", query->received_year)
                                       : g_strdup ("");
    case YS_CASE_CHOICE_DUE:
      return get_due_word (query);
    case YS_CASE_CHOICE_HANDLER:
      return query->handler != NULL ? g_strdup_printf ("%c%s", HANDLER_MARK, query->handler)
                                    : g_strdup ("");
    case YS_CASE_CHOICE_OUTCOME:
      word = ys_outcome_get_id (query->outcome);
      break;
    case YS_CASE_CHOICE_CLASS:
      word = ys_applicant_class_get_id (query->klass);
      break;
    case YS_CASE_CHOICE_CHANNEL:
      word = query->channel;
      break;
    case YS_CASE_CHOICE_TEXT:
      word = query->text;
      break;
    default:
      g_return_val_if_reached (NULL);
    }
  return g_strdup (word != NULL ? word : "");
}

static void
set_text (char **text, const char *word)
{
  char *copy = *word != '\0' ? g_strdup (word) : NULL;

  g_free (*text);
  *text = copy;
}

void
ys_case_choice_set (YsCaseChoice choice, YsCaseQuery *query, const char *word)
{
  g_return_if_fail (query != NULL && word != NULL);

  switch (choice)
    {
    case YS_CASE_CHOICE_STATE:
      set_state (query, word);
      break;
    case YS_CASE_CHOICE_YEAR:
      query->received_year = (int) g_ascii_strtoll (word, NULL, 10);
      break;
    case YS_CASE_CHOICE_DUE:
      set_due (query, word);
      break;
    case YS_CASE_CHOICE_HANDLER:
      g_free (query->handler);
      query->handler = *word == HANDLER_MARK ? g_strdup (word + 1) : NULL;
      break;
    case YS_CASE_CHOICE_OUTCOME:
      query->outcome = *word != '\0' ? ys_outcome_from_id (word) : YS_OUTCOME_NONE;
      break;
    case YS_CASE_CHOICE_CLASS:
      query->klass = *word != '\0' ? ys_applicant_class_from_id (word) : YS_CLASS_NONE;
      break;
    case YS_CASE_CHOICE_CHANNEL:
      set_text (&query->channel, word);
      break;
    case YS_CASE_CHOICE_TEXT:
      set_text (&query->text, word);
      break;
    default:
      g_return_if_reached ();
    }
}

/* --- names ------------------------------------------------------------------------------------ */

static char *
name_state_word (const char *word)
{
  int state = ys_state_from_id (word);

  if (g_str_equal (word, WORD_OPEN))
    return g_strdup (_("not concluded"));
  if (g_str_equal (word, WORD_APPROVAL))
    return g_strdup (_("approval asked for"));
  if (g_str_equal (word, WORD_SEVERAL))
    return g_strdup (_("several"));
  return state >= 0 ? g_strdup (ys_name_state ((YsState) state)) : NULL;
}

static char *
name_span (int within)
{
  unsigned long days = (unsigned long) within;

  if (within == 0)
    return g_strdup (_("until today"));
  return g_strdup_printf (ngettext ("within %lu working day", "within %lu working days", days),
                          days);
}

static char *
name_days (const YsCaseQuery *query, YsDay today)
{
  g_autofree char *from = ys_words_day (query->from, today, TRUE);
  g_autofree char *until = ys_words_day (query->until, today, TRUE);

  if (query->from == query->until)
    return g_steal_pointer (&from);
  /* Translators: from one day to another; either may be “—”. */
  return g_strdup_printf (_("%s to %s"), from, until);
}

static char *
name_due (const YsCaseQuery *query, YsDay today)
{
  switch (query->due)
    {
    case YS_CASE_DUE_OVERDUE:
      return g_strdup (_("overdue"));
    case YS_CASE_DUE_WITHIN:
      return name_span (query->within);
    case YS_CASE_DUE_DAYS:
      return name_days (query, today);
    default:
      return NULL;
    }
}

static char *
name_handler (const char *handler)
{
  return g_strdup (*handler != '\0' ? handler : _("nobody"));
}

char *
ys_case_choice_describe (YsCaseChoice choice, const YsCaseQuery *query, YsDay today)
{
  g_autofree char *word = ys_case_choice_get (choice, query);

  if (*word == '\0')
    return NULL;
  switch (choice)
    {
    case YS_CASE_CHOICE_STATE:
      return name_state_word (word);
    case YS_CASE_CHOICE_DUE:
      return name_due (query, today);
    case YS_CASE_CHOICE_HANDLER:
      return name_handler (query->handler);
    case YS_CASE_CHOICE_OUTCOME:
      return g_strdup (ys_name_outcome (query->outcome));
    case YS_CASE_CHOICE_CLASS:
      return g_strdup (ys_name_class (query->klass));
    case YS_CASE_CHOICE_CHANNEL:
      return g_strdup (ys_name_channel (word));
    default:
      return g_steal_pointer (&word);
    }
}

/* --- menus ------------------------------------------------------------------------------------ */

static void
add_item (GMenu *menu, const char *prefix, YsCaseChoice choice, const char *label, const char *word)
{
  g_autofree char *action = g_strconcat (prefix, ".", choices[choice].id, NULL);
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autoptr (GString) plain = g_string_new (label);

  /* Names of people may hold an underscore, which a menu would take for a mnemonic. */
  g_string_replace (plain, "_", "__", 0);
  g_menu_item_set_label (item, plain->str);
  g_menu_item_set_action_and_target (item, action, "s", word);
  g_menu_append_item (menu, item);
}

static void
add_words (GMenu *menu, YsCaseChoice choice, const char *prefix, const char *const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *word = choice == YS_CASE_CHOICE_HANDLER
                                ? g_strdup_printf ("%c%s", HANDLER_MARK, words[i])
                                : g_strdup (words[i]);
      add_item (menu, prefix, choice, words[i], word);
    }
}

static void
add_values (GMenu *menu, YsCaseChoice choice, const char *prefix, const char *const *words)
{
  switch (choice)
    {
    case YS_CASE_CHOICE_STATE:
      add_item (menu, prefix, choice, _("not concluded"), WORD_OPEN);
      add_item (menu, prefix, choice, _("approval asked for"), WORD_APPROVAL);
      for (int i = 0; i < YS_N_STATES; i++)
        add_item (menu, prefix, choice, ys_name_state ((YsState) i), ys_state_get_id ((YsState) i));
      break;
    case YS_CASE_CHOICE_DUE:
      add_item (menu, prefix, choice, _("overdue"), WORD_OVERDUE);
      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          g_autofree char *word = g_strdup_printf ("%d", spans[i]);
          g_autofree char *name = name_span (spans[i]);
          add_item (menu, prefix, choice, name, word);
        }
      break;
    case YS_CASE_CHOICE_HANDLER:
      add_item (menu, prefix, choice, _("nobody"), (const char[]){ HANDLER_MARK, '\0' });
      add_words (menu, choice, prefix, words);
      break;
    case YS_CASE_CHOICE_OUTCOME:
      for (int i = 0; i < YS_N_OUTCOMES; i++)
        add_item (menu, prefix, choice, ys_name_outcome ((YsOutcome) i),
                  ys_outcome_get_id ((YsOutcome) i));
      break;
    case YS_CASE_CHOICE_CLASS:
      for (int i = 0; i < YS_N_CLASSES; i++)
        add_item (menu, prefix, choice, ys_name_class ((YsApplicantClass) i),
                  ys_applicant_class_get_id ((YsApplicantClass) i));
      break;
    case YS_CASE_CHOICE_CHANNEL:
      for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
        add_item (menu, prefix, choice, ys_name_channel (channels[i]), channels[i]);
      break;
    default:
      add_words (menu, choice, prefix, words);
    }
}

GMenuModel *
ys_case_choice_make_menu (YsCaseChoice choice, const char *prefix, const char *const *words)
{
  g_return_val_if_fail (choice < YS_N_CASE_CHOICES && prefix != NULL, NULL);

  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) values = g_menu_new ();

  add_item (all, prefix, choice, C_ ("filter", "All"), "");
  add_values (values, choice, prefix, words);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (values));
  return G_MENU_MODEL (menu);
}
