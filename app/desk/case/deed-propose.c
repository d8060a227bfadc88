/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a form opens with, and what its answers come to (declared in deed.h). */
#include "desk/case/deed.h"

#include "desk/case/entry-sentence.h"
#include "desk/case/words.h"
#include "rules/fee.h"
#include "rules/outcome.h"
#include "wording/explain.h"
#include "wording/field.h"
#include "wording/i18n.h"

/* Working days proposed for answers whose period the law leaves to the office. */
#define PROPOSED_DAYS 10

static void
propose_day (GHashTable *answers, const char *key, YsDay day)
{
  char iso[YS_DAY_TEXT];

  ys_deed_set_answer (answers, key, day != YS_DAY_NONE ? ys_day_format (day, iso) : "");
}

YsDay
ys_deed_get_day (YsKind kind, const YsCaseView *view)
{
  g_return_val_if_fail (view != NULL, YS_DAY_NONE);

  const YsViewStep *step = ys_case_view_get_step (view, kind);

  return step != NULL && step->on != YS_DAY_NONE ? step->on : view->on;
}

char *
ys_deed_tell_late (YsKind kind, const YsCaseView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  const YsViewStep *step = ys_case_view_get_step (view, kind);
  g_autofree char *day = NULL;

  if (step == NULL || step->reason == NULL || step->on == YS_DAY_NONE)
    return NULL;
  day = ys_day_with_weekday (step->on);
  /* Translators: why an act is not lawful today (a sentence), and the last day on which it was. */
  return g_strdup_printf (_("Not today: %1$s Entered late, it keeps the day on which it was done; the "
                            "latest lawful day was %2$s."),
                          step->reason, day);
}

static void
propose_ref (GHashTable *answers, const YsCaseView *view, YsKind asked, YsKind answer)
{
  g_autoptr (GPtrArray) open = ys_case_view_list_open (view, asked, answer);

  if (open->len > 0)
    {
      const YsViewEntry *entry = g_ptr_array_index (open, 0);
      ys_deed_set_answer (answers, "ref", ys_event_get_string (entry->event, "ref"));
    }
}

static void
propose_made_ref (GHashTable *answers, const YsCaseView *view, YsKind kind, const char *prefix)
{
  g_autofree char *ref = ys_case_view_make_ref (view, kind, prefix);

  ys_deed_set_answer (answers, "ref", ref);
}

/* The files of the draft, or else those attached as reply. */
static void
propose_files (GHashTable *answers, const YsCaseView *view)
{
  g_autoptr (GString) files = g_string_new (NULL);
  int n = view->draft != NULL ? ys_event_count_list (view->draft, "files") : 0;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("files.%d", i);
      g_string_append_printf (files, "%s\n", ys_event_get_string (view->draft, path));
    }
  for (guint i = 0; n == 0 && i < view->files->len; i++)
    {
      const YsViewFile *file = g_ptr_array_index (view->files, i);
      if (g_str_equal (file->role, "reply"))
        g_string_append_printf (files, "%s\n", file->digest);
    }
  ys_deed_set_answer (answers, "files", files->str);
}

static void
propose_reply (GHashTable *answers, const YsCaseView *view)
{
  static const char *const keys[] = { "ground", "earlier", "reply_number", "text" };

  propose_files (answers, view);
  for (guint i = 0; view->draft != NULL && i < G_N_ELEMENTS (keys); i++)
    ys_deed_set_answer (answers, keys[i], ys_event_get_string (view->draft, keys[i]));
}

/* As the applicant wanted to get it. */
static const char *
propose_sending (const YsCaseView *view)
{
  const char *delivery
    = view->receipt != NULL ? ys_event_get_string (view->receipt, "request.delivery") : NULL;

  if (g_strcmp0 (delivery, "email") == 0 || g_strcmp0 (delivery, "fax") == 0)
    return delivery;
  if (g_strcmp0 (delivery, "pickup") == 0 || g_strcmp0 (delivery, "onsite") == 0)
    return "in-person";
  return "post";
}

static void
propose_payment (GHashTable *answers, const YsCaseView *view)
{
  for (guint i = 0; i < view->entries->len; i++)
    {
      const YsViewEntry *entry = g_ptr_array_index (view->entries, i);

      if (entry->event->kind == YS_KIND_FEE_NOTICED && entry->struck_by == 0)
        {
          g_autofree char *yuan
            = ys_yuan_format (ys_event_get_int (entry->event, "amount_fen", 0));
          ys_deed_set_answer (answers, "amount", yuan);
          return;
        }
    }
}

static gboolean
has_file (const YsCaseView *view, const char *role)
{
  for (guint i = 0; i < view->files->len; i++)
    if (g_str_equal (((YsViewFile *) g_ptr_array_index (view->files, i))->role, role))
      return TRUE;
  return FALSE;
}

static gboolean
has_open_remedy (const YsCasefile *casefile)
{
  for (guint i = 0; i < casefile->reviews->len; i++)
    if (((YsReview *) g_ptr_array_index (casefile->reviews, i))->decided_on == YS_DAY_NONE)
      return TRUE;
  return FALSE;
}

/* What most likely comes while the case waits as it does. Only a drafted reply has a letter. */
static const char *
propose_role (const YsCaseView *view)
{
  if (has_open_remedy (view->casefile))
    return "review";
  if (view->casefile->concluded_on != YS_DAY_NONE)
    return "receipt";
  if ((view->casefile->open & YS_OPEN_CORRECTION) != 0)
    return "correction";
  if ((view->casefile->open & YS_OPEN_CONSULTATION) != 0)
    return "opinion";
  if ((view->casefile->open & YS_OPEN_SEARCH) != 0)
    return "evidence";
  if (view->draft != NULL)
    return "reply";
  return has_file (view, "request") ? "other" : "request";
}

static const char *
propose_closing (const YsCaseView *view)
{
  if ((view->casefile->open & YS_OPEN_CORRECTION) != 0)
    return "other.correction-lapsed";
  return (view->casefile->open & YS_OPEN_FEE) != 0 ? "other.fee-lapsed" : "other.other";
}

static void
propose_field (GHashTable *answers, const YsCaseView *view, gint64 of)
{
  const YsViewEntry *entry = ys_case_view_get_entry (view, of);
  g_autofree char *now = entry != NULL ? ys_event_get_text (entry->event, "on") : NULL;

  ys_deed_set_answer (answers, "field", "on");
  ys_deed_set_answer (answers, YS_DEED_FROM, now);
  ys_deed_set_answer (answers, "to", now);
}

/* The first word of every group: a drop-down always shows one. */
static void
propose_choices (GHashTable *answers, YsKind kind)
{
  const YsDeed *deed = ys_deed_get (kind);

  for (const YsAsk *ask = deed != NULL ? deed->asks : NULL; ask != NULL && ask->key != NULL; ask++)
    if (ask->type == YS_ASK_CHOICE)
      ys_deed_set_answer (answers, ask->key, ys_words_get (ask->group)[0].id);
}

GHashTable *
ys_deed_propose (YsKind kind, const YsCaseView *view, const YsCalendar *calendar, gint64 of)
{
  g_return_val_if_fail (view != NULL && calendar != NULL, NULL);

  GHashTable *answers = ys_deed_answers_new ();
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, of);
  YsDay on = ys_deed_get_day (kind, view);

  ys_deed_set_answer (answers, YS_DEED_OF, seq);
  propose_day (answers, "on", on);
  propose_choices (answers, kind);

  switch (kind)
    {
    case YS_KIND_CORRECTION_ASKED:
    case YS_KIND_REASONS_ASKED:
      propose_day (answers, "until", ys_calendar_nth (calendar, on, PROPOSED_DAYS));
      break;
    case YS_KIND_CONSULTATION_SENT:
      propose_made_ref (answers, view, kind, "C");
      break;
    case YS_KIND_CONSULTATION_ANSWERED:
      propose_ref (answers, view, YS_KIND_CONSULTATION_SENT, kind);
      break;
    case YS_KIND_SEARCH_ASKED:
      propose_made_ref (answers, view, kind, "S");
      break;
    case YS_KIND_SEARCH_ANSWERED:
      propose_ref (answers, view, YS_KIND_SEARCH_ASKED, kind);
      break;
    case YS_KIND_REVIEW_OPENED:
      propose_made_ref (answers, view, kind, "R");
      break;
    case YS_KIND_REVIEW_DECIDED:
      propose_ref (answers, view, YS_KIND_REVIEW_OPENED, kind);
      break;
    case YS_KIND_EXTENSION_GRANTED:
      ys_deed_set_answer (answers, "days", "20");
      break;
    case YS_KIND_FEE_NOTICED:
      ys_deed_set_answer (answers, "quantity", "31");
      break;
    case YS_KIND_FEE_PAID:
      propose_payment (answers, view);
      break;
    case YS_KIND_ASSIGNED:
      ys_deed_set_answer (answers, "to", view->casefile->handler);
      break;
    case YS_KIND_DRAFTED:
    case YS_KIND_APPROVAL_ASKED:
      propose_reply (answers, view);
      break;
    case YS_KIND_REPLIED:
      propose_reply (answers, view);
      ys_deed_set_answer (answers, "sent_by", propose_sending (view));
      break;
    case YS_KIND_REVIEWED:
      if (ys_chain_get_next (view->chain) != NULL)
        ys_deed_set_answer (answers, "as", ys_chain_get_next (view->chain)->as);
      break;
    case YS_KIND_DISPATCHED:
      ys_deed_set_answer (answers, "by", "post");
      break;
    case YS_KIND_CLOSED:
      ys_deed_set_answer (answers, "outcome", propose_closing (view));
      break;
    case YS_KIND_ARCHIVED:
      ys_deed_set_answer (answers, "file_no", view->casefile->id);
      ys_deed_set_answer (answers, "retention", "10y");
      break;
    case YS_KIND_ATTACHED:
      ys_deed_set_answer (answers, "role", propose_role (view));
      break;
    case YS_KIND_AMENDED:
      propose_field (answers, view, of);
      break;
    default:
      break;
    }
  return answers;
}

/* --- what the answers come to ---------------------------------------------------------------- */

static char *
tell_ground (GHashTable *answers)
{
  YsOutcome outcome = ys_ground_get_outcome (ys_deed_answer (answers, "ground"));

  return outcome != YS_OUTCOME_NONE
           ? g_strdup_printf (_("Outcome: %s"), ys_name_outcome (outcome))
           : NULL;
}

static char *
tell_fee (GHashTable *answers)
{
  const char *quantity = ys_deed_answer (answers, "quantity");
  const char *on = ys_deed_answer (answers, "on");
  YsDay day = on != NULL ? ys_day_parse (on, -1) : YS_DAY_NONE;
  YsFeeBasis basis = ys_fee_basis_from_id (ys_deed_answer (answers, "basis"));
  g_autofree char *yuan = NULL;

  if (quantity == NULL || day == YS_DAY_NONE || basis == YS_FEE_NONE)
    return NULL;
  yuan = ys_yuan_format (ys_fee_amount (basis, g_ascii_strtoll (quantity, NULL, 10), day));
  return g_strdup_printf (_("Fee: %s yuan"), yuan);
}

/* What is decided: the draft that a reply's approval would let out. */
static char *
tell_approval (const YsCaseView *view)
{
  const YsViewEntry *asked = ys_case_view_get_entry (view, view->casefile->approval_seq);
  g_autofree char *draft = NULL;
  const char *what;

  if (asked == NULL)
    return NULL;
  what = ys_word_name ("for", ys_event_get_string (asked->event, "for"));
  if (view->draft != NULL
      && g_strcmp0 (ys_event_get_string (asked->event, "for"), "reply") == 0)
    draft = ys_entry_sentence (view, view->draft);
  /* Translators: what is to be approved, and the draft of it. */
  return draft != NULL ? g_strdup_printf (_("To be approved: %1$s (%2$s)"), what, draft)
                       : g_strdup_printf (_("To be approved: %s"), what);
}

static char *
tell_amendment (GHashTable *answers, const YsCaseView *view)
{
  const char *seq = ys_deed_answer (answers, YS_DEED_OF);
  const char *path = ys_deed_answer (answers, "field");
  const YsViewEntry *entry
    = seq != NULL ? ys_case_view_get_entry (view, g_ascii_strtoll (seq, NULL, 10)) : NULL;
  g_autoptr (YsEventField) field
    = entry != NULL && path != NULL ? ys_event_find_field (entry->event, path) : NULL;
  g_autofree char *text = field != NULL ? ys_event_get_text (entry->event, path) : NULL;
  g_autofree char *now = text != NULL ? ys_field_describe (field, entry->event->kind, text) : NULL;

  return now != NULL ? g_strdup_printf (_("Now: %s"), now) : NULL;
}

static char *
tell_files (GHashTable *answers)
{
  const char *lines = ys_deed_answer (answers, YS_DEED_PATH);
  g_auto (GStrv) paths = g_strsplit (lines != NULL ? lines : "", "\n", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (char **path = paths; *path != NULL; path++)
    {
      g_autofree char *base = g_path_get_basename (*path);
      g_autofree char *name = g_filename_display_name (base);

      if (**path != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
    }
  return g_strdup (names->str);
}

static char *
tell_matter (YsKind kind, GHashTable *answers, const YsCaseView *view)
{
  switch (kind)
    {
    case YS_KIND_DRAFTED:
    case YS_KIND_REPLIED:
      return tell_ground (answers);
    case YS_KIND_FEE_NOTICED:
      return tell_fee (answers);
    case YS_KIND_ATTACHED:
      return tell_files (answers);
    case YS_KIND_APPROVED:
    case YS_KIND_RETURNED:
      return tell_approval (view);
    case YS_KIND_AMENDED:
      return tell_amendment (answers, view);
    default:
      return NULL;
    }
}

char *
ys_deed_tell (YsKind kind, GHashTable *answers, const YsCaseView *view, const YsCalendar *calendar)
{
  g_return_val_if_fail (answers != NULL && view != NULL && calendar != NULL, NULL);

  g_autofree char *matter = tell_matter (kind, answers, view);
  g_autofree char *due = ys_deed_preview (kind, answers, view, calendar);

  if (matter != NULL && due != NULL)
    return g_strdup_printf ("%s\n%s", matter, due);
  return matter != NULL ? g_steal_pointer (&matter) : g_steal_pointer (&due);
}
