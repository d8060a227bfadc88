/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enrolment, roles, deputies, leave, keys, and how the office reviews and approves. Who belongs to the
 * office: ys_session_get_staff(). Each is one append; REFUSED with the reason when the session's
 * person may not, LOCKED when it must be signed and the key is not open. */
#pragma once

#include "office/session.h"

G_BEGIN_DECLS

/**
 * ys_office_enrol_keeper:
 * @id: of the person, who becomes the session's actor: letters, digits, "-", "_"
 * @passphrase: (nullable): needed where the office approves with signatures; a key is made and opened
 *
 * Enrols the first keeper. This closes the docket for good: from here on only staff may write.
 */
gboolean ys_office_enrol_keeper (YsSession *session, YsDay on, const char *id, const char *name,
                                 const char *passphrase, GError **error);

/* @roles: YsRole, 0 for none yet; @unit and @title may be NULL. Somebody who left may join again. */
gboolean ys_office_enrol (YsSession *session, YsDay on, const char *id, const char *name,
                          const char *unit, const char *title, guint roles, GError **error);
gboolean ys_office_give_role (YsSession *session, YsDay on, const char *id, YsRole role,
                              GError **error);
gboolean ys_office_take_role (YsSession *session, YsDay on, const char *id, YsRole role,
                              GError **error);
/* @deputy stands in for @id from @from to @until, both included. */
gboolean ys_office_set_deputy (YsSession *session, YsDay on, const char *id, const char *deputy,
                               YsDay from, YsDay until, GError **error);
gboolean ys_office_leave (YsSession *session, YsDay on, const char *id, const char *reason,
                          GError **error);

/* @steps: "section", "legal", "secrecy", "co-unit", "leader", ended by NULL. */
gboolean ys_office_set_chain (YsSession *session, YsDay on, const char *const *steps,
                              GError **error);
/* @own_drafts: whether whoever drafted a reply may also approve it. */
gboolean ys_office_set_policy (YsSession *session, YsDay on, YsStaffApproval approval,
                               gboolean own_drafts, GError **error);

/* --- keys ------------------------------------------------------------------------------------ */

/* The shortest passphrase that is taken, in characters. */
#define YS_PASSPHRASE_LEAST 8

/* The first eight bytes of the digest of a public key, in groups, so that two people can compare what
 * they see: "3F09 C2D1 …". NULL when it is no key. (transfer full) */
char *ys_office_make_fingerprint (const char *public_key);
/* Whether a key of person @id lies in this person's own profile. */
gboolean ys_office_has_key (YsSession *session, const char *id);
/**
 * ys_office_make_key:
 *
 * Makes a key for the session's person, wraps it by @passphrase in the own profile, and records it: in
 * force at once where the old key is open (a change) or the office still open, else a request that a
 * keeper confirms, and for a lost key a head as well. An old key's file is kept aside.
 */
gboolean ys_office_make_key (YsSession *session, YsDay on, const char *passphrase, GError **error);
/* Records, as keeper or head, that the key that @id asked for is theirs. */
gboolean ys_office_confirm_key (YsSession *session, YsDay on, const char *id, GError **error);
/* Opens the key of the session's person; YS_KEY_ERROR (docket/key-file.h) where it cannot be. */
gboolean ys_office_open_key (YsSession *session, const char *passphrase, GError **error);
void ys_office_lock_key (YsSession *session);
gboolean ys_office_is_key_open (YsSession *session);
/* Wraps the key anew; the key stays the same. */
gboolean ys_office_change_passphrase (YsSession *session, const char *old_passphrase,
                                      const char *new_passphrase, GError **error);

G_END_DECLS
