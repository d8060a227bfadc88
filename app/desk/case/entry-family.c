/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table: kind and families. */
#include "desk/case/entry-family.h"

#include "wording/i18n.h"

#define IN(family) (1u << YS_FAMILY_##family)

static const struct
{
  YsKind kind;
  unsigned families;
} table[] = {
  { YS_KIND_ARRIVED, IN (PERIOD) },
  { YS_KIND_RECEIVED, IN (PERIOD) },
  { YS_KIND_CORRECTION_ASKED, IN (PERIOD) },
  { YS_KIND_CORRECTED, IN (PERIOD) },
  { YS_KIND_CONSULTATION_SENT, IN (PERIOD) },
  { YS_KIND_CONSULTATION_ANSWERED, IN (PERIOD) },
  { YS_KIND_SEARCH_ASKED, IN (PAPERS) },
  { YS_KIND_SEARCH_ANSWERED, IN (PAPERS) },
  { YS_KIND_EXTENSION_GRANTED, IN (PERIOD) },
  { YS_KIND_REASONS_ASKED, IN (PERIOD) },
  { YS_KIND_REASONS_GIVEN, IN (PERIOD) },
  { YS_KIND_DELAY_SET, IN (PERIOD) },
  { YS_KIND_FEE_NOTICED, IN (PERIOD) },
  { YS_KIND_FEE_PAID, IN (PERIOD) },
  { YS_KIND_ASSIGNED, IN (NOTES) },
  { YS_KIND_DRAFTED, IN (PAPERS) },
  { YS_KIND_REVIEWED, IN (APPROVAL) },
  { YS_KIND_APPROVAL_ASKED, IN (APPROVAL) },
  { YS_KIND_APPROVED, IN (APPROVAL) },
  { YS_KIND_RETURNED, IN (APPROVAL) },
  { YS_KIND_REPLIED, IN (PAPERS) | IN (PERIOD) },
  { YS_KIND_DISPATCHED, IN (DELIVERY) },
  { YS_KIND_DELIVERED, IN (DELIVERY) },
  { YS_KIND_UNDELIVERED, IN (DELIVERY) },
  { YS_KIND_WITHDRAWN, IN (PERIOD) },
  { YS_KIND_CLOSED, IN (PERIOD) },
  { YS_KIND_REVIEW_OPENED, IN (REMEDY) },
  { YS_KIND_REVIEW_DECIDED, IN (REMEDY) },
  { YS_KIND_REOPENED, IN (PERIOD) | IN (REMEDY) },
  { YS_KIND_LINKED, IN (NOTES) },
  { YS_KIND_AMENDED, IN (NOTES) },
  { YS_KIND_STRUCK, IN (NOTES) },
  { YS_KIND_ATTACHED, IN (PAPERS) },
  { YS_KIND_ARCHIVED, IN (PAPERS) },
  { YS_KIND_NOTED, IN (NOTES) },
};

const char *
ys_entry_family_name (YsEntryFamily family)
{
  switch (family)
    {
    case YS_FAMILY_ALL:
      return C_ ("entries", "All");
    case YS_FAMILY_PERIOD:
      return C_ ("entries", "Period");
    case YS_FAMILY_PAPERS:
      return C_ ("entries", "Papers and files");
    case YS_FAMILY_APPROVAL:
      return C_ ("entries", "Approval");
    case YS_FAMILY_DELIVERY:
      return C_ ("entries", "Delivery");
    case YS_FAMILY_REMEDY:
      return C_ ("entries", "Remedies");
    case YS_FAMILY_NOTES:
      return C_ ("entries", "Notes and amendments");
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
ys_entry_family_has (YsEntryFamily family, YsKind kind)
{
  if (family == YS_FAMILY_ALL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].kind == kind)
      return (table[i].families & (1u << family)) != 0;
  return FALSE;
}
