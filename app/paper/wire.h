/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frames that pass between the reader and its confined worker: their bytes, and what is judged
 * malformed. Both sides use it; no socket, no process and no PDF is known here.
 *
 * A frame is a head of 16 bytes and a payload, little endian throughout:
 *
 *   magic "YsP1"   kind u16   code u16   serial u32   length u32   payload
 *
 * The magic's digit is the version. A request has code 0 and its own serial; the answer has the
 * same kind and serial, and either code 0 and its payload, or a YsPaperError and no payload.
 * READY is the worker's first word and answers nothing: serial 0. The document comes as an
 * inherited descriptor; the canvas of a RENDER request travels with its first byte (SCM_RIGHTS). */
#pragma once

#include "paper/error.h"

G_BEGIN_DECLS

#define YS_WIRE_HEAD 16

/* What is read, and no more: fixed by faults.md, "The paper worker". */
#define YS_PAPER_MAX_BYTES (G_GINT64_CONSTANT (200) * 1024 * 1024)
#define YS_PAPER_MAX_PAGES 10000
#define YS_PAPER_MAX_PIXELS (40 * 1000 * 1000)
/* Widest or highest picture of a whole page, of which a part may be asked for. Cairo's own limit.
 */
#define YS_PAPER_MAX_EDGE 32767
/* Longest side of a page, in thousandths of a point: 14,400 pt is what the PDF standard allows. */
#define YS_PAPER_MAX_SIDE (14400 * 1000)
/* Characters of one page; a page of small print has five thousand. */
#define YS_PAPER_MAX_TEXT 200000
/* Pages whose sizes are asked for at once. */
#define YS_PAPER_MAX_SIZES 512

/* Descriptors that the worker inherits. */
#define YS_PAPER_FD_WIRE 3
#define YS_PAPER_FD_DOCUMENT 4

typedef enum
{
  YS_WIRE_READY = 1, /* answer only: u32 confinement (YsPaperConfinement) */
  YS_WIRE_OPEN,      /* nothing; answer: u32 number of pages */
  YS_WIRE_SIZES,     /* u32 first, u32 count; answer: u32 first, count × (u32 width, u32 height) */
  YS_WIRE_RENDER,    /* YsWireRender, and the canvas's descriptor; answer: nothing */
  YS_WIRE_TEXT,      /* u32 page; answer: u32 cut, n × YsWireCharacter */
} YsWireKind;

typedef enum
{
  YS_WIRE_TO_WORKER,
  YS_WIRE_TO_READER,
} YsWireDirection;

/* Which walls stand around the worker. BWRAP is known to the reader alone. */
typedef enum
{
  YS_PAPER_CONFINED_SECCOMP = 1 << 0,
  YS_PAPER_CONFINED_LANDLOCK = 1 << 1,
  YS_PAPER_CONFINED_BWRAP = 1 << 2,
} YsPaperConfinement;

typedef struct
{
  guint16 kind;
  guint16 code;
  guint32 serial;
  const guint8 *payload; /* inside the bytes that were taken */
  gsize length;
} YsWireFrame;

/* A page's size in thousandths of a point, as it stands when /Rotate is obeyed; 0 × 0 if the page
 * cannot be read. */
typedef struct
{
  guint32 width;
  guint32 height;
} YsWireSize;

/* The whole page would be @width × @height pixels after being turned by @turn; the canvas holds
 * the part of @part_width × @part_height whose top left corner is at (@part_x, @part_y). */
typedef struct
{
  guint32 page;
  guint32 width;
  guint32 height;
  guint32 turn;     /* clockwise: 0, 90, 180 or 270 */
  guint32 printing; /* 0 or 1: with the annotations that are printed, or those that are seen */
  guint32 part_x;
  guint32 part_y;
  guint32 part_width;
  guint32 part_height;
} YsWireRender;

/* A character and its box, from the top left of the upright page, in 65,535ths of its size. So
 * a box cannot lie outside the page, be infinite or no number. */
typedef struct
{
  guint32 character;
  guint16 left, top, right, bottom;
} YsWireCharacter;

#define YS_WIRE_CHARACTER_BYTES 12

/* --- frames --- */

typedef enum
{
  YS_WIRE_TAKEN,  /* *frame is set, *used bytes are done with */
  YS_WIRE_MORE,   /* the beginning of a frame: read on */
  YS_WIRE_BROKEN, /* no frame that this side may be sent; nothing after it can be trusted */
} YsWireOutcome;

/* Looks at the @length bytes at @bytes for one whole frame in @direction. Kind, code and length
 * are judged as soon as the head is there, so a liar cannot make anyone wait for 4 GiB. */
YsWireOutcome ys_wire_take (
  YsWireDirection direction, const guint8 *bytes, gsize length, YsWireFrame *frame, gsize *used);

/* The most bytes a frame in @direction can have, head included. */
gsize ys_wire_most (YsWireDirection direction);

/* --- requests: each appends a whole frame to @into --- */

void ys_wire_put_open (GByteArray *into, guint32 serial);
void ys_wire_put_sizes (GByteArray *into, guint32 serial, guint32 first, guint32 count);
void ys_wire_put_render (GByteArray *into, guint32 serial, const YsWireRender *render);
void ys_wire_put_text (GByteArray *into, guint32 serial, guint32 page);

/* FALSE if the payload is malformed or asks for more than is read here. */
gboolean ys_wire_get_sizes (const YsWireFrame *frame, guint32 *first, guint32 *count);
gboolean ys_wire_get_render (const YsWireFrame *frame, YsWireRender *render);
gboolean ys_wire_get_text (const YsWireFrame *frame, guint32 *page);

/* Whether @render can be asked for: the edges, the turn, the part inside the whole, the pixels. */
gboolean ys_wire_render_is_valid (const YsWireRender *render);

/* --- answers --- */

void ys_wire_put_ready (GByteArray *into, guint32 confinement);
void ys_wire_put_opened (GByteArray *into, guint32 serial, guint32 n_pages);
void ys_wire_put_sized (
  GByteArray *into, guint32 serial, guint32 first, const YsWireSize *sizes, guint32 count);
void ys_wire_put_rendered (GByteArray *into, guint32 serial);
/* @cut: the page has more characters than YS_PAPER_MAX_TEXT, and these are the first of them. */
void ys_wire_put_characters (
  GByteArray *into, guint32 serial, gboolean cut, const YsWireCharacter *characters, guint32 count);
void ys_wire_put_failed (GByteArray *into, YsWireKind kind, guint32 serial, YsPaperError code);

gboolean ys_wire_get_ready (const YsWireFrame *frame, guint32 *confinement);
gboolean ys_wire_get_opened (const YsWireFrame *frame, guint32 *n_pages);
/* FALSE too unless it answers exactly @first and @count; @sizes has room for @count. */
gboolean
ys_wire_get_sized (const YsWireFrame *frame, guint32 first, guint32 count, YsWireSize *sizes);
gboolean ys_wire_get_characters (const YsWireFrame *frame, gboolean *cut, guint32 *count);
/* The @index-th of the characters that ys_wire_get_characters() counted. */
YsWireCharacter ys_wire_get_character (const YsWireFrame *frame, guint32 index);

G_END_DECLS
