/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsStaff: who belongs to the office and who may do what, folded from the entries of `agency` and
 * `staff/ID` in the order of the docket. What may be done to a case whoever does it: permission.h. */
#pragma once

#include "rules/event.h"

G_BEGIN_DECLS

typedef enum
{
  YS_ROLE_OFFICER = 1 << 0,  /* 经办人 */
  YS_ROLE_HEAD = 1 << 1,     /* 负责人 */
  YS_ROLE_REPORTER = 1 << 2, /* 年报填报人 */
  YS_ROLE_KEEPER = 1 << 3,   /* 系统管理员 */
} YsRole;

/* How the office approves: not at all, by who and when, or with a key. */
typedef enum
{
  YS_STAFF_APPROVAL_NONE,
  YS_STAFF_APPROVAL_RECORDED,
  YS_STAFF_APPROVAL_SIGNED,
} YsStaffApproval;

/* One person, also one who has left. Strings NULL and days YS_DAY_NONE where nothing is recorded. */
typedef struct
{
  char *id;            /* of the stream: staff/ID */
  char *name;
  char *unit;
  char *title;
  guint roles;         /* YsRole; 0 once the person has left */
  char *key;           /* public key in force */
  gint64 key_position; /* position from which on it is in force, 0 for none */
  char *requested_key; /* asked for by the person and not yet in force */
  gboolean left;
  YsDay joined_on;
  YsDay left_on;
  char *deputy;        /* id of whoever stands in for this person, on the days from…until */
  YsDay deputy_from;
  YsDay deputy_until;
  GPtrArray *vouchers; /* private: what others have recorded as this person's key */
} YsPerson;

typedef struct _YsStaff YsStaff;

/* An office without staff, open. @founding_policy is that of `init`; a policy-set entry wins. */
YsStaff *ys_staff_new (YsStaffApproval founding_policy);
/* A value of its own, to be handed to another thread. (transfer full) */
YsStaff *ys_staff_copy (const YsStaff *self);
void ys_staff_free (YsStaff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsStaff, ys_staff_free)

/**
 * ys_staff_add:
 * @position: of the entry in the docket
 * @name: what follows the class in the stream's name: the staff id; "" for `agency`
 * @is_imported: testimony: once the office is closed it changes nothing
 * @signer: (nullable): public key of a good signature
 *
 * Folds the next entry; those of other streams than `agency` and `staff/ID` are passed over. An entry
 * of the closed office that ys_staff_judge() refuses changes nothing.
 */
void ys_staff_add (YsStaff *self, gint64 position, YsStreamClass klass, const char *name,
                   const YsEvent *event, gboolean is_imported, const char *signer);

/* Everybody who ever joined, in that order. (transfer none) (element-type YsPerson) */
const GPtrArray *ys_staff_get_persons (const YsStaff *self);
/* (nullable) (transfer none): also one who has left. */
const YsPerson *ys_staff_find (const YsStaff *self, const char *id);
/* Until somebody is the first keeper everyone may do everything. */
gboolean ys_staff_is_open (const YsStaff *self);
YsStaffApproval ys_staff_get_approval (const YsStaff *self);
/* Steps of the review chain ("section", "legal", …), ended by NULL; empty while none is set. */
const char *const *ys_staff_get_chain (const YsStaff *self);
/* Whether whoever drafted a reply may also review and approve it; the last policy-set decides. */
gboolean ys_staff_allows_own_drafts (const YsStaff *self);

/* --- authority (staff-authority.c) ---------------------------------------------------------- */

/* An entry about to be made, or made and looked at again. All (nullable) but event and name. */
typedef struct
{
  YsStreamClass klass;
  const char *name;    /* what follows the class: "2024-0001", the staff id, "" */
  const YsEvent *event;
  const char *actor;   /* staff id of who makes it */
  const char *signer;  /* public key, where it is signed or will be */
  const char *drafter; /* approved, returned, reviewed: actor of the last `drafted` of the case; where
                        * there is none, of its last `approval-asked` */
  const char *asked_by;/* destroyed: actor of the `destruction-asked` */
  gboolean signs;      /* there is a signature, or will be */
} YsAuthority;

/**
 * ys_staff_judge:
 *
 * Whether that entry may be made by its actor, as @self stands before it. In an open office only what
 * makes no sense for anybody is refused: a role of nobody, somebody enrolled twice, a closing after
 * which nobody could sign. Not for imported entries; they are testimony.
 * Returns: TRUE if it may; else @fault says why not.
 */
gboolean ys_staff_judge (const YsStaff *self, const YsAuthority *act, YsFault *fault);

/**
 * ys_staff_needs_signature:
 * @name: as in YsAuthority; @actor: who makes it
 *
 * Whether an entry of that kind must be signed with the actor's key in force. A person's own `key-set`
 * need not be: signed with the old key it is a change, in force at once; unsigned it is a request.
 */
gboolean ys_staff_needs_signature (const YsStaff *self, YsKind kind, const char *name,
                                   const char *actor);

/* Whether @actor could make entries of that kind on @on at all, else @fault says why not. */
gboolean ys_staff_judge_kind (const YsStaff *self, const char *actor, YsKind kind, YsDay on,
                              YsFault *fault);
/* Whether @actor could make entries of that kind on @on at all, for a desk that hides the others; who
 * drafted what, and signatures, are left to ys_staff_judge(). */
gboolean ys_staff_may (const YsStaff *self, const char *actor, YsKind kind, YsDay on);

/* Whether @actor is a head, or stands in for one on @day; @for_whom (nullable) gets the id of that
 * head, NULL for a head in its own right. (transfer none) */
gboolean ys_staff_is_head_on (const YsStaff *self, const char *actor, YsDay day,
                              const char **for_whom);

/* "none", "recorded", "signed"; another word, or NULL, is the default: recorded. */
YsStaffApproval ys_approval_from_id (const char *id);
const char *ys_approval_get_id (YsStaffApproval approval);

/* "officer", "head", "reporter", "keeper"; 0 and NULL for each other. */
guint ys_role_from_id (const char *id);
const char *ys_role_get_id (YsRole role);

G_END_DECLS
