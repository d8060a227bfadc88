/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only: an office with staff, each person at a desk (a session) of their own. */
#pragma once

#include "place.h"

#include "office/staff.h"

G_BEGIN_DECLS

#define PASSPHRASE "一二三四五六七八"

typedef struct
{
  Place *place; /* its session is the keeper's */
  YsSession *keeper;   /* "k-1" */
  YsSession *officer;  /* "o-1" */
  YsSession *head;     /* "h-1" */
  YsSession *reporter; /* "r-1" */
} Staffed;

/* Enrols the keeper in @place, and the three others; with keys where the office signs,
 * but the reporter. */
Staffed *staffed_new (Place *place);
void staffed_free (Staffed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Staffed, staffed_free)

/* Enrols one more person, and sits down: a session with that person's key open,
 * where the office signs. */
YsSession *staffed_enrol (Staffed *self, const char *id, guint roles);
/* A person's session on the docket at @address, without a key. */
YsSession *sit_down (const char *address, YsDay today, const char *id);

/* Registers a case; its id. (transfer full) */
char *register_case (YsSession *session, const char *on);
/* Keeps a file; its digest. (transfer full) */
char *keep_text (YsSession *session, const char *text);
gboolean draft_text (YsSession *session, const char *id, const char *text, GError **error);
gboolean ask_for_reply (YsSession *session, const char *id, const char *file, GError **error);
gboolean send_reply (YsSession *session, const char *id, const char *file, GError **error);

/* An act that must be done; one that must be refused, with @says in the sentence, and adds nothing. */
#define DO(act)                                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
                                                                                                   \
    assert_done (act, &error);                                                                     \
  }                                                                                                \
  G_STMT_END
#define REFUSE(session, says, act)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
    gint64 position_ = get_position (session);                                                     \
                                                                                                   \
    assert_refused (act, &error);                                                                  \
    assert_says (error, says);                                                                     \
    g_assert_cmpint (get_position (session), ==, position_);                                       \
  }                                                                                                \
  G_STMT_END
#define LOCKED(act)                                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
                                                                                                   \
    g_assert_false (act);                                                                          \
    g_assert_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_LOCKED);                               \
  }                                                                                                \
  G_STMT_END

void assert_says (const GError *error, const char *says);

G_END_DECLS
