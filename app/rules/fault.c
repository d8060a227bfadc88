/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFault: what is wrong or odd, as a code with the place and the words. No sentences here. */
#include "rules/event.h"

/* What stood in a field is quoted back to a person: this much of it is enough to recognise it, and
 * a digest is quoted whole. */
#define FOUND_MAX 80

void
ys_fault_clear (YsFault *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->found, g_free);
  g_clear_pointer (&self->want, g_free);
  self->code = YS_FAULT_NONE;
}

gboolean
ys_fault_set (YsFault *self, YsFaultCode code, const char *path, const char *found,
              const char *want)
{
  g_return_val_if_fail (self != NULL, FALSE);

  ys_fault_clear (self);
  self->code = code;
  self->path = g_strdup (path);
  if (found != NULL && g_utf8_strlen (found, -1) > FOUND_MAX)
    {
      g_autofree char *head = g_utf8_substring (found, 0, FOUND_MAX);
      self->found = g_strconcat (head, "…", NULL);
    }
  else
    {
      self->found = g_strdup (found);
    }
  self->want = g_strdup (want);
  return FALSE;
}

const char *
ys_fault_get_id (YsFaultCode code)
{
  static const char *const ids[YS_N_FAULTS] = {
    [YS_FAULT_NONE] = "none",
    [YS_FAULT_BAD_UTF8] = "bad-utf8",
    [YS_FAULT_BAD_JSON] = "bad-json",
    [YS_FAULT_TOO_LONG] = "too-long",
    [YS_FAULT_TOO_DEEP] = "too-deep",
    [YS_FAULT_NOT_OBJECT] = "not-object",
    [YS_FAULT_DUPLICATE_KEY] = "duplicate-key",
    [YS_FAULT_NULL_VALUE] = "null-value",
    [YS_FAULT_NOT_INTEGER] = "not-integer",
    [YS_FAULT_UNKNOWN_STREAM] = "unknown-stream",
    [YS_FAULT_UNKNOWN_KIND] = "unknown-kind",
    [YS_FAULT_UNKNOWN_FIELD] = "unknown-field",
    [YS_FAULT_MISSING_FIELD] = "missing-field",
    [YS_FAULT_WRONG_TYPE] = "wrong-type",
    [YS_FAULT_EMPTY] = "empty",
    [YS_FAULT_BAD_VALUE] = "bad-value",
    [YS_FAULT_OUT_OF_RANGE] = "out-of-range",
    [YS_FAULT_BAD_DATE] = "bad-date",
    [YS_FAULT_BAD_DIGEST] = "bad-digest",
    [YS_FAULT_BAD_AMOUNT] = "bad-amount",
    [YS_FAULT_GROUND_DISAGREES] = "ground-disagrees",
    [YS_FAULT_FUTURE] = "future-date",
    [YS_FAULT_TOO_EARLY] = "too-early",
    [YS_FAULT_TOO_LATE] = "too-late",
    [YS_FAULT_NO_SUCH_ENTRY] = "no-such-entry",
    [YS_FAULT_NO_SUCH_REF] = "no-such-ref",
    [YS_FAULT_NO_LETTER] = "no-letter",
    [YS_FAULT_NO_FILE] = "no-file",
    [YS_FAULT_FROM_DIFFERS] = "from-differs",
    [YS_FAULT_NOT_AMENDABLE] = "not-amendable",
    [YS_FAULT_STREAM_EXISTS] = "stream-exists",
    [YS_FAULT_SAME_LINE] = "same-line",
    [YS_FAULT_NO_SUCH_PERSON] = "no-such-person",
    [YS_FAULT_PERSON_LEFT] = "person-left",
    [YS_FAULT_NOT_ALLOWED] = "not-allowed",
    [YS_FAULT_OWN_DRAFT] = "own-draft",
    [YS_FAULT_OWN_REQUEST] = "own-request",
    [YS_FAULT_NEEDS_SIGNATURE] = "needs-signature",
    [YS_FAULT_IMPORTED_STAFF] = "imported-staff",
    [YS_FAULT_NO_KEY] = "no-key",
    [YS_FAULT_WRONG_SIGNER] = "wrong-signer",
    [YS_FAULT_JOINED_TWICE] = "joined-twice",
    [YS_FAULT_ROLE_TWICE] = "role-twice",
    [YS_FAULT_ROLE_NOT_HELD] = "role-not-held",
    [YS_FAULT_LAST_KEEPER] = "last-keeper",
    [YS_FAULT_KEEPER_WITHOUT_KEY] = "keeper-without-key",
    [YS_FAULT_KEY_IN_USE] = "key-in-use",
    [YS_FAULT_OWN_DEPUTY] = "own-deputy",
    [YS_FAULT_ENDS_BEFORE] = "ends-before-it-begins",
    [YS_FAULT_BEFORE_RECEIPT] = "before-receipt",
    [YS_FAULT_SECOND_RECEIPT] = "second-receipt",
    [YS_FAULT_NOT_ASKED] = "not-asked",
    [YS_FAULT_NOT_CONCLUDED] = "not-concluded",
    [YS_FAULT_NOT_ARCHIVED] = "not-archived",
    [YS_FAULT_ASKED_ALREADY] = "asked-already",
    [YS_FAULT_KEPT_DIFFERS] = "kept-differs",
    [YS_FAULT_AFTER_DESTRUCTION] = "after-destruction",
    [YS_FAULT_AFTER_CONCLUSION] = "after-conclusion",
    [YS_WARN_LATE_CORRECTION] = "late-correction",
    [YS_WARN_SECOND_CORRECTION] = "second-correction",
    [YS_WARN_LATE_EXTENSION] = "late-extension",
    [YS_WARN_SECOND_EXTENSION] = "second-extension",
    [YS_WARN_IDLE_EXTENSION] = "idle-extension",
    [YS_WARN_IDLE_CONSULTATION] = "idle-consultation",
    [YS_WARN_UNAPPROVED_EXTENSION] = "unapproved-extension",
    [YS_WARN_LATE_REPLY] = "late-reply",
    [YS_WARN_NO_GROUND] = "no-ground",
    [YS_WARN_NO_APPROVAL] = "no-approval",
    [YS_WARN_UNCONFIRMED] = "unconfirmed",
    [YS_WARN_RECEIVED_BEFORE_SUBMITTED] = "received-before-submitted",
    [YS_WARN_FEE_DIFFERS] = "fee-differs",
    [YS_WARN_FEE_TOO_EARLY] = "fee-too-early",
    [YS_WARN_FEE_PAID_DIFFERS] = "fee-paid-differs",
    [YS_WARN_CONSULTATION_SKIPPED] = "consultation-skipped",
    [YS_WARN_LAPSE_TOO_EARLY] = "lapse-too-early",
    [YS_WARN_STRUCK_REFERRED] = "struck-referred",
    [YS_WARN_SAME_REF] = "same-ref",
    [YS_WARN_DELIVERED_BEFORE_LETTER] = "delivered-before-letter",
    [YS_WARN_RETENTION_RUNS] = "retention-runs",
    [YS_WARN_REPEALED_UNKNOWN] = "repealed-unknown",
  };

  g_return_val_if_fail (code >= YS_FAULT_NONE && code < YS_N_FAULTS, NULL);
  return ids[code];
}
