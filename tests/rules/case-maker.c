/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes calendars and histories for tests. */
#include "case-maker.h"

#include <string.h>

YsCalendar *
case_maker_load_calendar (void)
{
  static const char *const files[] = { "2018", "2019", "2019-2", "2020", "2020-2", "2021",
                                       "2022", "2023", "2024",   "2025", "2026" };
  YsCalendar *calendar = ys_calendar_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat (files[i], ".notice", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("CALENDARS_DIR"), name, NULL);
      g_autofree char *text = NULL;
      int line = 0;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpint (ys_calendar_add_notice (calendar, text, &line), ==, YS_NOTICE_OK);
    }
  return calendar;
}

static const char *
get_default_body (const char *kind)
{
  static const char *const bodies[][2] = {
    { "arrived", "{\"channel\":\"internet\",\"submitted_on\":\"2019-06-01\",\"applicant\":{\"class\":\"person\","
                 "\"name\":\"张三\"},\"request\":{\"title\":\"题\",\"description\":\"述\",\"form\":\"paper\","
                 "\"delivery\":\"post\"}}" },
    { "received", "{\"channel\":\"post\",\"submitted_on\":\"2019-06-01\",\"applicant\":{\"class\":\"person\","
                  "\"name\":\"张三\"},\"request\":{\"title\":\"题\",\"description\":\"述\",\"form\":\"paper\","
                  "\"delivery\":\"post\"}}" },
    { "correction-asked", "{\"points\":\"名称\",\"until\":\"2027-01-01\"}" },
    { "consultation-sent", "{\"ref\":\"a\",\"with\":\"third-party\",\"name\":\"甲\"}" },
    { "consultation-answered", "{\"ref\":\"a\",\"opinion\":\"agree\"}" },
    { "extension-granted", "{\"days\":20,\"reason\":\"复杂\",\"approver\":\"h\"}" },
    { "delay-set", "{\"until\":\"2027-01-04\",\"reason\":\"量大\"}" },
    { "fee-noticed", "{\"basis\":\"pages\",\"quantity\":109,\"amount_fen\":88000}" },
    { "fee-paid", "{\"amount_fen\":88000}" },
    { "replied", "{\"outcome\":\"granted\",\"ground\":\"36-2\",\"sent_by\":\"post\"}" },
    { "closed", "{\"outcome\":\"other.correction-lapsed\",\"reason\":\"逾期\"}" },
    { "review-opened", "{\"ref\":\"f\",\"route\":\"reconsideration\"}" },
    { "review-decided", "{\"ref\":\"f\",\"result\":\"upheld\"}" },
    { "reopened", "{\"reason\":\"责令\"}" },
    { "assigned", "{\"to\":\"officer-1\"}" },
    { "noted", "{\"text\":\"记\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (g_str_equal (bodies[i][0], kind))
      return bodies[i][1];
  return "{}";
}

YsEvent *
case_maker_read_event (const char *line, gint64 seq)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 3);
  g_auto (YsFault) fault = YS_FAULT_INIT;
  YsEvent *event;

  g_assert_cmpuint (g_strv_length (parts), >=, 2);
  event = ys_event_parse ("case/2024-0001", seq, parts[1], parts[0], NULL,
                          parts[2] != NULL ? parts[2] : get_default_body (parts[1]), &fault);
  if (event == NULL)
    g_error ("%s: %s %s %s", line, ys_fault_get_id (fault.code), fault.path, fault.found);
  return event;
}

YsHistory *
case_maker_read (const char *id, const char *const *lines)
{
  YsHistory *history = ys_history_new (id);

  for (gint64 i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (YsEvent) event = case_maker_read_event (lines[i], i + 1);
      ys_history_add (history, event);
    }
  return history;
}

GHashTable *
case_maker_load (const char *path)
{
  GHashTable *histories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                 (GDestroyNotify) ys_history_free);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      g_autofree char *stream = NULL;
      const char *id = NULL;

      if (**line == '\0')
        continue;
      g_autoptr (YsEvent) event = ys_event_parse_line (*line, strlen (*line), &stream, &fault);
      if (event == NULL)
        g_error ("%s: %s %s", *line, ys_fault_get_id (fault.code), fault.path);
      if (ys_stream_parse (stream, &id) != YS_STREAM_CASE)
        continue;

      YsHistory *history = g_hash_table_lookup (histories, id);
      if (history == NULL)
        {
          history = ys_history_new (id);
          g_hash_table_insert (histories, g_strdup (id), history);
        }
      g_autoptr (YsEvent) numbered = ys_event_with_seq (event, ys_history_get_length (history) + 1);
      ys_history_add (history, numbered);
    }
  return histories;
}

/* --- by dice --------------------------------------------------------------------------------- */

#define SEQ "%" G_GINT64_FORMAT

typedef struct
{
  GRand *dice;
  const YsCalendar *calendar;
  YsHistory *history;
  YsDay day;
} Throw;

static int
throw (Throw *self, int n)
{
  return g_rand_int_range (self->dice, 0, n);
}

/* Adds the entry, unless that would make an impossible history. Takes @body. */
static void
offer (Throw *self, const char *kind, YsDay day, char *body)
{
  char on[YS_DAY_TEXT];
  gint64 n = ys_history_get_length (self->history);
  g_autofree char *owned = body;
  g_autofree char *line = g_strdup_printf ("%s %s %s", ys_day_format (day, on), kind,
                                           body != NULL ? body : get_default_body (kind));
  g_autoptr (YsEvent) event = case_maker_read_event (line, n + 1);
  g_autoptr (YsHistory) trial = ys_history_new (ys_history_get_id (self->history));
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);

  for (gint64 seq = 1; seq <= n; seq++)
    ys_history_add (trial, ys_history_get (self->history, seq));
  ys_history_add (trial, event);
  ys_history_judge (trial, self->calendar, ys_day_from_ymd (2030, 1, 1), problems, NULL);
  if (problems->len > 0)
    return;
  ys_history_free (self->history);
  self->history = g_steal_pointer (&trial);
}

/* A day of the entry itself or around it. */
static char *
format_near (YsDay day, int before, int after, Throw *self)
{
  char text[YS_DAY_TEXT];

  return g_strdup (ys_day_format (day - before + throw (self, before + after + 1), text));
}

/* The ref of one of the questions of that kind, or of none. */
static const char *
pick_ref (Throw *self, YsKind kind)
{
  gint64 n = ys_history_get_length (self->history);
  gint64 first = throw (self, (int) n);

  for (gint64 i = 0; i < n; i++)
    {
      const YsEvent *event = ys_history_get (self->history, 1 + (first + i) % n);
      if (event->kind == kind)
        return ys_event_get_string (event, "ref");
    }
  return "x";
}

static char *
make_body (Throw *self, const char *kind)
{
  g_autofree char *until = format_near (self->day, 5, 80, self);

  if (g_str_equal (kind, "correction-asked"))
    return g_strdup_printf ("{\"points\":\"名称\",\"until\":\"%s\"}", until);
  if (g_str_equal (kind, "consultation-sent"))
    return g_strdup_printf ("{\"ref\":\"c%d\",\"with\":\"%s\",\"name\":\"甲\"}", throw (self, 5),
                            throw (self, 2) ? "agency" : "third-party");
  if (g_str_equal (kind, "consultation-answered"))
    return g_strdup_printf ("{\"ref\":\"%s\",\"opinion\":\"agree\"}",
                            pick_ref (self, YS_KIND_CONSULTATION_SENT));
  if (g_str_equal (kind, "search-asked"))
    return g_strdup_printf ("{\"ref\":\"c%d\",\"unit\":\"档案室\"}", throw (self, 3));
  if (g_str_equal (kind, "search-answered"))
    return g_strdup_printf ("{\"ref\":\"%s\",\"where\":\"库\",\"terms\":\"词\",\"result\":\"none\"}",
                            pick_ref (self, YS_KIND_SEARCH_ASKED));
  if (g_str_equal (kind, "extension-granted"))
    return g_strdup_printf ("{\"days\":%d,\"reason\":\"复杂\"}", 1 + throw (self, 20));
  if (g_str_equal (kind, "delay-set"))
    return g_strdup_printf ("{\"until\":\"%s\",\"reason\":\"量大\"}", until);
  if (g_str_equal (kind, "closed"))
    return g_strdup_printf ("{\"outcome\":\"other.%s\",\"reason\":\"结\"}",
                            throw (self, 3) == 0   ? "other"
                            : throw (self, 2) == 0 ? "fee-lapsed"
                                                   : "correction-lapsed");
  if (g_str_equal (kind, "review-opened"))
    return g_strdup_printf ("{\"ref\":\"r%d\",\"route\":\"%s\"}", throw (self, 3),
                            throw (self, 2) ? "reconsideration" : "litigation");
  if (g_str_equal (kind, "review-decided"))
    return g_strdup_printf ("{\"ref\":\"%s\",\"result\":\"corrected\"}",
                            pick_ref (self, YS_KIND_REVIEW_OPENED));
  if (g_str_equal (kind, "reopened") && throw (self, 2) == 0)
    return g_strdup_printf ("{\"reason\":\"责令\",\"until\":\"%s\"}", until);
  return NULL;
}

/* The more often a kind stands here, the more often it comes. */
static const char *const kinds[] = {
  "correction-asked", "corrected", "corrected", "corrected",
  "consultation-sent", "consultation-sent", "consultation-sent", "consultation-answered",
  "consultation-answered", "consultation-answered", "consultation-answered",
  "extension-granted", "extension-granted", "delay-set", "fee-noticed", "fee-paid", "fee-paid",
  "replied", "replied", "withdrawn", "closed", "reopened", "reopened", "reopened",
  "review-opened", "review-decided", "search-asked", "search-answered", "reasons-asked",
  "reasons-given", "assigned", "noted",
};

static void
offer_act (Throw *self)
{
  const char *kind = kinds[throw (self, G_N_ELEMENTS (kinds))];

  offer (self, kind, self->day, make_body (self, kind));
}

/* Amends the day, or what else moves the clock, of an entry that stands. */
static void
offer_amendment (Throw *self, const YsEvent *target)
{
  char from[YS_DAY_TEXT];
  const char *until = ys_event_get_string (target, "until");

  if (until != NULL && throw (self, 2) == 0)
    {
      g_autofree char *to = format_near (ys_event_get_day (target, "until"), 10, 10, self);

      offer (self, "amended", self->day,
             g_strdup_printf ("{\"of\":" SEQ ",\"field\":\"until\",\"from\":\"%s\",\"to\":\"%s\","
                              "\"reason\":\"误\"}", target->seq, until, to));
    }
  else if (target->kind == YS_KIND_EXTENSION_GRANTED && throw (self, 2) == 0)
    offer (self, "amended", self->day,
           g_strdup_printf ("{\"of\":" SEQ ",\"field\":\"days\",\"from\":%d,\"to\":%d,"
                            "\"reason\":\"误\"}", target->seq,
                            (int) ys_event_get_int (target, "days", 0), 1 + throw (self, 20)));
  else
    {
      g_autofree char *to = format_near (target->on, 9, 9, self);

      offer (self, "amended", self->day,
             g_strdup_printf ("{\"of\":" SEQ ",\"field\":\"on\",\"from\":\"%s\",\"to\":\"%s\","
                              "\"reason\":\"误\"}", target->seq, ys_day_format (target->on, from),
                              to));
    }
}

/* Puts the way of an earlier letter, an amendment or a strike. */
static void
offer_meta (Throw *self)
{
  gint64 of = 1 + throw (self, (int) ys_history_get_length (self->history));
  const YsEvent *target = ys_history_get (self->history, of);
  g_autoptr (YsFolded) standing = ys_history_fold (self->history, ys_day_from_ymd (2199, 1, 1));
  const YsEvent *stands = ys_folded_get (standing, of);

  if (ys_kind_is_letter (target->kind) && throw (self, 3) > 0)
    offer (self, "delivered", target->on - 3 + throw (self, 22),
           g_strdup_printf ("{\"of\":" SEQ "}", of));
  else if (stands != NULL && throw (self, 2) == 0)
    offer_amendment (self, stands);
  else if (target->kind != YS_KIND_RECEIVED && target->kind != YS_KIND_ARRIVED)
    offer (self, "struck", self->day,
           g_strdup_printf ("{\"of\":" SEQ ",\"reason\":\"误\"}", of));
}

YsHistory *
case_maker_throw (GRand *dice, const YsCalendar *calendar, const char *id)
{
  Throw self = { .dice = dice, .calendar = calendar, .history = ys_history_new (id) };
  int acts = 3 + throw (&self, 40);

  self.day = ys_day_from_ymd (2019, 4, 20) + throw (&self, 7 * 365 + 220);
  if (throw (&self, 5) == 0)
    {
      offer (&self, "arrived", self.day, NULL);
      self.day += throw (&self, 4);
      if (throw (&self, 8) > 0)
        offer (&self, "received", self.day, g_strdup ("{\"confirmed_by\":\"电话\"}"));
    }
  else
    offer (&self, "received", self.day, NULL);

  for (int i = 0; i < acts; i++)
    {
      self.day += throw (&self, 3) == 0 ? 0 : throw (&self, 9);
      if (throw (&self, 4) == 0)
        offer_meta (&self);
      else
        offer_act (&self);
    }
  return self.history;
}
