/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands the answers of a form to the office (declared in deed.h). Runs on the docket's thread. */
#include "desk/case/deed.h"

#include "desk/case/words.h"
#include "office/charge.h"
#include "office/deliver.h"
#include "office/inquire.h"
#include "office/register.h"
#include "office/reply.h"
#include "office/review.h"

#include <string.h>

/* The answers of one act, with the ends of texts trimmed. */
typedef struct
{
  YsSession *session;
  const char *id;
  YsDay on;
  gint64 of;
  GHashTable *texts;
} Act;

static const char *
text (const Act *act, const char *key)
{
  return ys_deed_answer (act->texts, key);
}

static YsDay
day (const Act *act, const char *key)
{
  const char *iso = text (act, key);

  return iso != NULL ? ys_day_parse (iso, -1) : YS_DAY_NONE;
}

static gint64
number (const Act *act, const char *key)
{
  const char *digits = text (act, key);

  return digits != NULL ? g_ascii_strtoll (digits, NULL, 10) : 0;
}

/* A list of digests, closed by NULL. (transfer full) */
static char **
list_files (const Act *act)
{
  g_auto (GStrv) lines = g_strsplit (text (act, "files") != NULL ? text (act, "files") : "", "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      g_strv_builder_add (builder, *line);
  return g_strv_builder_end (builder);
}

static gboolean
carry_out_reply (const Act *act, YsKind kind, GError **error)
{
  g_auto (GStrv) files = list_files (act);
  YsReply reply = {
    .outcome = ys_ground_get_outcome (text (act, "ground")),
    .ground = text (act, "ground"),
    .earlier = text (act, "earlier"),
    .reply_number = text (act, "reply_number"),
    .text = text (act, "text"),
    .files = (const char *const *) files,
  };

  if (kind == YS_KIND_APPROVAL_ASKED)
    return ys_office_ask_approval (act->session, act->id, act->on, text (act, "for"),
                                   (const char *const *) files, error);
  if (kind == YS_KIND_DRAFTED)
    return ys_office_draft (act->session, act->id, act->on, &reply, error);
  return ys_office_reply (act->session, act->id, act->on, &reply, text (act, "sent_by"), error);
}

/* Files one by one, each with an entry of its own; the first that fails ends it. */
static gboolean
carry_out_attach (const Act *act, GError **error)
{
  g_auto (GStrv) paths = g_strsplit (text (act, YS_DEED_PATH), "\n", -1);

  for (char **path = paths; *path != NULL; path++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (*path);
      g_autofree char *digest = NULL;

      if (**path == '\0')
        continue;
      digest = ys_office_attach (act->session, act->id, act->on, file, text (act, "role"), error);
      if (digest == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
carry_out_inquiry (const Act *act, YsKind kind, GError **error)
{
  YsSession *session = act->session;
  const char *id = act->id;

  switch (kind)
    {
    case YS_KIND_CORRECTION_ASKED:
      return ys_office_ask_correction (session, id, act->on, text (act, "points"),
                                       day (act, "until"), error);
    case YS_KIND_CORRECTED:
      return ys_office_take_correction (session, id, act->on, text (act, "description"), error);
    case YS_KIND_CONSULTATION_SENT:
      return ys_office_send_consultation (session, id, act->on, text (act, "ref"),
                                          text (act, "with"), text (act, "name"), error);
    case YS_KIND_CONSULTATION_ANSWERED:
      return ys_office_take_opinion (session, id, act->on, text (act, "ref"),
                                     text (act, "opinion"), error);
    case YS_KIND_SEARCH_ASKED:
      return ys_office_ask_search (session, id, act->on, text (act, "ref"), text (act, "unit"),
                                   day (act, "until"), error);
    case YS_KIND_SEARCH_ANSWERED:
      return ys_office_take_search (session, id, act->on, text (act, "ref"), text (act, "where"),
                                    text (act, "terms"), text (act, "result"), error);
    case YS_KIND_REASONS_ASKED:
      return ys_office_ask_reasons (session, id, act->on, day (act, "until"), error);
    case YS_KIND_REASONS_GIVEN:
      return ys_office_take_reasons (session, id, act->on, text (act, "text"), error);
    case YS_KIND_EXTENSION_GRANTED:
      return ys_office_extend (session, id, act->on, (int) number (act, "days"),
                               text (act, "reason"), text (act, "approver"), error);
    case YS_KIND_DELAY_SET:
      return ys_office_set_delay (session, id, act->on, day (act, "until"), text (act, "reason"),
                                  error);
    case YS_KIND_FEE_NOTICED:
      return ys_office_notice_fee (session, id, act->on,
                                   ys_fee_basis_from_id (text (act, "basis")),
                                   number (act, "quantity"), NULL, error);
    case YS_KIND_FEE_PAID:
      return ys_office_take_fee (session, id, act->on, ys_yuan_parse (text (act, "amount")), error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
carry_out_remedy (const Act *act, YsKind kind, GError **error)
{
  if (kind == YS_KIND_REVIEW_OPENED)
    return ys_office_open_review (act->session, act->id, act->on, text (act, "ref"),
                                  ys_route_from_id (text (act, "route")),
                                  g_strcmp0 (text (act, "capacity"), "review-body") == 0,
                                  g_strcmp0 (text (act, "procedure"), "summary") == 0,
                                  day (act, "served_on"), text (act, "body"), error);
  return ys_office_decide_review (act->session, act->id, act->on, text (act, "ref"),
                                  ys_result_from_id (text (act, "result")), error);
}

/* What happens to letters and to entries themselves. */
static gboolean
carry_out_mark (const Act *act, YsKind kind, GError **error)
{
  switch (kind)
    {
    case YS_KIND_DISPATCHED:
      return ys_office_dispatch (act->session, act->id, act->on, act->of, text (act, "by"),
                                 text (act, "tracking"), error);
    case YS_KIND_DELIVERED:
      return ys_office_deliver (act->session, act->id, act->on, act->of, text (act, "by"), error);
    case YS_KIND_UNDELIVERED:
      return ys_office_fail_delivery (act->session, act->id, act->on, act->of,
                                      text (act, "reason"), error);
    case YS_KIND_AMENDED:
      return ys_office_amend (act->session, act->id, act->on, act->of, text (act, "field"),
                              text (act, YS_DEED_FROM) != NULL ? text (act, YS_DEED_FROM) : "",
                              text (act, "to") != NULL ? text (act, "to") : "",
                              text (act, "reason"), error);
    case YS_KIND_STRUCK:
      return ys_office_strike (act->session, act->id, act->on, act->of, text (act, "reason"),
                               error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
carry_out (const Act *act, YsKind kind, GError **error)
{
  YsSession *session = act->session;
  const char *id = act->id;

  switch (kind)
    {
    case YS_KIND_RECEIVED:
      return ys_office_confirm (session, id, act->on, text (act, "confirmed_by"), error);
    case YS_KIND_ASSIGNED:
      return ys_office_assign (session, id, act->on, text (act, "to"), error);
    case YS_KIND_NOTED:
      return ys_office_note (session, id, act->on, text (act, "text"), error);
    case YS_KIND_LINKED:
      return ys_office_link (session, id, act->on, text (act, "to"), text (act, "as"),
                             text (act, "agency"), error);
    case YS_KIND_ATTACHED:
      return carry_out_attach (act, error);
    case YS_KIND_DRAFTED:
    case YS_KIND_APPROVAL_ASKED:
    case YS_KIND_REPLIED:
      return carry_out_reply (act, kind, error);
    case YS_KIND_REVIEWED:
      return ys_office_review (session, id, act->on, text (act, "as"),
                               g_strcmp0 (text (act, "opinion"), "agree") == 0,
                               text (act, "comment"), error);
    case YS_KIND_APPROVED:
      return ys_office_approve (session, id, act->on, error);
    case YS_KIND_RETURNED:
      return ys_office_return (session, id, act->on, text (act, "reason"), error);
    case YS_KIND_WITHDRAWN:
      return ys_office_withdraw (session, id, act->on, text (act, "reason"), error);
    case YS_KIND_CLOSED:
      return ys_office_close (session, id, act->on, ys_outcome_from_id (text (act, "outcome")),
                              text (act, "reason"), error);
    case YS_KIND_REOPENED:
      return ys_office_reopen (session, id, act->on, text (act, "reason"), text (act, "ref"),
                               day (act, "until"), error);
    case YS_KIND_ARCHIVED:
      return ys_office_archive (session, id, act->on, text (act, "file_no"),
                                text (act, "retention"), (int) number (act, "pages"), error);
    case YS_KIND_REVIEW_OPENED:
    case YS_KIND_REVIEW_DECIDED:
      return carry_out_remedy (act, kind, error);
    case YS_KIND_DISPATCHED:
    case YS_KIND_DELIVERED:
    case YS_KIND_UNDELIVERED:
    case YS_KIND_AMENDED:
    case YS_KIND_STRUCK:
      return carry_out_mark (act, kind, error);
    default:
      return carry_out_inquiry (act, kind, error);
    }
}

gboolean
ys_deed_carry_out (YsSession *session, const char *id, YsKind kind, GHashTable *answers,
                  GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL && answers != NULL, FALSE);

  g_autoptr (GHashTable) texts = ys_deed_answers_new ();
  Act act = { .session = session, .id = id, .texts = texts };
  GHashTableIter iter;
  gpointer key, value;

  /* Not what an amendment replaces: that must be what stands there. */
  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autofree char *trimmed = g_strdup (value);
      ys_deed_set_answer (texts, key,
                         g_str_equal (key, YS_DEED_FROM) ? trimmed : g_strstrip (trimmed));
    }
  act.on = day (&act, "on");
  if (act.on == YS_DAY_NONE)
    act.on = ys_session_get_today (session);
  act.of = number (&act, YS_DEED_OF);
  return carry_out (&act, kind, error);
}
