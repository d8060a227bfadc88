/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frames between the reader and its worker: bytes to values and back, every length checked
 * before it is believed. */

#include "paper/wire.h"

#include <string.h>

static const guint8 MAGIC[4] = { 'Y', 's', 'P', '1' };

/* Payload of each kind, by direction: at least, at most, and a multiple beyond the least. */
typedef struct
{
  guint32 least;
  guint32 most;
  guint32 step;
} Lengths;

/* clang-format off */
#define FIXED(bytes) { (bytes), (bytes), 1 }
#define RENDER_FIELDS 9

static const Lengths LENGTHS[2][YS_WIRE_TEXT + 1] = {
  [YS_WIRE_TO_WORKER] = {
    [YS_WIRE_OPEN] = FIXED (0),
    [YS_WIRE_SIZES] = FIXED (8),
    [YS_WIRE_RENDER] = FIXED (4 * RENDER_FIELDS),
    [YS_WIRE_TEXT] = FIXED (4),
  },
  [YS_WIRE_TO_READER] = {
    [YS_WIRE_READY] = FIXED (4),
    [YS_WIRE_OPEN] = FIXED (4),
    [YS_WIRE_SIZES] = { 4 + 8, 4 + 8 * YS_PAPER_MAX_SIZES, 8 },
    [YS_WIRE_RENDER] = FIXED (0),
    [YS_WIRE_TEXT] = { 4, 4 + YS_WIRE_CHARACTER_BYTES * YS_PAPER_MAX_TEXT, YS_WIRE_CHARACTER_BYTES },
  },
};
/* clang-format on */

static guint16
read_u16 (const guint8 *at)
{
  return (guint16) (at[0] | at[1] << 8);
}

static guint32
read_u32 (const guint8 *at)
{
  return at[0] | (guint32) at[1] << 8 | (guint32) at[2] << 16 | (guint32) at[3] << 24;
}

static void
write_u16 (GByteArray *into, guint16 value)
{
  const guint8 bytes[2] = { value & 0xff, value >> 8 };

  g_byte_array_append (into, bytes, sizeof bytes);
}

static void
write_u32 (GByteArray *into, guint32 value)
{
  write_u16 (into, value & 0xffff);
  write_u16 (into, value >> 16);
}

static void
write_head (GByteArray *into, YsWireKind kind, YsPaperError code, guint32 serial, guint32 length)
{
  g_byte_array_append (into, MAGIC, sizeof MAGIC);
  write_u16 (into, kind);
  write_u16 (into, code);
  write_u32 (into, serial);
  write_u32 (into, length);
}

/* --- frames ---------------------------------------------------------------------------------- */

static gboolean
length_fits (YsWireDirection direction, const YsWireFrame *frame)
{
  const Lengths *lengths = &LENGTHS[direction][frame->kind];

  if (frame->code != 0)
    return frame->length == 0;
  return frame->length >= lengths->least && frame->length <= lengths->most
         && (frame->length - lengths->least) % lengths->step == 0;
}

static gboolean
head_is_lawful (YsWireDirection direction, const YsWireFrame *frame)
{
  guint least_kind = direction == YS_WIRE_TO_WORKER ? YS_WIRE_OPEN : YS_WIRE_READY;
  guint most_code = direction == YS_WIRE_TO_WORKER ? 0 : YS_PAPER_ERROR_UNCONFINED;

  return frame->kind >= least_kind && frame->kind <= YS_WIRE_TEXT && frame->code <= most_code
         && (frame->kind == YS_WIRE_READY) == (frame->serial == 0)
         && length_fits (direction, frame);
}

YsWireOutcome
ys_wire_take (
  YsWireDirection direction, const guint8 *bytes, gsize length, YsWireFrame *frame, gsize *used)
{
  YsWireFrame found;

  if (memcmp (bytes, MAGIC, MIN (length, sizeof MAGIC)) != 0)
    return YS_WIRE_BROKEN;
  if (length < YS_WIRE_HEAD)
    return YS_WIRE_MORE;

  found.kind = read_u16 (bytes + 4);
  found.code = read_u16 (bytes + 6);
  found.serial = read_u32 (bytes + 8);
  found.length = read_u32 (bytes + 12);
  found.payload = bytes + YS_WIRE_HEAD;
  if (!head_is_lawful (direction, &found))
    return YS_WIRE_BROKEN;
  if (length - YS_WIRE_HEAD < found.length)
    return YS_WIRE_MORE;

  *frame = found;
  *used = YS_WIRE_HEAD + found.length;
  return YS_WIRE_TAKEN;
}

gsize
ys_wire_most (YsWireDirection direction)
{
  gsize most = 0;

  for (guint kind = 0; kind < G_N_ELEMENTS (LENGTHS[direction]); kind++)
    most = MAX (most, LENGTHS[direction][kind].most);
  return YS_WIRE_HEAD + most;
}

/* --- requests -------------------------------------------------------------------------------- */

void
ys_wire_put_open (GByteArray *into, guint32 serial)
{
  write_head (into, YS_WIRE_OPEN, 0, serial, 0);
}

void
ys_wire_put_sizes (GByteArray *into, guint32 serial, guint32 first, guint32 count)
{
  write_head (into, YS_WIRE_SIZES, 0, serial, 8);
  write_u32 (into, first);
  write_u32 (into, count);
}

void
ys_wire_put_render (GByteArray *into, guint32 serial, const YsWireRender *render)
{
  write_head (into, YS_WIRE_RENDER, 0, serial, 4 * RENDER_FIELDS);
  write_u32 (into, render->page);
  write_u32 (into, render->width);
  write_u32 (into, render->height);
  write_u32 (into, render->turn);
  write_u32 (into, render->printing);
  write_u32 (into, render->part_x);
  write_u32 (into, render->part_y);
  write_u32 (into, render->part_width);
  write_u32 (into, render->part_height);
}

void
ys_wire_put_text (GByteArray *into, guint32 serial, guint32 page)
{
  write_head (into, YS_WIRE_TEXT, 0, serial, 4);
  write_u32 (into, page);
}

gboolean
ys_wire_get_sizes (const YsWireFrame *frame, guint32 *first, guint32 *count)
{
  if (frame->kind != YS_WIRE_SIZES || frame->length != 8)
    return FALSE;
  *first = read_u32 (frame->payload);
  *count = read_u32 (frame->payload + 4);
  return *count >= 1 && *count <= YS_PAPER_MAX_SIZES && *first < YS_PAPER_MAX_PAGES
         && *count <= YS_PAPER_MAX_PAGES - *first;
}

gboolean
ys_wire_render_is_valid (const YsWireRender *render)
{
  return render->page < YS_PAPER_MAX_PAGES && render->width <= YS_PAPER_MAX_EDGE
         && render->height <= YS_PAPER_MAX_EDGE && render->turn % 90 == 0 && render->turn <= 270
         && render->printing <= 1 && render->part_width >= 1 && render->part_height >= 1
         && render->part_width <= render->width && render->part_height <= render->height
         && render->part_x <= render->width - render->part_width
         && render->part_y <= render->height - render->part_height
         && (guint64) render->part_width * render->part_height <= YS_PAPER_MAX_PIXELS;
}

gboolean
ys_wire_get_render (const YsWireFrame *frame, YsWireRender *render)
{
  const guint8 *at = frame->payload;

  if (frame->kind != YS_WIRE_RENDER || frame->length != 4 * RENDER_FIELDS)
    return FALSE;
  *render = (YsWireRender){
    .page = read_u32 (at),
    .width = read_u32 (at + 4),
    .height = read_u32 (at + 8),
    .turn = read_u32 (at + 12),
    .printing = read_u32 (at + 16),
    .part_x = read_u32 (at + 20),
    .part_y = read_u32 (at + 24),
    .part_width = read_u32 (at + 28),
    .part_height = read_u32 (at + 32),
  };
  return ys_wire_render_is_valid (render);
}

gboolean
ys_wire_get_text (const YsWireFrame *frame, guint32 *page)
{
  if (frame->kind != YS_WIRE_TEXT || frame->length != 4)
    return FALSE;
  *page = read_u32 (frame->payload);
  return *page < YS_PAPER_MAX_PAGES;
}

/* --- answers --------------------------------------------------------------------------------- */

void
ys_wire_put_ready (GByteArray *into, guint32 confinement)
{
  write_head (into, YS_WIRE_READY, 0, 0, 4);
  write_u32 (into, confinement);
}

void
ys_wire_put_opened (GByteArray *into, guint32 serial, guint32 n_pages)
{
  write_head (into, YS_WIRE_OPEN, 0, serial, 4);
  write_u32 (into, n_pages);
}

void
ys_wire_put_sized (
  GByteArray *into, guint32 serial, guint32 first, const YsWireSize *sizes, guint32 count)
{
  g_return_if_fail (count >= 1 && count <= YS_PAPER_MAX_SIZES);

  write_head (into, YS_WIRE_SIZES, 0, serial, 4 + 8 * count);
  write_u32 (into, first);
  for (guint32 i = 0; i < count; i++)
    {
      write_u32 (into, sizes[i].width);
      write_u32 (into, sizes[i].height);
    }
}

void
ys_wire_put_rendered (GByteArray *into, guint32 serial)
{
  write_head (into, YS_WIRE_RENDER, 0, serial, 0);
}

void
ys_wire_put_characters (
  GByteArray *into, guint32 serial, gboolean cut, const YsWireCharacter *characters, guint32 count)
{
  g_return_if_fail (count <= YS_PAPER_MAX_TEXT);

  write_head (into, YS_WIRE_TEXT, 0, serial, 4 + YS_WIRE_CHARACTER_BYTES * count);
  write_u32 (into, cut ? 1 : 0);
  for (guint32 i = 0; i < count; i++)
    {
      write_u32 (into, characters[i].character);
      write_u16 (into, characters[i].left);
      write_u16 (into, characters[i].top);
      write_u16 (into, characters[i].right);
      write_u16 (into, characters[i].bottom);
    }
}

void
ys_wire_put_failed (GByteArray *into, YsWireKind kind, guint32 serial, YsPaperError code)
{
  write_head (into, kind, code, serial, 0);
}

gboolean
ys_wire_get_ready (const YsWireFrame *frame, guint32 *confinement)
{
  if (frame->kind != YS_WIRE_READY || frame->length != 4)
    return FALSE;
  *confinement = read_u32 (frame->payload);
  return (*confinement & ~(YS_PAPER_CONFINED_SECCOMP | YS_PAPER_CONFINED_LANDLOCK)) == 0;
}

gboolean
ys_wire_get_opened (const YsWireFrame *frame, guint32 *n_pages)
{
  if (frame->kind != YS_WIRE_OPEN || frame->length != 4)
    return FALSE;
  *n_pages = read_u32 (frame->payload);
  return *n_pages >= 1 && *n_pages <= YS_PAPER_MAX_PAGES;
}

gboolean
ys_wire_get_sized (const YsWireFrame *frame, guint32 first, guint32 count, YsWireSize *sizes)
{
  if (frame->kind != YS_WIRE_SIZES || count > YS_PAPER_MAX_SIZES
      || frame->length != 4 + 8 * (gsize) count || read_u32 (frame->payload) != first)
    return FALSE;
  for (guint32 i = 0; i < count; i++)
    {
      sizes[i].width = read_u32 (frame->payload + 4 + 8 * i);
      sizes[i].height = read_u32 (frame->payload + 8 + 8 * i);
    }
  return TRUE;
}

gboolean
ys_wire_get_characters (const YsWireFrame *frame, gboolean *cut, guint32 *count)
{
  guint32 flag;

  if (frame->kind != YS_WIRE_TEXT || frame->length < 4
      || (frame->length - 4) % YS_WIRE_CHARACTER_BYTES != 0)
    return FALSE;
  flag = read_u32 (frame->payload);
  *cut = flag == 1;
  *count = (frame->length - 4) / YS_WIRE_CHARACTER_BYTES;
  return flag <= 1 && *count <= YS_PAPER_MAX_TEXT;
}

YsWireCharacter
ys_wire_get_character (const YsWireFrame *frame, guint32 index)
{
  const guint8 *at = frame->payload + 4 + YS_WIRE_CHARACTER_BYTES * (gsize) index;

  return (YsWireCharacter){
    .character = read_u32 (at),
    .left = read_u16 (at + 4),
    .top = read_u16 (at + 6),
    .right = read_u16 (at + 8),
    .bottom = read_u16 (at + 10),
  };
}
