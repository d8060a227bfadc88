/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frames: every kind there and back, and every way to be malformed. */
#include "paper/wire.h"

#include <string.h>

static YsWireFrame
take (YsWireDirection direction, GByteArray *bytes)
{
  YsWireFrame frame;
  gsize used = 0;

  g_assert_cmpint (ys_wire_take (direction, bytes->data, bytes->len, &frame, &used), ==,
                   YS_WIRE_TAKEN);
  g_assert_cmpuint (used, ==, bytes->len);
  return frame;
}

/* --- there and back -------------------------------------------------------------------------- */

static void
test_requests (void)
{
  g_autoptr (GByteArray) open = g_byte_array_new ();
  g_autoptr (GByteArray) sizes = g_byte_array_new ();
  g_autoptr (GByteArray) text = g_byte_array_new ();
  YsWireFrame frame;
  guint32 first, count, page;

  ys_wire_put_open (open, 7);
  frame = take (YS_WIRE_TO_WORKER, open);
  g_assert_cmpuint (frame.kind, ==, YS_WIRE_OPEN);
  g_assert_cmpuint (frame.serial, ==, 7);

  ys_wire_put_sizes (sizes, 0xfffffffe, 9488, 512);
  frame = take (YS_WIRE_TO_WORKER, sizes);
  g_assert_cmpuint (frame.serial, ==, 0xfffffffe);
  g_assert_true (ys_wire_get_sizes (&frame, &first, &count));
  g_assert_cmpuint (first, ==, 9488);
  g_assert_cmpuint (count, ==, 512);

  ys_wire_put_text (text, 1, 9999);
  frame = take (YS_WIRE_TO_WORKER, text);
  g_assert_true (ys_wire_get_text (&frame, &page));
  g_assert_cmpuint (page, ==, 9999);
  g_assert_false (ys_wire_get_sizes (&frame, &first, &count));
}

static void
test_bytes (void)
{
  /* The layout itself, so that both ends of a changed one are noticed. */
  static const guint8 expected[]
    = { 'Y', 's', 'P', '1', 5, 0, 0, 0, 4, 3, 2, 1, 4, 0, 0, 0, 0xd2, 0x04, 0, 0 };
  g_autoptr (GByteArray) text = g_byte_array_new ();

  ys_wire_put_text (text, 0x01020304, 1234);
  g_assert_cmpmem (text->data, text->len, expected, sizeof expected);
}

static const YsWireRender PLAIN = {
  .page = 3,
  .width = 800,
  .height = 1131,
  .turn = 90,
  .printing = 1,
  .part_x = 100,
  .part_y = 200,
  .part_width = 300,
  .part_height = 400,
};

static void
test_render (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  YsWireRender back;
  YsWireFrame frame;

  ys_wire_put_render (bytes, 5, &PLAIN);
  frame = take (YS_WIRE_TO_WORKER, bytes);
  g_assert_true (ys_wire_get_render (&frame, &back));
  g_assert_cmpmem (&back, sizeof back, &PLAIN, sizeof PLAIN);
}

static void
test_render_refused (void)
{
  static const struct
  {
    const char *what;
    gsize field;
    guint32 value;
  } cases[] = {
    { "page beyond the last allowed", offsetof (YsWireRender, page), YS_PAPER_MAX_PAGES },
    { "no width", offsetof (YsWireRender, width), 0 },
    { "too wide", offsetof (YsWireRender, width), YS_PAPER_MAX_EDGE + 1 },
    { "too high", offsetof (YsWireRender, height), YS_PAPER_MAX_EDGE + 1 },
    { "a crooked turn", offsetof (YsWireRender, turn), 45 },
    { "a whole turn", offsetof (YsWireRender, turn), 360 },
    { "no boolean", offsetof (YsWireRender, printing), 2 },
    { "nothing wide", offsetof (YsWireRender, part_width), 0 },
    { "nothing high", offsetof (YsWireRender, part_height), 0 },
    { "beyond the right edge", offsetof (YsWireRender, part_x), 501 },
    { "beyond the lower edge", offsetof (YsWireRender, part_y), 732 },
    { "an overflow to the right", offsetof (YsWireRender, part_x), G_MAXUINT32 },
    { "wider than the whole", offsetof (YsWireRender, part_width), 801 },
    { "an overflow in width", offsetof (YsWireRender, part_width), G_MAXUINT32 },
  };
  YsWireRender large = { .width = 8000, .height = 8000, .part_width = 6324, .part_height = 6324 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YsWireRender wrong = PLAIN;

      g_test_message ("%s", cases[i].what);
      memcpy ((char *) &wrong + cases[i].field, &cases[i].value, sizeof (guint32));
      g_assert_false (ys_wire_render_is_valid (&wrong));
    }
  /* 40 Mpx, to the pixel: 6324² lies below, 6325² above. */
  g_assert_true (ys_wire_render_is_valid (&large));
  large.part_width = large.part_height = 6325;
  g_assert_false (ys_wire_render_is_valid (&large));
}

static void
test_sizes_refused (void)
{
  static const guint32 cases[][2] = {
    { 0, 0 },
    { 0, YS_PAPER_MAX_SIZES + 1 },
    { YS_PAPER_MAX_PAGES, 1 },
    { 9999, 2 },
    { G_MAXUINT32, 2 },
    { 0, G_MAXUINT32 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      guint32 first, count;
      YsWireFrame frame;

      ys_wire_put_sizes (bytes, 1, cases[i][0], cases[i][1]);
      frame = take (YS_WIRE_TO_WORKER, bytes);
      g_assert_false (ys_wire_get_sizes (&frame, &first, &count));
    }
}

static void
test_answers (void)
{
  g_autoptr (GByteArray) ready = g_byte_array_new ();
  g_autoptr (GByteArray) opened = g_byte_array_new ();
  g_autoptr (GByteArray) failed = g_byte_array_new ();
  g_autoptr (GByteArray) strange = g_byte_array_new ();
  g_autoptr (GByteArray) empty = g_byte_array_new ();
  YsWireFrame frame;
  guint32 value;

  ys_wire_put_ready (ready, YS_PAPER_CONFINED_SECCOMP | YS_PAPER_CONFINED_LANDLOCK);
  frame = take (YS_WIRE_TO_READER, ready);
  g_assert_true (ys_wire_get_ready (&frame, &value));
  g_assert_cmpuint (value, ==, 3);
  ys_wire_put_ready (strange, YS_PAPER_CONFINED_SECCOMP | YS_PAPER_CONFINED_BWRAP);
  frame = take (YS_WIRE_TO_READER, strange);
  g_assert_false (ys_wire_get_ready (&frame, &value));

  ys_wire_put_opened (opened, 4, 10000);
  frame = take (YS_WIRE_TO_READER, opened);
  g_assert_true (ys_wire_get_opened (&frame, &value));
  g_assert_cmpuint (value, ==, 10000);
  ys_wire_put_opened (empty, 4, 0);
  frame = take (YS_WIRE_TO_READER, empty);
  g_assert_false (ys_wire_get_opened (&frame, &value));

  ys_wire_put_failed (failed, YS_WIRE_TEXT, 9, YS_PAPER_ERROR_NOT_PDF);
  frame = take (YS_WIRE_TO_READER, failed);
  g_assert_cmpuint (frame.kind, ==, YS_WIRE_TEXT);
  g_assert_cmpuint (frame.code, ==, YS_PAPER_ERROR_NOT_PDF);
  g_assert_cmpuint (frame.length, ==, 0);
}

static void
test_sized (void)
{
  static const YsWireSize sizes[2] = { { 595276, 841890 }, { 0, G_MAXUINT32 } };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  YsWireSize back[2];
  YsWireFrame frame;

  ys_wire_put_sized (bytes, 1, 40, sizes, 2);
  frame = take (YS_WIRE_TO_READER, bytes);
  g_assert_true (ys_wire_get_sized (&frame, 40, 2, back));
  g_assert_cmpmem (back, sizeof back, sizes, sizeof sizes);
  /* An answer to another question. */
  g_assert_false (ys_wire_get_sized (&frame, 41, 2, back));
  g_assert_false (ys_wire_get_sized (&frame, 40, 1, back));
}

static void
test_characters (void)
{
  static const YsWireCharacter characters[2] = {
    { 0x653f, 1, 2, 3, 4 },
    { 0x10ffff, 65535, 0, 65534, 256 },
  };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GByteArray) none = g_byte_array_new ();
  YsWireFrame frame;
  guint32 count;
  gboolean cut;

  ys_wire_put_characters (bytes, 1, TRUE, characters, 2);
  frame = take (YS_WIRE_TO_READER, bytes);
  g_assert_true (ys_wire_get_characters (&frame, &cut, &count));
  g_assert_true (cut);
  g_assert_cmpuint (count, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      YsWireCharacter back = ys_wire_get_character (&frame, i);

      g_assert_cmpmem (&back, sizeof back, &characters[i], sizeof back);
    }
  bytes->data[YS_WIRE_HEAD] = 2;
  g_assert_false (ys_wire_get_characters (&frame, &cut, &count));

  ys_wire_put_characters (none, 1, FALSE, NULL, 0);
  frame = take (YS_WIRE_TO_READER, none);
  g_assert_true (ys_wire_get_characters (&frame, &cut, &count));
  g_assert_false (cut);
  g_assert_cmpuint (count, ==, 0);
}

/* --- malformed ------------------------------------------------------------------------------- */

typedef struct
{
  const char *what;
  YsWireDirection direction;
  const char *magic;
  guint16 kind;
  guint16 code;
  guint32 serial;
  guint32 length;
} Malformed;

/* clang-format off */
static const Malformed MALFORMED[] = {
  { "another magic", YS_WIRE_TO_WORKER, "YsPx", YS_WIRE_OPEN, 0, 1, 0 },
  { "another version", YS_WIRE_TO_WORKER, "YsP2", YS_WIRE_OPEN, 0, 1, 0 },
  { "kind 0", YS_WIRE_TO_WORKER, "YsP1", 0, 0, 1, 0 },
  { "kind after the last", YS_WIRE_TO_WORKER, "YsP1", YS_WIRE_TEXT + 1, 0, 1, 4 },
  { "kind 0xffff", YS_WIRE_TO_READER, "YsP1", 0xffff, 0, 1, 0 },
  { "READY as a request", YS_WIRE_TO_WORKER, "YsP1", YS_WIRE_READY, 0, 0, 4 },
  { "a request with a code", YS_WIRE_TO_WORKER, "YsP1", YS_WIRE_OPEN, 1, 1, 0 },
  { "a request with serial 0", YS_WIRE_TO_WORKER, "YsP1", YS_WIRE_OPEN, 0, 0, 0 },
  { "OPEN with a payload", YS_WIRE_TO_WORKER, "YsP1", YS_WIRE_OPEN, 0, 1, 4 },
  { "SIZES too short", YS_WIRE_TO_WORKER, "YsP1", YS_WIRE_SIZES, 0, 1, 4 },
  { "RENDER too short", YS_WIRE_TO_WORKER, "YsP1", YS_WIRE_RENDER, 0, 1, 32 },
  { "RENDER too long", YS_WIRE_TO_WORKER, "YsP1", YS_WIRE_RENDER, 0, 1, 40 },
  { "TEXT of 4 GiB", YS_WIRE_TO_WORKER, "YsP1", YS_WIRE_TEXT, 0, 1, G_MAXUINT32 },
  { "READY with a serial", YS_WIRE_TO_READER, "YsP1", YS_WIRE_READY, 0, 1, 4 },
  { "READY too long", YS_WIRE_TO_READER, "YsP1", YS_WIRE_READY, 0, 0, 8 },
  { "an unknown code", YS_WIRE_TO_READER, "YsP1", YS_WIRE_OPEN, YS_PAPER_ERROR_UNCONFINED + 1, 1, 0 },
  { "a failure with a payload", YS_WIRE_TO_READER, "YsP1", YS_WIRE_OPEN, YS_PAPER_ERROR_NOT_PDF, 1, 4 },
  { "OPEN without its number", YS_WIRE_TO_READER, "YsP1", YS_WIRE_OPEN, 0, 1, 0 },
  { "sizes of no page", YS_WIRE_TO_READER, "YsP1", YS_WIRE_SIZES, 0, 1, 4 },
  { "half a size", YS_WIRE_TO_READER, "YsP1", YS_WIRE_SIZES, 0, 1, 4 + 12 },
  { "a size too many", YS_WIRE_TO_READER, "YsP1", YS_WIRE_SIZES, 0, 1, 4 + 8 * (YS_PAPER_MAX_SIZES + 1) },
  { "pixels on the wire", YS_WIRE_TO_READER, "YsP1", YS_WIRE_RENDER, 0, 1, 4 },
  { "half a character", YS_WIRE_TO_READER, "YsP1", YS_WIRE_TEXT, 0, 1, 4 + 18 },
  { "a character too many", YS_WIRE_TO_READER, "YsP1", YS_WIRE_TEXT, 0, 1,
    4 + YS_WIRE_CHARACTER_BYTES * (YS_PAPER_MAX_TEXT + 1) },
  { "text of 4 GiB", YS_WIRE_TO_READER, "YsP1", YS_WIRE_TEXT, 0, 1, G_MAXUINT32 },
};
/* clang-format on */

static void
put_head (guint8 *head, const Malformed *how)
{
  guint16 kind = GUINT16_TO_LE (how->kind), code = GUINT16_TO_LE (how->code);
  guint32 serial = GUINT32_TO_LE (how->serial), length = GUINT32_TO_LE (how->length);

  memcpy (head, how->magic, 4);
  memcpy (head + 4, &kind, 2);
  memcpy (head + 6, &code, 2);
  memcpy (head + 8, &serial, 4);
  memcpy (head + 12, &length, 4);
}

static void
test_malformed (void)
{
  /* Judged by the head alone: the payload need not come. */
  for (guint i = 0; i < G_N_ELEMENTS (MALFORMED); i++)
    {
      g_autofree guint8 *head = g_malloc (YS_WIRE_HEAD);
      YsWireFrame frame;
      gsize used;

      g_test_message ("%s", MALFORMED[i].what);
      put_head (head, &MALFORMED[i]);
      g_assert_cmpint (ys_wire_take (MALFORMED[i].direction, head, YS_WIRE_HEAD, &frame, &used), ==,
                       YS_WIRE_BROKEN);
    }
}

static void
test_pieces (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  YsWireFrame frame;
  gsize used;

  ys_wire_put_render (bytes, 5, &PLAIN);
  for (guint n = 0; n < bytes->len; n++)
    {
      /* Of its own size, so that a sanitizer notices a byte too many. */
      g_autofree guint8 *piece = g_malloc (n + 1);

      memcpy (piece, bytes->data, n);
      g_assert_cmpint (ys_wire_take (YS_WIRE_TO_WORKER, piece, n, &frame, &used), ==, YS_WIRE_MORE);
    }
  /* A wrong beginning is noticed at its first byte. */
  g_assert_cmpint (ys_wire_take (YS_WIRE_TO_WORKER, (const guint8 *) "X", 1, &frame, &used), ==,
                   YS_WIRE_BROKEN);

  ys_wire_put_open (bytes, 6);
  g_assert_cmpint (ys_wire_take (YS_WIRE_TO_WORKER, bytes->data, bytes->len, &frame, &used), ==,
                   YS_WIRE_TAKEN);
  g_assert_cmpuint (frame.serial, ==, 5);
  g_assert_cmpint (ys_wire_take (YS_WIRE_TO_WORKER, bytes->data + used, bytes->len - used, &frame,
                                 &used),
                   ==, YS_WIRE_TAKEN);
  g_assert_cmpuint (frame.serial, ==, 6);
}

static void
test_most (void)
{
  g_assert_cmpuint (ys_wire_most (YS_WIRE_TO_WORKER), ==, 16 + 36);
  g_assert_cmpuint (ys_wire_most (YS_WIRE_TO_READER), ==, 16 + 4 + 12 * 200000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire/bytes", test_bytes);
  g_test_add_func ("/wire/requests", test_requests);
  g_test_add_func ("/wire/render", test_render);
  g_test_add_func ("/wire/render-refused", test_render_refused);
  g_test_add_func ("/wire/sizes-refused", test_sizes_refused);
  g_test_add_func ("/wire/answers", test_answers);
  g_test_add_func ("/wire/sized", test_sized);
  g_test_add_func ("/wire/characters", test_characters);
  g_test_add_func ("/wire/malformed", test_malformed);
  g_test_add_func ("/wire/pieces", test_pieces);
  g_test_add_func ("/wire/most", test_most);
  return g_test_run ();
}
