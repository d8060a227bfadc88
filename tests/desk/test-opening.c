/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests a docket that is opened before anybody asks for it: whoever takes it early or late gets it, what
 * was read ahead is asked for once and not when the docket changed, and what nobody takes goes. */
#include "desk/opening.h"

#include "desk-docket.h"
#include "desk/today/today-figures.h"

#define TODAY (ys_day_from_ymd (2026, 11, 24))

typedef struct
{
  DeskDocket *docket;
  YsContext *context;
  GError *error;
  guint told;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->docket = desk_docket_new (5, TODAY);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->context);
  g_clear_error (&self->error);
  g_clear_object (&self->docket->context);
  /* Also what nobody took: then nothing writes into the folder that goes. */
  g_assert_true (ys_context_wait_for_all (20));
  desk_docket_free (self->docket);
}

static void
opened_cb (YsContext *context, const GError *error, GCancellable *cancellable, gpointer user_data)
{
  Fixture *self = user_data;

  self->context = context;
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->told++;
}

static gboolean
is_told (gpointer data)
{
  return ((Fixture *) data)->told > 0;
}

static void
test_early (Fixture *self, gconstpointer data)
{
  YsOpening *opening = ys_opening_begin (self->docket->address, TODAY);

  g_assert_cmpstr (ys_opening_get_address (opening), ==, self->docket->address);
  ys_opening_take (opening, opened_cb, self);
  desk_turn_until (is_told, self);
  g_assert_no_error (self->error);
  g_assert_cmpstr (ys_context_get_address (self->context), ==, self->docket->address);
}

/* Work that only counts how often it is done, on the docket's thread. */
static int times_done;

static gpointer
count_work (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (g_atomic_int_add (&times_done, 1) + 1);
}

static void
forget_count (gpointer answer)
{
}

static void
context_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;

  self->context = ys_context_open_finish (result, &self->error);
  self->told++;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  int *answer = user_data;

  *answer = GPOINTER_TO_INT (ys_context_run_finish (YS_CONTEXT (source), result, NULL));
}

static gboolean
is_answered (gpointer data)
{
  return *(int *) data != 0;
}

static int
ask_count (YsContext *context)
{
  int answer = 0;

  ys_context_run_async (context, count_work, NULL, NULL, NULL, NULL, answered_cb, &answer);
  desk_turn_until (is_answered, &answer);
  return answer;
}

static void
open_counting (Fixture *self)
{
  times_done = 0;
  ys_context_open_async (self->docket->address, TODAY, count_work, forget_count, NULL,
                         context_opened_cb, self);
  desk_turn_until (is_told, self);
  g_assert_no_error (self->error);
}

/* Done once ahead, asked for once; the second question is a new one. */
static void
test_first (Fixture *self, gconstpointer data)
{
  open_counting (self);
  g_assert_cmpint (ask_count (self->context), ==, 1);
  g_assert_cmpint (ask_count (self->context), ==, 2);
}

/* On another day the answer that was got ahead is no longer true. */
static void
test_first_stale (Fixture *self, gconstpointer data)
{
  open_counting (self);
  ys_context_set_today (self->context, TODAY + 1);
  g_assert_cmpint (ask_count (self->context), ==, 2);
}

static void
test_abandoned (Fixture *self, gconstpointer data)
{
  ys_opening_abandon (ys_opening_begin (self->docket->address, TODAY));
}

static void
test_nothing_there (Fixture *self, gconstpointer data)
{
  g_autofree char *address = g_strconcat (self->docket->address, "-not", NULL);

  ys_opening_take (ys_opening_begin (address, TODAY), opened_cb, self);
  desk_turn_until (is_told, self);
  g_assert_null (self->context);
  g_assert_nonnull (self->error);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/opening/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("early", test_early);
  ADD ("first", test_first);
  ADD ("first-stale", test_first_stale);
  ADD ("abandoned", test_abandoned);
  ADD ("nothing-there", test_nothing_there);
#undef ADD
  return g_test_run ();
}
