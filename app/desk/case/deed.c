/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of acts, and answers. Proposals are in deed-propose.c, the way to the office in
 * deed-carry-out.c. */
#include "desk/case/deed.h"

#include "wording/i18n.h"

#define ASKS(...) ((const YsAsk[]) { __VA_ARGS__, { NULL } })
#define DAY(k, l) { k, l, YS_ASK_DAY, TRUE }
#define OPTIONAL_DAY(k, l) { k, l, YS_ASK_DAY, FALSE }
#define LINE(k, l) { k, l, YS_ASK_LINE, TRUE }
#define OPTIONAL_LINE(k, l) { k, l, YS_ASK_LINE, FALSE }
#define TEXT(k, l) { k, l, YS_ASK_TEXT, TRUE }
#define OPTIONAL_TEXT(k, l) { k, l, YS_ASK_TEXT, FALSE }
#define CHOICE(k, l, g) { k, l, YS_ASK_CHOICE, TRUE, g }
#define NUMBER(k, l, a, b) { k, l, YS_ASK_NUMBER, TRUE, NULL, a, b }
#define REF(k, l) { k, l, YS_ASK_REF, TRUE }
#define OPTIONAL_REF(k, l) { k, l, YS_ASK_REF, FALSE }
#define FILES { "files", N_ ("Files"), YS_ASK_FILES, FALSE }
#define GROUND { "ground", N_ ("Ground"), YS_ASK_GROUND, TRUE }

static const YsDeed deeds[] = {
  { YS_KIND_RECEIVED, N_ ("Confirm the Receipt"),
    N_ ("The clock starts on the day confirmed with the applicant (article 31)."),
    ASKS (DAY ("on", N_ ("Confirmed on")), LINE ("confirmed_by", N_ ("How and by whom"))) },
  { YS_KIND_ASSIGNED, N_ ("Assign"), NULL,
    ASKS ({ "to", N_ ("Handler"), YS_ASK_NAME, TRUE }, DAY ("on", N_ ("Date"))) },
  { YS_KIND_CORRECTION_ASKED, N_ ("Ask for a Correction"),
    N_ ("Once, within seven working days of receipt; the clock halts (article 30)."),
    ASKS (DAY ("on", N_ ("Date of the letter")), TEXT ("points", N_ ("What must be corrected")),
          DAY ("until", N_ ("Correction due by"))) },
  { YS_KIND_CORRECTED, N_ ("Correction Received"), N_ ("The clock starts anew (article 30)."),
    ASKS (DAY ("on", N_ ("Received on")),
          OPTIONAL_TEXT ("description", N_ ("Information now asked for, if other"))) },
  { YS_KIND_SEARCH_ASKED, N_ ("Ask for a Search"), NULL,
    ASKS (LINE ("unit", N_ ("Unit that searches")), DAY ("on", N_ ("Date")),
          OPTIONAL_DAY ("until", N_ ("Answer due by"))) },
  { YS_KIND_SEARCH_ANSWERED, N_ ("Result of the Search"), NULL,
    ASKS (REF ("ref", N_ ("Which search")), CHOICE ("result", N_ ("Result"), "result"),
          LINE ("where", N_ ("Where it was searched")), LINE ("terms", N_ ("Search terms")),
          DAY ("on", N_ ("Date"))) },
  { YS_KIND_CONSULTATION_SENT, N_ ("Ask for an Opinion"),
    N_ ("The clock is suspended from the next day (articles 32 to 34)."),
    ASKS (CHOICE ("with", N_ ("Who is asked"), "with"), LINE ("name", N_ ("Name")),
          DAY ("on", N_ ("Date of the letter"))) },
  { YS_KIND_CONSULTATION_ANSWERED, N_ ("Opinion Received"), N_ ("The clock runs on."),
    ASKS (REF ("ref", N_ ("Opinion of")), CHOICE ("opinion", N_ ("Opinion"), "opinion"),
          DAY ("on", N_ ("Received on"))) },
  { YS_KIND_DRAFTED, N_ ("Draft the Reply"), NULL,
    ASKS (GROUND, OPTIONAL_LINE ("reply_number", N_ ("Reply number")),
          OPTIONAL_TEXT ("text", N_ ("Text or remarks")),
          OPTIONAL_LINE ("earlier", N_ ("Case answered before (repeated requests)")), FILES,
          DAY ("on", N_ ("Date"))) },
  { YS_KIND_REVIEWED, N_ ("Review the Draft"), NULL,
    ASKS (CHOICE ("as", N_ ("Reviewed by"), "as"), CHOICE ("opinion", N_ ("Opinion"), "verdict"),
          OPTIONAL_TEXT ("comment", N_ ("Comment")), DAY ("on", N_ ("Date"))) },
  { YS_KIND_APPROVAL_ASKED, N_ ("Ask for Approval"),
    N_ ("Request, draft and files are sealed as they stand; what is changed later must be approved again."),
    ASKS (CHOICE ("for", N_ ("For"), "for"), FILES, DAY ("on", N_ ("Date"))) },
  { YS_KIND_APPROVED, N_ ("Approve"), NULL,
    ASKS (DAY ("on", N_ ("Date"))),
    N_ ("The approval is recorded under your name and lets out what was asked for.") },
  { YS_KIND_RETURNED, N_ ("Return"), NULL,
    ASKS (TEXT ("reason", N_ ("Reason")), DAY ("on", N_ ("Date"))) },
  { YS_KIND_REPLIED, N_ ("Send the Reply"), N_ ("The case is concluded on that day."),
    ASKS (DAY ("on", N_ ("Signed, posted or sent on")), CHOICE ("sent_by", N_ ("Sent by"), "sent_by"),
          GROUND, OPTIONAL_LINE ("reply_number", N_ ("Reply number")),
          OPTIONAL_LINE ("earlier", N_ ("Case answered before (repeated requests)")), FILES),
    N_ ("The reply is recorded as sent, and the case is concluded. That is a legal fact: it can be "
        "amended or struck later, never made unsaid.") },
  { YS_KIND_EXTENSION_GRANTED, N_ ("Extend the Period"),
    N_ ("Once, on or before the due day, with the head's consent; the applicant is told (article 33)."),
    ASKS (NUMBER ("days", N_ ("Working days"), 1, 20), TEXT ("reason", N_ ("Reason")),
          LINE ("approver", N_ ("Consent of")), DAY ("on", N_ ("Date"))) },
  { YS_KIND_FEE_NOTICED, N_ ("Fee Notice"),
    N_ ("The clock halts until the fee is paid (article 42, 国办函〔2020〕109号)."),
    ASKS (CHOICE ("basis", N_ ("Basis"), "basis"), NUMBER ("quantity", N_ ("Quantity"), 1, 1000000),
          DAY ("on", N_ ("Date of the notice"))) },
  { YS_KIND_FEE_PAID, N_ ("Fee Paid"), N_ ("The clock starts anew from the next day."),
    ASKS ({ "amount", N_ ("Amount in yuan"), YS_ASK_YUAN, TRUE }, DAY ("on", N_ ("Paid on"))) },
  { YS_KIND_REASONS_ASKED, N_ ("Ask for Reasons"),
    N_ ("For requests beyond a reasonable number (article 35)."),
    ASKS (DAY ("on", N_ ("Date of the letter")), OPTIONAL_DAY ("until", N_ ("Reasons due by"))) },
  { YS_KIND_REASONS_GIVEN, N_ ("Reasons Received"), NULL,
    ASKS (DAY ("on", N_ ("Received on")), OPTIONAL_TEXT ("text", N_ ("Reasons"))) },
  { YS_KIND_DELAY_SET, N_ ("Set a Delay"),
    N_ ("Reasonable delay for requests beyond a reasonable number (article 35)."),
    ASKS (DAY ("until", N_ ("Answer due by")), TEXT ("reason", N_ ("Reason")),
          DAY ("on", N_ ("Date"))) },
  { YS_KIND_WITHDRAWN, N_ ("Record the Withdrawal"), NULL,
    ASKS (DAY ("on", N_ ("Withdrawn on")), OPTIONAL_TEXT ("reason", N_ ("Reason"))),
    N_ ("The case is concluded because the applicant withdrew the request.") },
  { YS_KIND_CLOSED, N_ ("Close without a Reply"), NULL,
    ASKS (CHOICE ("outcome", N_ ("Because"), "outcome"), TEXT ("reason", N_ ("Reason")),
          DAY ("on", N_ ("Date"))),
    N_ ("The case is concluded without a reply to the applicant.") },
  { YS_KIND_LINKED, N_ ("Link to a Case"), NULL,
    ASKS (LINE ("to", N_ ("Number of the other case")),
          CHOICE ("as", N_ ("How the cases belong together"), "link"),
          OPTIONAL_LINE ("agency", N_ ("Agency it was passed on to")), DAY ("on", N_ ("Date"))) },
  { YS_KIND_REVIEW_OPENED, N_ ("Remedy Sought"), NULL,
    ASKS (CHOICE ("route", N_ ("Kind of remedy"), "route"),
          OPTIONAL_LINE ("body", N_ ("Deciding authority")),
          OPTIONAL_DAY ("served_on", N_ ("Papers received on")),
          CHOICE ("procedure", N_ ("Procedure"), "procedure"),
          CHOICE ("capacity", N_ ("Our role"), "capacity"), DAY ("on", N_ ("Opened on"))) },
  { YS_KIND_REVIEW_DECIDED, N_ ("Remedy Decided"), NULL,
    ASKS (REF ("ref", N_ ("Remedy")), CHOICE ("result", N_ ("Result"), "decision"),
          DAY ("on", N_ ("Decided on"))) },
  { YS_KIND_REOPENED, N_ ("Reopen"), N_ ("The case is to be answered again; a new period starts."),
    ASKS (TEXT ("reason", N_ ("Reason")), OPTIONAL_REF ("ref", N_ ("Ordered by")),
          OPTIONAL_DAY ("until", N_ ("Due day that was set, if any")), DAY ("on", N_ ("Date"))) },
  { YS_KIND_ARCHIVED, N_ ("Archive"), NULL,
    ASKS (LINE ("file_no", N_ ("File number")), CHOICE ("retention", N_ ("Retention"), "retention"),
          { "pages", N_ ("Pages"), YS_ASK_NUMBER, FALSE, NULL, 0, 1000000 },
          DAY ("on", N_ ("Date"))) },
  /* of an entry */
  { YS_KIND_AMENDED, N_ ("Amend the Entry"), N_ ("The first text stays readable."),
    ASKS ({ "field", N_ ("Field"), YS_ASK_FIELD, TRUE },
          { "to", N_ ("New content"), YS_ASK_VALUE, FALSE },
          TEXT ("reason", N_ ("Reason"))) },
  { YS_KIND_STRUCK, N_ ("Strike the Entry"), N_ ("It counts no more, but stays readable."),
    ASKS (TEXT ("reason", N_ ("Reason"))) },
  { YS_KIND_DISPATCHED, N_ ("Letter Posted"), NULL,
    ASKS (DAY ("on", N_ ("Posted on")), CHOICE ("by", N_ ("Sent by"), "sent_by"),
          OPTIONAL_LINE ("tracking", N_ ("Tracking number"))) },
  { YS_KIND_DELIVERED, N_ ("Letter Delivered"), NULL,
    ASKS (DAY ("on", N_ ("Delivered on")), OPTIONAL_LINE ("by", N_ ("Signed for by"))) },
  { YS_KIND_UNDELIVERED, N_ ("Letter Came Back"), NULL,
    ASKS (DAY ("on", N_ ("Came back on")), LINE ("reason", N_ ("Reason"))) },
  { YS_KIND_ATTACHED, N_ ("Attach a File"), NULL,
    ASKS (CHOICE ("role", N_ ("What it is"), "role")) },
};

const YsDeed *
ys_deed_get (YsKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (deeds[i].kind == kind)
      return &deeds[i];
  return NULL;
}

const char *
ys_deed_get_title (YsKind kind)
{
  const YsDeed *deed = ys_deed_get (kind);

  return deed != NULL ? _(deed->title) : ys_kind_get_name (kind);
}

/* --- answers --------------------------------------------------------------------------------- */

GHashTable *
ys_deed_answers_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

GHashTable *
ys_deed_answers_copy (GHashTable *answers)
{
  GHashTable *copy = ys_deed_answers_new ();
  GHashTableIter iter;
  gpointer key, text;

  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &key, &text))
    ys_deed_set_answer (copy, key, text);
  return copy;
}

const char *
ys_deed_answer (GHashTable *answers, const char *key)
{
  const char *text = g_hash_table_lookup (answers, key);

  return text != NULL && *text != '\0' ? text : NULL;
}

void
ys_deed_set_answer (GHashTable *answers, const char *key, const char *text)
{
  g_hash_table_replace (answers, g_strdup (key), g_strdup (text != NULL ? text : ""));
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *copy = g_strdup (text != NULL ? text : "");

  return *g_strstrip (copy) == '\0';
}

const YsAsk *
ys_deed_find_missing (const YsDeed *deed, GHashTable *answers)
{
  g_return_val_if_fail (deed != NULL && answers != NULL, NULL);

  for (const YsAsk *ask = deed->asks; ask->key != NULL; ask++)
    {
      const char *text = ys_deed_answer (answers, ask->key);

      if (ask->required && is_blank (text))
        return ask;
      if (ask->type == YS_ASK_DAY && !is_blank (text) && ys_day_parse (text, -1) == YS_DAY_NONE)
        return ask;
    }
  return NULL;
}
