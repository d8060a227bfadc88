/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences for faults, warnings and steps. One sentence a code, with the place and the mend. */
#include "wording/explain.h"

#include "wording/i18n.h"

/* In every sentence %1$s is the field, %2$s what stood there, %3$s what may stand there. */
static const char *
get_sentence (YsFaultCode code)
{
  switch (code)
    {
    case YS_FAULT_BAD_UTF8:
      return _("The line is not UTF-8. Save the file as UTF-8 and try again.");
    case YS_FAULT_BAD_JSON:
      return _("The line is not JSON, near “%2$s”.");
    case YS_FAULT_TOO_LONG:
      return _("The line is longer than one mebibyte.");
    case YS_FAULT_TOO_DEEP:
      return _("The line nests lists and objects too deeply, near “%2$s”.");
    case YS_FAULT_NOT_OBJECT:
      return _("The line is JSON but not an object: write {\"stream\":…,\"kind\":…,\"on\":…,\"body\":{…}}.");
    case YS_FAULT_DUPLICATE_KEY:
      return _("Field “%1$s” stands twice. Keep one of them.");
    case YS_FAULT_NULL_VALUE:
      return _("A value is null, near “%2$s”. Leave the field out instead.");
    case YS_FAULT_NOT_INTEGER:
      return _("A number is not an integer, near “%2$s”. Write money in fen, and 万元 as text.");
    case YS_FAULT_UNKNOWN_STREAM:
      return _("Field “%1$s”: there is no stream “%2$s”. A case is case/YEAR-NNNN with at least four digits.");
    case YS_FAULT_UNKNOWN_KIND:
      return _("Field “%1$s”: this stream has no entry of kind “%2$s”.");
    case YS_FAULT_UNKNOWN_FIELD:
      return _("Field “%1$s” does not belong there. Take it out, or check its spelling.");
    case YS_FAULT_MISSING_FIELD:
      return _("Field “%1$s” is missing.");
    case YS_FAULT_WRONG_TYPE:
      return _("Field “%1$s” holds %2$s, but must be of type %3$s.");
    case YS_FAULT_EMPTY:
      return _("Field “%1$s” is empty.");
    case YS_FAULT_BAD_VALUE:
      return _("Field “%1$s” may not be “%2$s”. Allowed: %3$s.");
    case YS_FAULT_OUT_OF_RANGE:
      return _("Field “%1$s”: %2$s is out of range. Allowed: %3$s.");
    case YS_FAULT_BAD_DATE:
      return _("Field “%1$s”: “%2$s” is no date. Write YYYY-MM-DD.");
    case YS_FAULT_BAD_DIGEST:
      return _("Field “%1$s”: “%2$s” is no digest. Write sm3: or sha256: and 64 hexadecimal digits.");
    case YS_FAULT_BAD_AMOUNT:
      return _("Field “%1$s”: “%2$s” is no amount. Write 万元 as a decimal number in quotes.");
    case YS_FAULT_GROUND_DISAGREES:
      return _("Field “%1$s”: ground %2$s leads to outcome %3$s. Change one of the two.");
    case YS_FAULT_FUTURE:
      return _("Field “%1$s”: %2$s lies after today (%3$s). A fact is recorded when it has happened.");
    case YS_FAULT_TOO_EARLY:
      return _("Field “%1$s”: %2$s lies before %3$s, the first day that can be recorded.");
    case YS_FAULT_TOO_LATE:
      return _("Field “%1$s”: %2$s lies more than five years ahead (after %3$s).");
    case YS_FAULT_NO_SUCH_ENTRY:
      return _("Field “%1$s” names “%2$s”, which is no earlier entry of this case that it could mean.");
    case YS_FAULT_NO_SUCH_REF:
      return _("Field “%1$s” names “%2$s”, but no earlier %3$s of this case has that ref.");
    case YS_FAULT_NO_LETTER:
      return _("Field “%1$s” names an entry of kind “%2$s”, which is no letter that could be delivered.");
    case YS_FAULT_NO_FILE:
      return _("File %2$s is neither in files/ beside the exchange file nor in the docket.");
    case YS_FAULT_FROM_DIFFERS:
      return _("Field “%1$s” says %2$s, but that is not what stands at “%3$s” now.");
    case YS_FAULT_NOT_AMENDABLE:
      return _("Field “%1$s” names an entry of kind “%2$s”, which cannot be amended. Strike it instead.");
    case YS_FAULT_STREAM_EXISTS:
      return _("The docket already has %2$s. Only cases that it does not have can be imported.");
    case YS_FAULT_IMPORTED_STAFF:
      return _("%2$s says who may do what. This docket has staff of its own, and such lines are not imported: take them out, or import into a new docket.");
    case YS_FAULT_SAME_LINE:
      return _("The same line stands twice (first at line %2$s). Take one of them out.");
    case YS_FAULT_NO_SUCH_PERSON:
      return _("“%2$s” is not among the staff of this office (field “%1$s”). Check the id, or let a keeper enrol this person first.");
    case YS_FAULT_PERSON_LEFT:
      return _("%2$s has left this office (field “%1$s”). A keeper can enrol this person again.");
    case YS_FAULT_NOT_ALLOWED:
      return _("%2$s may not record this. It is up to: %3$s. A keeper gives the roles.");
    case YS_FAULT_OWN_DRAFT:
      return _("%2$s drafted this reply and may not review, approve or return it. Let another person do it; a keeper can allow it in the approval policy.");
    case YS_FAULT_OWN_REQUEST:
      return _("%2$s asked for the destruction of this case. Let another head decide on it.");
    case YS_FAULT_NEEDS_SIGNATURE:
      return _("This office signs such entries (%2$s), and there is no signature. Unlock your key and try again.");
    case YS_FAULT_NO_KEY:
      return _("%2$s has no key in force, so nothing can be signed. Request a key, and let a keeper confirm it.");
    case YS_FAULT_WRONG_SIGNER:
      return _("The signature was not made with the key that %2$s has in force. Choose the right key file, or request a new key.");
    case YS_FAULT_JOINED_TWICE:
      return _("%2$s is already enrolled under this id. Choose another id, or record first that this person left.");
    case YS_FAULT_ROLE_TWICE:
      return _("%2$s already has the role “%3$s” (field “%1$s”). Nothing needs to be recorded.");
    case YS_FAULT_ROLE_NOT_HELD:
      return _("%2$s does not have the role “%3$s” (field “%1$s”), so it cannot be taken away. Choose another role.");
    case YS_FAULT_LAST_KEEPER:
      return _("%2$s is the last keeper who can act. Make somebody else a keeper first, with a key where the office signs.");
    case YS_FAULT_KEEPER_WITHOUT_KEY:
      return _("Field “%1$s”: this office would have to sign, but no keeper would have a key in force. Set a keeper's key first.");
    case YS_FAULT_KEY_IN_USE:
      return _("Field “%1$s”: this key is already in force for %2$s. Make a new key.");
    case YS_FAULT_OWN_DEPUTY:
      return _("Field “%1$s”: nobody stands in for oneself. Name another person.");
    case YS_FAULT_ENDS_BEFORE:
      return _("Field “%1$s”: %2$s lies before the first day, %3$s. Change one of the two.");
    case YS_FAULT_BEFORE_RECEIPT:
      return _("%2$s is dated before the request arrived or was received. Check the dates.");
    case YS_FAULT_SECOND_RECEIPT:
      return _("The case arrives or is received a second time.");
    case YS_FAULT_NOT_ASKED:
      return _("%2$s answers a question that is not open: there is no unanswered %3$s.");
    case YS_FAULT_NOT_CONCLUDED:
      return _("The case is reopened without having been concluded.");
    case YS_FAULT_NOT_ARCHIVED:
      return _("The destruction of a case can be asked for once it is concluded and archived. Archive it first, or check the dates.");
    case YS_FAULT_ASKED_ALREADY:
      return _("The destruction of this case has already been asked for, by entry %2$s. Decide on that one, or strike it.");
    case YS_FAULT_KEPT_DIFFERS:
      return _("Field “%1$s”: what is kept of entry %2$s is not what stays of it by the rules. Let the program make the list anew.");
    case YS_FAULT_AFTER_DESTRUCTION:
      return _("%2$s comes after the case was destroyed. Nothing can be recorded of it any more; take the entry out, or begin a new case.");
    case YS_FAULT_AFTER_CONCLUSION:
      return _("%2$s comes after the case was concluded. Reopen it first, or check the dates.");
    case YS_WARN_LATE_CORRECTION:
      return _("The correction was asked for on %2$s, after the seven working days of article 30 (%3$s).");
    case YS_WARN_SECOND_CORRECTION:
      return _("A correction was asked for more than once; article 30 allows it once.");
    case YS_WARN_LATE_EXTENSION:
      return _("The extension of %2$s came after the due day %3$s and has no effect.");
    case YS_WARN_SECOND_EXTENSION:
      return _("The period was already extended; a second extension has no effect.");
    case YS_WARN_IDLE_EXTENSION:
      return _("The extension was granted while the clock was halted and has no effect.");
    case YS_WARN_IDLE_CONSULTATION:
      return _("The opinion was asked for while the clock was halted, so nothing is suspended.");
    case YS_WARN_UNAPPROVED_EXTENSION:
      return _("The extension names nobody who approved it; article 33 asks for the head's consent.");
    case YS_WARN_LATE_REPLY:
      return _("The reply of %2$s came after the due day %3$s.");
    case YS_WARN_NO_GROUND:
      return _("The reply names no ground.");
    case YS_WARN_NO_APPROVAL:
      return _("No approval of the reply is on record.");
    case YS_WARN_UNCONFIRMED:
      return _("A request by %2$s counts from the day confirmed with the applicant (article 31); no confirmation is recorded.");
    case YS_WARN_RECEIVED_BEFORE_SUBMITTED:
      return _("Received on %2$s, before it was submitted on %3$s.");
    case YS_WARN_FEE_DIFFERS:
      return _("The fee is %2$s fen; the tiers come to %3$s fen.");
    case YS_WARN_FEE_TOO_EARLY:
      return _("The fee notice of %2$s came before fees could be charged (%3$s).");
    case YS_WARN_FEE_PAID_DIFFERS:
      return _("%2$s fen were paid; the notice asked for %3$s fen.");
    case YS_WARN_CONSULTATION_SKIPPED:
      return _("Refused to protect a third party without asking for its opinion (article 32).");
    case YS_WARN_LAPSE_TOO_EARLY:
      return _("Closed as lapsed on %2$s, before the period was over (its last day: %3$s).");
    case YS_WARN_STRUCK_REFERRED:
      return _("An entry was struck that entry %2$s still refers to.");
    case YS_WARN_SAME_REF:
      return _("The ref “%2$s” is used twice in this case.");
    case YS_WARN_DELIVERED_BEFORE_LETTER:
      return _("Posted or delivered on %2$s, before the letter of %3$s.");
    case YS_WARN_RETENTION_RUNS:
      return _("Destroyed, or to be destroyed, on %2$s, though the case is to be kept until %3$s.");
    case YS_WARN_REPEALED_UNKNOWN:
      return _("A document is repealed that was never entered as issued; table 2 cannot count it.");
    default:
      g_return_val_if_reached ("");
    }
}

/* Puts the three texts in the place of %1$s, %2$s and %3$s. Not printf: a sentence may leave some of
 * them out, which a fortified printf takes for an attack. */
static char *
fill (const char *sentence, const char *const texts[3])
{
  GString *out = g_string_new (NULL);

  for (const char *p = sentence; *p != '\0';)
    {
      if (p[0] == '%' && p[1] >= '1' && p[1] <= '3' && p[2] == '$' && p[3] == 's')
        {
          const char *text = texts[p[1] - '1'];

          g_string_append (out, text != NULL ? text : "—");
          p += 4;
        }
      else
        g_string_append_c (out, *p++);
    }
  return g_string_free (out, FALSE);
}

/* A list of roles, and of what stands in their place, as people name them. (transfer full) */
static char *
name_roles (const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, ", ", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? C_ ("list", ", ") : "",
                            ys_name_role (*word));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* The name of a kind that is called @text, in whatever stream; NULL if there is none. */
static const char *
find_kind_name (const char *text)
{
  for (YsKind kind = YS_KIND_UNKNOWN + 1; kind < YS_N_KINDS; kind++)
    if (g_str_equal (ys_kind_get_name (kind), text))
      return ys_name_kind (kind);
  return NULL;
}

/* Codes that the rules quote, as people name them; any other text as it is. */
static const char *
name_code (YsFaultCode code, const char *text)
{
  static const char *const types[][2] = {
    { "integer", N_("whole number") }, { "true, false", N_("true or false") },
    { "object", N_("object") }, { "list", N_("list") }, { "text", N_("text") },
  };
  const char *name;
  YsKind kind;

  if (text == NULL)
    return NULL;
  if (code == YS_WARN_UNCONFIRMED)
    return ys_name_channel (text);
  for (guint i = 0; code == YS_FAULT_WRONG_TYPE && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i][0], text))
      return _(types[i][1]);

  switch (code)
    {
    case YS_FAULT_NEEDS_SIGNATURE:
      name = find_kind_name (text);
      return name != NULL ? name : text;
    case YS_FAULT_BEFORE_RECEIPT:
    case YS_FAULT_AFTER_CONCLUSION:
    case YS_FAULT_NOT_ASKED:
    case YS_FAULT_NO_LETTER:
    case YS_FAULT_NO_SUCH_ENTRY:
    case YS_FAULT_NO_SUCH_REF:
    case YS_FAULT_NOT_AMENDABLE:
    case YS_FAULT_AFTER_DESTRUCTION:
      kind = ys_kind_parse (YS_STREAM_CASE, text);
      return kind != YS_KIND_UNKNOWN ? ys_name_kind (kind) : text;
    default:
      return text;
    }
}

char *
ys_explain_fault (const YsFault *fault)
{
  g_return_val_if_fail (fault != NULL && fault->code != YS_FAULT_NONE, NULL);

  const char *texts[3] = { fault->path, name_code (fault->code, fault->found),
                           name_code (fault->code, fault->want) };
  g_autofree char *roles = NULL;
  const char *sentence = get_sentence (fault->code);

  if (fault->want != NULL
      && (fault->code == YS_FAULT_NOT_ALLOWED || fault->code == YS_FAULT_ROLE_TWICE
          || fault->code == YS_FAULT_ROLE_NOT_HELD))
    texts[2] = roles = name_roles (fault->want);

  /* Some codes say something else where what they would name is not there. */
  if (fault->code == YS_FAULT_SAME_LINE && fault->found == NULL)
    sentence = _("The docket already holds this very line. Take it out.");
  else if (fault->code == YS_WARN_LAPSE_TOO_EARLY && fault->want == NULL)
    sentence = _("Closed as lapsed, but no delivery of the notice is on record; its period runs from there.");
  else if (fault->code == YS_WARN_RETENTION_RUNS && fault->want == NULL)
    sentence = _("Destroyed, or to be destroyed, though the case is to be kept for ever.");
  else if (fault->code == YS_FAULT_NO_SUCH_PERSON && fault->found == NULL)
    sentence = _("The entry does not say who made it. This office has staff: choose who you are, and try again.");
  return fill (sentence, texts);
}

char *
ys_explain_step (const YsStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  const char *name = step->name != NULL ? step->name : "";

  switch (step->why)
    {
    case YS_WHY_WORKING_DAY:
      return g_strdup (_("working days, counted"));
    case YS_WHY_MAKE_UP_DAY:
      return g_strdup_printf (_("working in exchange (%s), counted"), name);
    case YS_WHY_WEEKEND:
      return g_strdup (_("weekend, not counted"));
    case YS_WHY_HOLIDAY:
      return g_strdup_printf (_("%s, not counted"), name);
    case YS_WHY_RECEIVED:
      return g_strdup (_("day of receipt, not counted"));
    case YS_WHY_CORRECTED:
      return g_strdup (_("corrected: counted anew from the next day"));
    case YS_WHY_FEE_PAID:
      return g_strdup (_("fee paid: counted anew from the next day"));
    case YS_WHY_REOPENED:
      return g_strdup (_("reopened: counted anew from the next day"));
    case YS_WHY_CONSULTATION:
      return g_strdup_printf (_("opinion of %s asked for, not counted"), name);
    case YS_WHY_AWAITS_CONFIRMATION:
      return g_strdup (_("not yet confirmed with the applicant"));
    case YS_WHY_AWAITS_CORRECTION:
      return g_strdup (_("correction awaited, clock halted"));
    case YS_WHY_AWAITS_FEE:
      return g_strdup (_("fee awaited, clock halted"));
    case YS_WHY_EXTENSION:
      return g_strdup_printf (ngettext ("extended by %d working day", "extended by %d working days",
                                        (gulong) step->days), step->days);
    case YS_WHY_EXTENSION_LATE:
      return g_strdup (_("extension granted after the due day: no effect"));
    case YS_WHY_EXTENSION_SECOND:
      return g_strdup (_("second extension: no effect"));
    case YS_WHY_DELAY:
      return g_strdup (_("reasonable delay: due on the day set"));
    case YS_WHY_REOPENED_UNTIL:
      return g_strdup (_("due on the day that the decision set"));
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
ys_explain_notice_fault (YsNoticeFault fault)
{
  switch (fault)
    {
    case YS_NOTICE_BAD_WORD:
      return _("the line begins with an unknown word, or has too few");
    case YS_NOTICE_BAD_DAY:
      return _("there is no such day");
    case YS_NOTICE_BAD_SPAN:
      return _("the rest ends before it begins, or is longer than a month");
    case YS_NOTICE_FAR_AWAY:
      return _("the day lies outside the notice's year and the December before it");
    case YS_NOTICE_BOTH:
      return _("the day is listed both as rest and as work");
    case YS_NOTICE_NO_YEAR:
      return _("the year is missing, or stands twice");
    case YS_NOTICE_EMPTY:
      return _("the notice lists no day of rest");
    case YS_NOTICE_OK:
    default:
      return NULL;
    }
}

char *
ys_explain_day (YsDay day)
{
  g_return_val_if_fail (day != YS_DAY_NONE, NULL);

  int year, month, date;

  ys_day_split (day, &year, &month, &date);
  /* Translators: year, month, day of the month; reorder with %2$d and so on. */
  return g_strdup_printf (_("%1$d-%2$02d-%3$02d"), year, month, date);
}
