/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Histories made by dice must come out of the program's clock and of the slow one alike. */
#include "slow-clock.h"

static char *
print_clock (const SlowClock *slow)
{
  char start[YS_DAY_TEXT], due[YS_DAY_TEXT], contested[YS_DAY_TEXT];
  g_autofree char *remaining = slow->has_remaining ? g_strdup_printf ("%d", slow->remaining)
                                                   : g_strdup ("null");

  if (!slow->known)
    return g_strdup ("not known yet");
  return g_strdup_printf ("%s start=%s due=%s budget=%d counted=%d suspended=%d remaining=%s "
                          "on_time=%s contested=%s provisional=%d",
                          slow->state, ys_day_format (slow->start, start),
                          ys_day_format (slow->due, due), slow->budget, slow->counted,
                          slow->suspended, remaining,
                          !slow->has_on_time ? "null" : slow->on_time ? "true" : "false",
                          ys_day_format (slow->contested, contested), slow->provisional);
}

static SlowClock
read_program (const YsHistory *history, const YsCalendar *calendar, YsDay day)
{
  g_autoptr (YsFolded) folded = ys_history_fold (history, day);
  g_autoptr (YsClock) clock = ys_clock_read (folded, calendar, FALSE);

  if (clock == NULL)
    return (SlowClock) { .known = FALSE };
  return (SlowClock) {
    .known = TRUE,
    .state = ys_state_get_id (clock->state),
    .start = clock->start,
    .due = clock->due,
    .contested = clock->contested_due,
    .budget = clock->budget,
    .counted = clock->counted,
    .suspended = clock->suspended,
    .has_remaining = clock->has_remaining,
    .remaining = clock->remaining,
    .has_on_time = clock->has_on_time,
    .on_time = clock->on_time,
    .provisional = clock->provisional,
  };
}

static void
print_history (const YsHistory *history)
{
  for (gint64 seq = 1; seq <= ys_history_get_length (history); seq++)
    {
      YsEvent *event = ys_history_get (history, seq);
      g_autofree char *body = ys_event_canonical_body (event);
      char on[YS_DAY_TEXT];

      g_test_message ("%3d %s %s %s", (int) seq, ys_day_format (event->on, on),
                      ys_kind_get_name (event->kind), body);
    }
}

static void
compare_on (const YsHistory *history, const YsCalendar *calendar, YsDay day)
{
  SlowClock slow = slow_clock_tell (history, day);
  SlowClock program = read_program (history, calendar, day);
  g_autofree char *want = print_clock (&slow);
  g_autofree char *got = print_clock (&program);
  char text[YS_DAY_TEXT];

  if (g_str_equal (want, got))
    return;
  print_history (history);
  g_test_message ("on %s", ys_day_format (day, text));
  g_assert_cmpstr (got, ==, want);
}

/* What the dice have brought, so that a kind that is never thrown is noticed. */
static guint n_states[YS_N_STATES + 1];
static guint n_kinds[YS_N_KINDS];
static guint n_late, n_contested, n_provisional, n_extended;

static void
take_stock (const YsHistory *history, const YsCalendar *calendar, YsDay day)
{
  g_autoptr (YsFolded) folded = ys_history_fold (history, day);
  g_autoptr (YsClock) clock = ys_clock_read (folded, calendar, FALSE);

  n_states[clock != NULL ? (int) clock->state : YS_N_STATES]++;
  if (clock == NULL)
    return;
  n_late += clock->has_on_time && !clock->on_time;
  n_contested += clock->contested_due != YS_DAY_NONE;
  n_provisional += clock->provisional;
  n_extended += clock->budget > 20;
}

#define N_HISTORIES 3000
#define N_DAYS_EACH 10

static void
test_dice (void)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);

  for (int i = 0; i < N_HISTORIES; i++)
    {
      g_autoptr (YsHistory) history = case_maker_throw (dice, calendar, "2024-0001");
      gint64 n = ys_history_get_length (history);

      for (gint64 seq = 1; seq <= n; seq++)
        n_kinds[ys_history_get (history, seq)->kind]++;
      for (int k = 0; k < N_DAYS_EACH; k++)
        {
          /* Days near entries, where things change. */
          YsEvent *event = ys_history_get (history, g_rand_int_range (dice, 1, (gint32) n + 1));
          YsDay day = event->on + g_rand_int_range (dice, -2, k < 5 ? 3 : 40);

          compare_on (history, calendar, day);
          take_stock (history, calendar, day);
        }
    }

  for (int state = 0; state <= YS_N_STATES; state++)
    {
      g_test_message ("%s: %u", state < YS_N_STATES ? ys_state_get_id (state) : "not known",
                      n_states[state]);
      g_assert_cmpuint (n_states[state], >, 20);
    }
  g_test_message ("late %u, contested %u, provisional %u, extended %u", n_late, n_contested,
                  n_provisional, n_extended);
  g_assert_cmpuint (MIN (MIN (n_late, n_contested), MIN (n_provisional, n_extended)), >, 20);
  for (YsKind kind = YS_KIND_ARRIVED; kind <= YS_KIND_REOPENED; kind++)
    g_test_message ("%s: %u", ys_kind_get_name (kind), n_kinds[kind]);
  g_assert_cmpuint (n_kinds[YS_KIND_AMENDED], >, 100);
  g_assert_cmpuint (n_kinds[YS_KIND_STRUCK], >, 100);
  g_assert_cmpuint (n_kinds[YS_KIND_DELIVERED], >, 100);
  g_assert_cmpuint (n_kinds[YS_KIND_REOPENED], >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  slow_clock_read_notices ();
  g_test_add_func ("/rules/clock/slow", test_dice);
  return g_test_run ();
}
