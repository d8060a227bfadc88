/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsDocket: the interface to the office's book of entries and files, whatever engine keeps it.
 * What an entry means is not known here, and no engine's own words (SQL) pass through. */
#pragma once

#include <gio/gio.h>

#include "docket/entry.h"

G_BEGIN_DECLS

/**
 * YsDocketError:
 * @YS_DOCKET_ERROR_NOT_FOUND: there is no docket, entry or file of that name
 * @YS_DOCKET_ERROR_NOT_OURS: something is there, but it is not a docket of this program
 * @YS_DOCKET_ERROR_EXISTS: a docket (or the target of a backup) is already there
 * @YS_DOCKET_ERROR_BUSY: another client held the lock for ten seconds
 * @YS_DOCKET_ERROR_CONFLICT: the stream has gone on since the caller looked (expected seq)
 * @YS_DOCKET_ERROR_CORRUPT: the store is damaged
 * @YS_DOCKET_ERROR_NO_SPACE: the disk is full; nothing was kept
 * @YS_DOCKET_ERROR_NEWER: written by a newer version; open for reading only
 * @YS_DOCKET_ERROR_DISTRUSTED: what this client saw before is no longer there, or the chain breaks
 * @YS_DOCKET_ERROR_READ_ONLY: the folder, the file or the medium does not let us write
 * @YS_DOCKET_ERROR_IO: any other failure of the disk or the share
 *
 * Why a docket could not do what was asked. The message is a translated sentence for a person.
 */
typedef enum
{
  YS_DOCKET_ERROR_NOT_FOUND,
  YS_DOCKET_ERROR_NOT_OURS,
  YS_DOCKET_ERROR_EXISTS,
  YS_DOCKET_ERROR_BUSY,
  YS_DOCKET_ERROR_CONFLICT,
  YS_DOCKET_ERROR_CORRUPT,
  YS_DOCKET_ERROR_NO_SPACE,
  YS_DOCKET_ERROR_NEWER,
  YS_DOCKET_ERROR_DISTRUSTED,
  YS_DOCKET_ERROR_READ_ONLY,
  YS_DOCKET_ERROR_IO,
} YsDocketError;

#define YS_DOCKET_ERROR (ys_docket_error_quark ())
GQuark ys_docket_error_quark (void);

/* The digest suite of a docket, chosen when it is founded: SM3 (and SM2), or SHA-256 (and Ed25519). */
typedef enum
{
  YS_SUITE_GM,
  YS_SUITE_INTL,
} YsSuite;

typedef enum
{
  YS_DOCKET_READ_ONLY, /* never writes, neither to the docket nor to a pin */
  YS_DOCKET_READ_WRITE,
} YsDocketMode;

#define YS_TYPE_DOCKET (ys_docket_get_type ())
G_DECLARE_DERIVABLE_TYPE (YsDocket, ys_docket, YS, DOCKET, GObject)

/* One append under way, all or nothing. Not refcounted: committed or abandoned, then gone. */
typedef struct _YsAppend YsAppend;

/* A person's private key, unlocked: docket/signer.h. */
typedef struct _YsSigner YsSigner;

/* Asked for the sequence number of a new entry: continue wherever the stream ends. */
#define YS_SEQ_ANY G_GINT64_CONSTANT (-1)

/* Called for each entry in turn; take a reference to keep it. FALSE with @error set, or FALSE alone
 * to stop early without an error. No lock is held meanwhile, save that of an append under way. */
typedef gboolean (*YsEntryFunc) (YsEntry *entry, gpointer user_data, GError **error);

/* Progress of long work: @done of @total, TRUE to go on, FALSE to cancel (G_IO_ERROR_CANCELLED). */
typedef gboolean (*YsProgressFunc) (gint64 done, gint64 total, gpointer user_data);

/* What ys_docket_verify() found. */
typedef struct
{
  gint64 entries;      /* entries read */
  gint64 files;        /* files compared with their digests */
  gint64 bad_position; /* first bad place, 0 if none, or if it is a file or the store itself */
  char *bad_file;      /* first bad file's digest, or NULL */
  char *reason;        /* translated sentence naming the first bad place, or NULL: all is whole */
} YsVerdict;

void ys_verdict_free (YsVerdict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsVerdict, ys_verdict_free)

struct _YsDocketClass
{
  GObjectClass parent_class;

  gboolean (*append_begin) (YsDocket *self, YsAppend *append, GError **error);
  /* Signs the new entry's digest where the append has a signer. */
  gboolean (*append_add) (YsDocket *self, YsAppend *append, const char *stream, gint64 expected_seq,
                          const char *kind, const char *on, const char *actor, const char *body,
                          gint64 *seq, GError **error);
  gboolean (*append_erase_body) (YsDocket *self, YsAppend *append, gint64 position, GError **error);
  gboolean (*append_commit) (YsDocket *self, YsAppend *append, GError **error);
  void (*append_abandon) (YsDocket *self, YsAppend *append);
  gboolean (*read_after) (YsDocket *self, gint64 position, YsEntryFunc func, gpointer user_data,
                          GError **error);
  gboolean (*read_stream) (YsDocket *self, const char *stream, YsEntryFunc func,
                           gpointer user_data, GError **error);
  gboolean (*read_streams) (YsDocket *self, const char *prefix, YsEntryFunc func,
                            gpointer user_data, GError **error);
  gboolean (*get_position) (YsDocket *self, gint64 *position, char **digest, GError **error);
  gboolean (*get_seq) (YsDocket *self, const char *stream, gint64 *seq, GError **error);
  gboolean (*find_last_stream) (YsDocket *self, const char *prefix, char **stream, GError **error);
  gboolean (*find_command) (YsDocket *self, const char *command, gint64 *position, GError **error);
  gboolean (*has_changed) (YsDocket *self, gboolean *changed, GError **error);
  GArray *(*list_erased) (YsDocket *self, GError **error);
  char *(*put_file) (YsDocket *self, YsSuite suite, GInputStream *stream,
                     GCancellable *cancellable, GError **error);
  GInputStream *(*get_file) (YsDocket *self, const char *digest, GError **error);
  gboolean (*has_file) (YsDocket *self, const char *digest);
  gboolean (*erase_file) (YsDocket *self, const char *digest, GError **error);
  YsVerdict *(*verify) (YsDocket *self, YsProgressFunc progress, gpointer user_data,
                        GError **error);
  gboolean (*backup) (YsDocket *self, const char *to, YsProgressFunc progress, gpointer user_data,
                      GError **error);

  gpointer padding[5];
};

/* --- founding and opening ---------------------------------------------------------------- */

/**
 * ys_docket_create:
 * @address: path of the folder to make (by custom NAME.docket)
 * @suite: digest suite for chain and files
 * @founding: canonical JSON that the office wants sealed into the root of the chain
 * @state_dir: this client's private folder for pinned heads, made if missing (mode 0700)
 *
 * Founds an empty docket and opens it for writing. An existing empty folder may be used; anything
 * else in the way is EXISTS. A founding that fails leaves nothing behind.
 * Returns: (transfer full): the docket, or NULL with @error.
 */
YsDocket *ys_docket_create (const char *address, YsSuite suite, const char *founding,
                            const char *state_dir, GError **error);

/**
 * ys_docket_open:
 *
 * Opens a docket. Compares the head that this client pinned with what stands there now: a missing
 * or different entry is DISTRUSTED. A docket that cannot be written (medium, newer version) is
 * opened for reading when @mode is READ_WRITE too; ys_docket_get_read_only_reason() then says why.
 * One of an earlier version, opened for writing, is brought up to this one first; earlier versions
 * of the program then only read it.
 * With YS_DOCKET_READ_ONLY a distrusted docket may still be opened to be looked at or verified:
 * ys_docket_get_distrust_reason() says what is wrong.
 * The docket belongs to the calling thread.
 */
YsDocket *ys_docket_open (const char *address, YsDocketMode mode, const char *state_dir,
                          GError **error);

/* NULL when it may be written, else a translated sentence. (transfer none) */
const char *ys_docket_get_read_only_reason (YsDocket *self);
/* NULL when nothing speaks against it, else a translated sentence. (transfer none) */
const char *ys_docket_get_distrust_reason (YsDocket *self);

const char *ys_docket_get_id (YsDocket *self);       /* UUID given at founding */
const char *ys_docket_get_founding (YsDocket *self); /* the JSON given at founding */
const char *ys_docket_get_address (YsDocket *self);
YsSuite ys_docket_get_suite (YsDocket *self);

/* --- appending ---------------------------------------------------------------------------- */

/**
 * ys_docket_begin:
 * @command: (nullable): UUID of the command; NULL makes one. A command that was already carried
 *   out is found here: the append is then inert and ys_append_was_done() is TRUE.
 * @imported: whether these entries are testimony from an exchange file
 *
 * Begins an append (takes the write lock; waits at most ten seconds, then BUSY). Whatever is read
 * through @self until it is committed or abandoned is read under that lock: nobody else's entry
 * comes between, and what the append added so far is seen too.
 */
YsAppend *ys_docket_begin (YsDocket *self, const char *command, gboolean imported, GError **error);

/**
 * ys_append_add:
 * @expected_seq: the stream's last seq as the caller knows it (0: the stream is new), or YS_SEQ_ANY.
 *   A stream that has gone on is CONFLICT; the append must then be abandoned.
 * @body: canonical JSON object (the caller's duty)
 * @seq: (out) (optional): the new entry's seq
 *
 * Any number of entries may be added in bounded memory.
 */
gboolean ys_append_add (YsAppend *self, const char *stream, gint64 expected_seq, const char *kind,
                        const char *on, const char *actor, const char *body, gint64 *seq,
                        GError **error);
gboolean ys_append_was_done (YsAppend *self);
/* Entries added from here on are signed by @signer, which must outlive the append or be taken back
 * with NULL: nothing is signed from there on. A signature covers the text of the entry's digest,
 * and with it docket, position, all that stands before, and every field. */
void ys_append_set_signer (YsAppend *self, const YsSigner *signer);
/**
 * ys_append_erase_body:
 * @position: an entry, older or of this append
 *
 * Erases that entry's body when the append is committed, and keeps for ever that it was erased. The
 * entry itself stays, with the digest of its body, and so does the chain. It can only be asked for
 * once the append has added an entry, which is to say why. A body erased before stays so; NOT_FOUND
 * where there is no such entry. After any failure the append can only be abandoned.
 *
 * The bytes are overwritten in the store. They may outlast that in older backups, and in parts of
 * the disk that no file holds any longer (the undo journal's).
 */
gboolean ys_append_erase_body (YsAppend *self, gint64 position, GError **error);

/* Makes it durable and frees @self, also on failure (nothing is kept then). Pins the new head. */
gboolean ys_append_commit (YsAppend *self, GError **error);
/* Forgets it and frees @self. */
void ys_append_abandon (YsAppend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsAppend, ys_append_abandon)

/* --- reading ------------------------------------------------------------------------------ */

/* Entries with a greater position, in order, in bounded memory. The same snapshot throughout. */
gboolean ys_docket_read_after (YsDocket *self, gint64 position, YsEntryFunc func,
                               gpointer user_data, GError **error);
/* One stream by seq. An unknown stream reads as empty. */
gboolean ys_docket_read_stream (YsDocket *self, const char *stream, YsEntryFunc func,
                                gpointer user_data, GError **error);
/* All streams beginning with @prefix, ordered by (stream, seq). */
gboolean ys_docket_read_streams (YsDocket *self, const char *prefix, YsEntryFunc func,
                                 gpointer user_data, GError **error);
/* Last position (0: empty) and its digest (position 0: digest of the founding). */
gboolean ys_docket_get_position (YsDocket *self, gint64 *position, char **digest, GError **error);
/* Last seq of @stream, 0 if there is no such stream. */
gboolean ys_docket_get_seq (YsDocket *self, const char *stream, gint64 *seq, GError **error);
/* The stream beginning with @prefix whose rest is the greatest number ("case/2024-" → NNNN), for
 * numbering; *@stream NULL if none. */
gboolean ys_docket_find_last_stream (YsDocket *self, const char *prefix, char **stream,
                                     GError **error);
/* Position of the first entry of @command, 0 if it was never carried out. */
gboolean ys_docket_find_command (YsDocket *self, const char *command, gint64 *position,
                                 GError **error);
/* Positions (gint64, ascending) of the entries whose bodies were erased, for the caller to compare
 * with the entries that say why. (transfer full): NULL with @error. */
GArray *ys_docket_list_erased (YsDocket *self, GError **error);
/* Cheap poll: has anybody (we or another client) appended since the last call? */
gboolean ys_docket_has_changed (YsDocket *self, gboolean *changed, GError **error);

/* --- files -------------------------------------------------------------------------------- */

/* Keeps a file under its digest (durable before it returns) and gives "sm3:hex" or "sha256:hex".
 * The same bytes twice are one file. */
char *ys_docket_put_file (YsDocket *self, GInputStream *stream, GCancellable *cancellable,
                          GError **error);
/* The same under the suite of the digest @like: for files that come with an exchange file. */
char *ys_docket_put_file_as (YsDocket *self, GInputStream *stream, const char *like,
                             GCancellable *cancellable, GError **error);
/* NOT_FOUND if it is not kept here. Reading it compares nothing: see ys_docket_verify(). */
GInputStream *ys_docket_get_file (YsDocket *self, const char *digest, GError **error);
gboolean ys_docket_has_file (YsDocket *self, const char *digest);
/* Removes a kept file: overwritten with zeros and gone, durably, before it returns. One that is not
 * kept is fine; one that was cut off is finished by asking again. That no entry needs it any more
 * is the caller's business. Disks that write elsewhere than asked (flash, copy on write) may hold
 * the old bytes for some time. */
gboolean ys_docket_erase_file (YsDocket *self, const char *digest, GError **error);
/* Digest of bytes under a suite given by its name in @like ("sm3:…" or "sha256:…"), to compare a
 * file from elsewhere. NULL with @error when it cannot be read. */
char *ys_docket_digest_file (GFile *file, const char *like, GError **error);

/* Digest of a text under the docket's suite; NULL with @error when libcrypto does not know it. */
char *ys_docket_digest_text (YsDocket *self, const char *text, GError **error);

/* --- keeping ------------------------------------------------------------------------------ */

/**
 * ys_docket_verify:
 *
 * Reads everything: the store's own integrity, every digest in the chain, every signature with the
 * key that its entry names, gaps in positions and seqs, bodies (one may be missing only where it
 * was erased), this client's pinned head, and every kept file against its name. Fills in the first
 * bad place. NULL with @error only when it could not be carried out.
 *
 * Not seen here: whose a key is, whether an entry had to be signed or might be erased. An entry
 * stripped of signature and signer alike is whole to the docket.
 */
YsVerdict *ys_docket_verify (YsDocket *self, YsProgressFunc progress, gpointer user_data,
                             GError **error);

/* A checkpoint is one line of text: docket id, position, digest, UTC time; with @signer (nullable)
 * also its public key, and its signature over all of the line that stands before. */
char *ys_docket_make_checkpoint (YsDocket *self, const YsSigner *signer, GError **error);
/* FALSE with DISTRUSTED when the docket no longer holds what the checkpoint witnessed, NOT_OURS
 * when the text is no checkpoint, of another docket, or not what its signer signed. @signer (out)
 * (optional) (transfer full): the public key of a signed one, else NULL; whose it is, is the
 * caller's question. Told with DISTRUSTED too. */
gboolean
ys_docket_compare_checkpoint (YsDocket *self, const char *text, char **signer, GError **error);

/* Online, verified copy of entries and files to a new folder @to; others may go on appending. */
gboolean ys_docket_backup (YsDocket *self, const char *to, YsProgressFunc progress,
                           gpointer user_data, GError **error);
/* Puts a backup in the place of @address: the backup is verified and compared with the pin of this
 * client first (an older copy is DISTRUSTED unless @accept_older), what stood at @address is
 * moved aside, never deleted; its new name is given in @aside. */
gboolean ys_docket_restore (const char *address, const char *from, gboolean accept_older,
                            const char *state_dir, char **aside, GError **error);

G_END_DECLS
