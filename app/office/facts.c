/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of the facts: a line each of kind, day and canonical body. */
#include "office/facts.h"

gboolean
ys_facts_hold (YsKind kind)
{
  return kind == YS_KIND_ARRIVED || kind == YS_KIND_RECEIVED || kind == YS_KIND_CORRECTED
         || kind == YS_KIND_DRAFTED;
}

gboolean
ys_facts_touched_by (const YsHistory *history, const YsEvent *event)
{
  g_return_val_if_fail (history != NULL && event != NULL, FALSE);

  /* A strike may be of an amendment, and that be struck again. */
  while (event != NULL && (event->kind == YS_KIND_AMENDED || event->kind == YS_KIND_STRUCK))
    {
      gint64 of = ys_event_get_int (event, "of", 0);

      event = of < event->seq ? ys_history_get (history, of) : NULL;
    }
  return event != NULL && ys_facts_hold (event->kind);
}

void
ys_facts_add (GString *facts, const YsEvent *event)
{
  g_autofree char *body = ys_event_canonical_body (event);
  char on[YS_DAY_TEXT];

  g_string_append_printf (facts, "%s %s %s\n", ys_kind_get_name (event->kind),
                          ys_day_format (event->on, on), body);
}
