/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a line of an exchange file. What is accepted has a canonical body that is accepted
 * again and is its own canonical body; what is refused has a fault. */
#include "rules/event.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
count_text (const char *text, gpointer data)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  (*(guint *) data)++;
}

static void
check_accepted (const YsEvent *event, const char *stream)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *body = ys_event_canonical_body (event);
  char on[YS_DAY_TEXT];
  g_autoptr (YsEvent) again
    = ys_event_parse (stream, 1, ys_kind_get_name (event->kind), ys_day_format (event->on, on),
                      event->actor, body, &fault);

  g_assert_nonnull (again);
  g_autofree char *twice = ys_event_canonical_body (again);
  g_assert_cmpstr (body, ==, twice);
  g_assert_cmpint (again->kind, ==, event->kind);
  g_assert_cmpint (again->on, ==, event->on);

  guint n = 0, m = 0;
  ys_event_foreach_text (event, count_text, &n);
  ys_event_foreach_file (event, count_text, &n);
  ys_event_foreach_text (again, count_text, &m);
  ys_event_foreach_file (again, count_text, &m);
  g_assert_cmpuint (n, ==, m);

  ys_event_check_dates (event, ys_stream_parse (stream, NULL), ys_day_from_ymd (2026, 11, 24), &fault);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *stream = NULL;
  g_autoptr (YsEvent) event
    = ys_event_parse_line (size > 0 ? (const char *) data : "", size, &stream, &fault);

  g_assert_cmpint (event != NULL, ==, fault.code == YS_FAULT_NONE);
  g_assert_cmpint (event != NULL, ==, stream != NULL);
  if (event != NULL)
    check_accepted (event, stream);
  else
    g_assert_true (fault.found == NULL || g_utf8_validate (fault.found, -1, NULL));
  return 0;
}
