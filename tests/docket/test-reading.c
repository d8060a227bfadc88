/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every engine must do, written against the interface alone: reading and finding entries. */

#include "place.h"

#include <string.h>

static gboolean
stop_cb (YsEntry *entry, gpointer user_data, GError **error)
{
  return --*(int *) user_data > 0;
}

static gboolean
fail_cb (YsEntry *entry, gpointer user_data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "enough");
  return FALSE;
}

static void
test_read (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);
  g_autoptr (GPtrArray) stream = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);
  g_autoptr (GError) error = NULL;
  gint64 seq = -1;
  int left = 3;

  /* more than one handful, the streams laced */
  for (int i = 0; i < 700; i++)
    append_one (docket, NULL, i % 2 == 0 ? "case/2024-0001" : "case/2024-0002", YS_SEQ_ANY, BODY,
                &error);
  g_assert_no_error (error);

  g_assert_true (ys_docket_read_after (docket, 100, gather_cb, after, &error));
  g_assert_cmpuint (after->len, ==, 600);
  for (guint i = 0; i < after->len; i++)
    g_assert_cmpint (((YsEntry *) after->pdata[i])->position, ==, 101 + i);

  g_assert_true (ys_docket_read_stream (docket, "case/2024-0002", gather_cb, stream, &error));
  g_assert_cmpuint (stream->len, ==, 350);
  for (guint i = 0; i < stream->len; i++)
    {
      const YsEntry *entry = stream->pdata[i];

      g_assert_cmpstr (entry->stream, ==, "case/2024-0002");
      g_assert_cmpint (entry->seq, ==, 1 + i);
    }

  g_assert_true (ys_docket_read_stream (docket, "case/2024-0003", gather_cb, none, &error));
  g_assert_true (ys_docket_read_after (docket, 700, gather_cb, none, &error));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (ys_docket_get_seq (docket, "case/2024-0003", &seq, &error));
  g_assert_cmpint (seq, ==, 0);

  g_assert_true (ys_docket_read_after (docket, 0, stop_cb, &left, &error));
  g_assert_cmpint (left, ==, 0);
  g_assert_false (ys_docket_read_after (docket, 0, fail_cb, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_read_streams (gconstpointer data)
{
  static const struct
  {
    const char *prefix;
    guint entries;
  } rows[] = {
    { "", 1211 },          { "case/", 1209 },  { "case/2024-0002", 3 }, { "case/2024-", 1206 },
    { "case/2024-00", 6 }, { "calendar/", 1 }, { "staff/", 1 },         { "plan/", 0 },
  };
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;

  append_some (docket, "staff/张三", 1);
  append_some (docket, "case/2024-0002", 3);
  append_some (docket, "case/2024-0001", 3);
  append_some (docket, "case/2024-1000", 1200);
  append_some (docket, "case/2025-0001", 3);
  append_some (docket, "calendar/2024", 1);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) found
        = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);

      g_assert_true (ys_docket_read_streams (docket, rows[i].prefix, gather_cb, found, &error));
      g_assert_cmpuint (found->len, ==, rows[i].entries);
      for (guint j = 0; j < found->len; j++)
        {
          const YsEntry *entry = found->pdata[j];
          const YsEntry *before = j > 0 ? found->pdata[j - 1] : NULL;
          int order = before != NULL ? strcmp (before->stream, entry->stream) : -1;

          g_assert_true (g_str_has_prefix (entry->stream, rows[i].prefix));
          g_assert_true (order < 0 ? entry->seq == 1 : order == 0 && entry->seq == before->seq + 1);
        }
    }
}

typedef struct
{
  YsDocket *docket;
  YsDocket *other;
  int outer;
  guint inner;
} Nested;

static gboolean
nested_cb (YsEntry *entry, gpointer user_data, GError **error)
{
  Nested *nested = user_data;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);

  nested->outer++;
  if (!ys_docket_read_stream (nested->docket, "case/2024-0002", gather_cb, found, error))
    return FALSE;
  nested->inner += found->len;
  /* and another client is not kept from appending meanwhile */
  if (nested->outer == 1)
    append_some (nested->other, "case/2024-0001", 1);
  return TRUE;
}

static void
test_read_within (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) other = engine->open (place, YS_DOCKET_READ_WRITE);
  g_autoptr (GError) error = NULL;
  Nested nested = { docket, other, 0, 0 };

  append_some (docket, "case/2024-0001", 100);
  append_some (docket, "case/2024-0002", 2);
  g_assert_true (ys_docket_read_stream (docket, "case/2024-0001", nested_cb, &nested, &error));
  /* one snapshot: what was appended meanwhile is not among it */
  g_assert_cmpint (nested.outer, ==, 100);
  g_assert_cmpuint (nested.inner, ==, 200);
}

static void
test_last_stream (gconstpointer data)
{
  static const char *const streams[] = {
    "case/2024-0007", "case/2024-9999",      "case/2024-10000", "case/2024-10010",
    "case/2023-0100", "case/2024-99999x",    "case/2025-0012",  "case/2025-00011",
    "案/2024-0003",   "案/2024-00000000012",
  };
  static const struct
  {
    const char *prefix;
    const char *last;
  } rows[] = {
    { "case/2024-", "case/2024-10010" },
    { "case/2023-", "case/2023-0100" },
    { "case/2022-", NULL },
    { "case/2025-", "case/2025-0012" },
    { "case/", NULL },
    { "案/2024-", "案/2024-00000000012" },
    { "case/2024-1", "case/2024-10010" },
  };
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (streams); i++)
    append_some (docket, streams[i], 2);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *last = NULL;

      g_assert_true (ys_docket_find_last_stream (docket, rows[i].prefix, &last, &error));
      g_assert_cmpstr (last, ==, rows[i].last);
    }
}

int
main (int argc, char **argv)
{
  static const EngineTest tests[] = {
    { "read", test_read },
    { "read-streams", test_read_streams },
    { "read-within", test_read_within },
    { "last-stream", test_last_stream },
  };

  return run_on_engines (argc, argv, tests, G_N_ELEMENTS (tests));
}
