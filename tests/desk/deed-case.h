/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only: a docket with two cases, one of which is acted on as the page's forms do it. */
#pragma once

#include "desk/case/deed.h"
#include "office/case-view.h"
#include "office/session.h"

#define DAY(text) ys_day_parse (text, -1)
/* The day on which the docket stands. */
#define TODAY DAY ("2026-11-24")

typedef struct
{
  char *dir;
  YsSession *session;
  char *id;          /* received on 16 November */
  char *other;       /* by internet on the same day, not confirmed yet */
  YsCaseView *view;  /* of id, as last looked at */
} DeedCase;

/* For g_test_add(). */
void deed_case_set_up (DeedCase *self, gconstpointer data);
void deed_case_tear_down (DeedCase *self, gconstpointer data);
/* Reads the view again. */
void deed_case_look (DeedCase *self);
/* Proposes, sets the further answers (pairs closed by NULL), and carries out on @on. */
gboolean deed_case_try (DeedCase *self, YsKind kind, gint64 of, const char *on, GError **error,
                        const char *key, ...);

/* The same, which has to be done, and looks again. */
#define DEED(kind, of, on, ...) \
  G_STMT_START \
  { \
    g_autoptr (GError) deed_error = NULL; \
    gboolean deed_done = deed_case_try (self, kind, of, on, &deed_error, __VA_ARGS__); \
    g_assert_no_error (deed_error); \
    g_assert_true (deed_done); \
    deed_case_look (self); \
  } \
  G_STMT_END
