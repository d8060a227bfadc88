/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as what comes from the worker, or from the reader. What is taken lies inside the bytes
 * and, if it makes sense, is written again as the same bytes; a text made of it is clean and its
 * spans and boxes lie inside it. */
#include "paper/text.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Writes the frame again if it makes sense, else leaves @again empty. */
static void
write_request (const YsWireFrame *frame, GByteArray *again)
{
  guint32 first, count, page;
  YsWireRender render;

  if (frame->kind == YS_WIRE_OPEN)
    ys_wire_put_open (again, frame->serial);
  else if (ys_wire_get_sizes (frame, &first, &count))
    ys_wire_put_sizes (again, frame->serial, first, count);
  else if (ys_wire_get_text (frame, &page))
    ys_wire_put_text (again, frame->serial, page);
  else if (ys_wire_get_render (frame, &render))
    {
      g_assert_cmpuint ((guint64) render.part_width * render.part_height, <=, YS_PAPER_MAX_PIXELS);
      g_assert_cmpuint ((guint64) render.part_x + render.part_width, <=, render.width);
      g_assert_cmpuint ((guint64) render.part_y + render.part_height, <=, render.height);
      ys_wire_put_render (again, frame->serial, &render);
    }
}

static void
write_sized (const YsWireFrame *frame, GByteArray *again)
{
  YsWireSize sizes[YS_PAPER_MAX_SIZES];
  guint32 first = frame->payload[0] | frame->payload[1] << 8 | frame->payload[2] << 16
                  | (guint32) frame->payload[3] << 24;
  guint32 count = (guint32) (frame->length - 4) / 8;

  g_assert_true (ys_wire_get_sized (frame, first, count, sizes));
  ys_wire_put_sized (again, frame->serial, first, sizes, count);
}

static void
check_text (const YsWireFrame *frame)
{
  g_autoptr (YsPaperText) text = ys_paper_text_new (frame);
  const char *string = ys_paper_text_get_string (text);
  guint length = ys_paper_text_get_length (text);
  g_autoptr (GArray) boxes = ys_paper_text_boxes (text, (YsPaperSpan){ 0, length });
  g_autofree char *all = ys_paper_text_copy (text, (YsPaperSpan){ length, 0 });
  g_autofree char *words = g_utf8_substring (string, 0, MIN (length, 2));
  g_autoptr (GArray) spans = ys_paper_text_find (text, words);
  guint before = 0;

  g_assert_true (g_utf8_validate (string, -1, NULL));
  g_assert_cmpuint (g_utf8_strlen (string, -1), ==, length);
  g_assert_cmpstr (all, ==, string);
  for (guint i = 0; i < boxes->len; i++)
    {
      const YsPaperBox *box = &g_array_index (boxes, YsPaperBox, i);

      g_assert_true (box->x >= 0 && box->y >= 0);
      g_assert_true (box->x + box->width <= 1.000001 && box->y + box->height <= 1.000001);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      YsPaperSpan span = g_array_index (spans, YsPaperSpan, i);

      g_assert_cmpuint (span.from, >=, before);
      g_assert_cmpuint (span.until, >, span.from);
      g_assert_cmpuint (span.until, <=, length);
      before = span.from;
    }
  g_assert_cmpuint (ys_paper_text_position_at (text, 0.5, 0.5), <=, length);
}

static void
write_characters (const YsWireFrame *frame, GByteArray *again)
{
  g_autoptr (GArray) characters = g_array_new (FALSE, FALSE, sizeof (YsWireCharacter));
  guint32 count;
  gboolean cut;

  if (!ys_wire_get_characters (frame, &cut, &count))
    {
      g_assert_null (ys_paper_text_new (frame));
      return;
    }
  for (guint32 i = 0; i < count; i++)
    {
      YsWireCharacter character = ys_wire_get_character (frame, i);

      g_array_append_val (characters, character);
    }
  ys_wire_put_characters (again, frame->serial, cut,
                          (const YsWireCharacter *) (gpointer) characters->data, count);
  check_text (frame);
}

static void
write_answer (const YsWireFrame *frame, GByteArray *again)
{
  guint32 value;

  if (frame->code != 0)
    ys_wire_put_failed (again, frame->kind, frame->serial, frame->code);
  else if (ys_wire_get_ready (frame, &value))
    ys_wire_put_ready (again, value);
  else if (ys_wire_get_opened (frame, &value))
    ys_wire_put_opened (again, frame->serial, value);
  else if (frame->kind == YS_WIRE_SIZES)
    write_sized (frame, again);
  else if (frame->kind == YS_WIRE_RENDER)
    ys_wire_put_rendered (again, frame->serial);
  else if (frame->kind == YS_WIRE_TEXT)
    write_characters (frame, again);
}

static void
converse (YsWireDirection direction, const guint8 *data, gsize size)
{
  YsWireFrame frame;
  gsize used;

  while (ys_wire_take (direction, data, size, &frame, &used) == YS_WIRE_TAKEN)
    {
      g_autoptr (GByteArray) again = g_byte_array_new ();

      g_assert_cmpuint (used, <=, size);
      g_assert_cmpuint (used, <=, ys_wire_most (direction));
      g_assert_true (frame.payload == data + YS_WIRE_HEAD);
      g_assert_cmpuint (frame.length, ==, used - YS_WIRE_HEAD);
      if (direction == YS_WIRE_TO_WORKER)
        write_request (&frame, again);
      else
        write_answer (&frame, again);
      if (again->len > 0)
        g_assert_cmpmem (again->data, again->len, data, used);
      data += used;
      size -= used;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  converse (YS_WIRE_TO_WORKER, data, size);
  converse (YS_WIRE_TO_READER, data, size);
  return 0;
}
