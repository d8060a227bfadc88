/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a page: cleaned, found, pointed at, selected. */
#include "paper/text.h"

#include <math.h>
#include <string.h>

#define STEP 1000

/* The characters of @string (as UTF-8) side by side, each STEP wide and STEP high; "\n" begins a
 * line 2 STEP lower. */
static GArray *
lay_out (const char *string)
{
  GArray *characters = g_array_new (FALSE, FALSE, sizeof (YsWireCharacter));
  guint16 x = 0, y = 0;

  for (const char *at = string; *at != '\0'; at = g_utf8_next_char (at))
    {
      YsWireCharacter one = { g_utf8_get_char (at), x, y, x + STEP, y + STEP };

      g_array_append_val (characters, one);
      x += STEP;
      if (one.character == '\n')
        {
          x = 0;
          y += 2 * STEP;
        }
    }
  return characters;
}

static YsPaperText *
make_text (GArray *characters)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  YsWireFrame frame;
  gsize used;

  ys_wire_put_characters (bytes, 1, FALSE, (const YsWireCharacter *) (gpointer) characters->data,
                          characters->len);
  g_assert_cmpint (ys_wire_take (YS_WIRE_TO_READER, bytes->data, bytes->len, &frame, &used), ==,
                   YS_WIRE_TAKEN);
  return ys_paper_text_new (&frame);
}

static YsPaperText *
text_of (const char *string)
{
  g_autoptr (GArray) characters = lay_out (string);

  return make_text (characters);
}

static void
test_cleaned (void)
{
  static const struct
  {
    const char *what;
    gunichar character;
    const char *left;
  } cases[] = {
    { "a letter", 'a', "[a]" },
    { "Chinese", 0x653f, "[政]" },
    { "beyond the first plane", 0x20bb7, "[𠮷]" },
    { "a combining mark", 0x301, "[\xcc\x81]" },
    { "newer than this Unicode", 0x323b0, "[\xf0\xb2\x8e\xb0]" },
    { "a line end", '\n', "[\n]" },
    { "a space", 0x3000, "[\xe3\x80\x80]" },
    { "nothing", 0, "[]" },
    { "escape", 0x1b, "[]" },
    { "carriage return", '\r', "[]" },
    { "a C1 control", 0x9b, "[]" },
    { "right to left override", 0x202e, "[]" },
    { "right to left isolate", 0x2067, "[]" },
    { "left to right mark", 0x200e, "[]" },
    { "Arabic letter mark", 0x61c, "[]" },
    { "zero width space", 0x200b, "[]" },
    { "byte order mark", 0xfeff, "[]" },
    { "soft hyphen", 0xad, "[]" },
    { "line separator", 0x2028, "[]" },
    { "a tag", 0xe0041, "[]" },
    { "half a surrogate pair", 0xd800, "[]" },
    { "beyond Unicode", 0x110000, "[]" },
    { "far beyond", 0xffffffff, "[]" },
    { "no character", 0xfffe, "[]" },
    { "no character", 0xfdd0, "[]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) characters = lay_out ("[?]");
      g_autoptr (YsPaperText) text = NULL;

      g_test_message ("%s", cases[i].what);
      g_array_index (characters, YsWireCharacter, 1).character = cases[i].character;
      text = make_text (characters);
      g_assert_cmpstr (ys_paper_text_get_string (text), ==, cases[i].left);
      g_assert_true (g_utf8_validate (ys_paper_text_get_string (text), -1, NULL));
      g_assert_cmpuint (ys_paper_text_get_length (text), ==, g_utf8_strlen (cases[i].left, -1));
    }
}

static void
test_found (void)
{
  static const struct
  {
    const char *page;
    const char *words;
    const char *spans; /* from-until, … */
  } cases[] = {
    { "政府信息公开申请", "信息", "2-4" },
    { "信息与信息", "信息", "0-2 3-5" },
    { "依据政府信息公开条例", "条约", "" },
    { "政府信\n息公开", "信息", "2-5" },    /* a line ends inside the word */
    { "申  请  书", "申请书", "0-7" },      /* a title spaced out */
    { "申请书", "申 请", "0-2" },           /* a space in what is sought */
    { "Order No. 711", "order no", "0-8" }, /* case */
    { "ＦＡＸ：０２５", "fax", "0-3" },     /* width */
    { "fax 025", "ＦＡＸ", "0-3" },
    { "\u2f42\u4ef6\u7f16\u53f7", "文件", "0-2" }, /* a radical for a character */
    { "o\ufb03ce", "office", "0-4" },              /* a ligature */
    { "Straße", "STRASSE", "0-6" },
    { "aaaa", "aa", "0-2 2-4" }, /* not overlapping */
    { "abc", "", "" },
    { "abc", "  \n", "" },
    { "ab", "abc", "" },
    { "", "a", "" },
    { "abc", "\xff", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YsPaperText) text = text_of (cases[i].page);
      g_autoptr (GArray) spans = ys_paper_text_find (text, cases[i].words);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("“%s” in “%s”", cases[i].words[0] == '\xff' ? "?" : cases[i].words,
                      cases[i].page);
      for (guint k = 0; k < spans->len; k++)
        {
          YsPaperSpan span = g_array_index (spans, YsPaperSpan, k);

          g_string_append_printf (found, "%s%u-%u", k > 0 ? " " : "", span.from, span.until);
        }
      g_assert_cmpstr (found->str, ==, cases[i].spans);
    }
}

static void
test_found_across (void)
{
  static const struct
  {
    const char *page;
    const char *next;
    const char *words;
    const char *spans; /* on the page, on the next */
  } cases[] = {
    { "依申请公开政府信", "息的答复", "信息", "7-8 0-1" },
    { "政府信\n", "  息公开", "政府信息公开", "0-3 2-5" },
    { "政府信\n— 12 —\n", "息公开", "信息", "2-3 0-1" },          /* the number of the page */
    { "政府信", "第 2 页 共 8 页\n息公开", "信息", "2-3 12-13" }, /* at the head */
    { "政府信\n1", "2\n息公开", "信息", "2-3 2-3" },
    { "截至2023", "年底", "2023年", "2-6 0-1" }, /* a line with words is none */
    { "2023", "年底", "2023年", "0-4 0-1" },     /* and one without may be one */
    { "Free", "DOM of", "freedom", "0-4 0-3" },
    { "o", "\ufb03ce", "office", "0-1 0-3" },
    { "信息", "信息", "息信", "1-2 0-1" },
    { "信息", "公开", "信息", "" }, /* whole on one page */
    { "信息", "公开", "公开", "" },
    { "信", "息", "信息公开", "" },
    { "", "信息", "信息", "" },
    { "信", "", "信息", "" },
    { "信", "息", "信", "" },
    { "信", "息", "", "" },
    { "信", "息", "\xff", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YsPaperText) page = text_of (cases[i].page);
      g_autoptr (YsPaperText) next = text_of (cases[i].next);
      g_autofree char *found = NULL;
      YsPaperSpan tail, head;

      g_test_message ("“%s” over “%s” and “%s”", cases[i].words[0] == '\xff' ? "?" : cases[i].words,
                      cases[i].page, cases[i].next);
      if (ys_paper_text_find_across (page, next, cases[i].words, &tail, &head))
        found = g_strdup_printf ("%u-%u %u-%u", tail.from, tail.until, head.from, head.until);
      g_assert_cmpstr (found != NULL ? found : "", ==, cases[i].spans);
    }
}

/* From line to line by key, at the height of a person's column. */
static void
test_beside (void)
{
  g_autoptr (YsPaperText) text = text_of ("abcdef\nab\nabcdef");
  g_autoptr (YsPaperText) none = text_of ("");
  const double step = STEP / 65535.0;
  guint position;

  g_assert_true (ys_paper_text_position_beside (text, 4, 4.1 * step, TRUE, &position));
  g_assert_cmpuint (position, ==, 9); /* the shorter line's end */
  g_assert_true (ys_paper_text_position_beside (text, 9, 4.1 * step, TRUE, &position));
  g_assert_cmpuint (position, ==, 14);
  g_assert_false (ys_paper_text_position_beside (text, 14, 4.1 * step, TRUE, &position));
  g_assert_true (ys_paper_text_position_beside (text, 14, 0, FALSE, &position));
  g_assert_cmpuint (position, ==, 7);
  g_assert_false (ys_paper_text_position_beside (text, 2, 0, FALSE, &position));
  g_assert_false (ys_paper_text_position_beside (none, 0, 0, TRUE, &position));
  g_assert_cmpfloat (ys_paper_text_box_at (text, 6).x, ==, ys_paper_text_box_at (text, 5).x);
  g_assert_cmpfloat (ys_paper_text_box_at (none, 0).height, ==, 0);
}

static void
assert_box (YsPaperBox box, double x, double y, double width, double height)
{
  const double step = STEP / 65535.0;

  g_assert_cmpfloat_with_epsilon (box.x, x * step, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.y, y * step, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.width, width * step, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.height, height * step, 1e-9);
}

static void
test_boxes (void)
{
  g_autoptr (YsPaperText) text = text_of ("政府信\n息公开");
  g_autoptr (GArray) boxes = ys_paper_text_boxes (text, (YsPaperSpan){ 1, 6 });
  g_autoptr (GArray) backwards = ys_paper_text_boxes (text, (YsPaperSpan){ 3, 0 });
  g_autoptr (GArray) none = ys_paper_text_boxes (text, (YsPaperSpan){ 2, 2 });
  g_autoptr (GArray) beyond = ys_paper_text_boxes (text, (YsPaperSpan){ 4, 900 });

  g_assert_cmpuint (boxes->len, ==, 2);
  assert_box (g_array_index (boxes, YsPaperBox, 0), 1, 0, 2, 1);
  assert_box (g_array_index (boxes, YsPaperBox, 1), 0, 2, 2, 1);
  g_assert_cmpuint (backwards->len, ==, 1);
  assert_box (g_array_index (backwards, YsPaperBox, 0), 0, 0, 3, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (beyond->len, ==, 1);
}

static void
test_box_in_disorder (void)
{
  g_autoptr (GArray) characters = lay_out ("a");
  YsWireCharacter *one = &g_array_index (characters, YsWireCharacter, 0);
  g_autoptr (YsPaperText) text = NULL;
  g_autoptr (GArray) boxes = NULL;

  *one = (YsWireCharacter){ 'a', 3 * STEP, 2 * STEP, STEP, STEP };
  text = make_text (characters);
  boxes = ys_paper_text_boxes (text, (YsPaperSpan){ 0, 1 });
  assert_box (g_array_index (boxes, YsPaperBox, 0), 1, 1, 2, 1);
}

static void
test_copied (void)
{
  g_autoptr (YsPaperText) text = text_of ("政府\n信息");
  g_autofree char *middle = ys_paper_text_copy (text, (YsPaperSpan){ 1, 4 });
  g_autofree char *all = ys_paper_text_copy (text, (YsPaperSpan){ 99, 0 });
  g_autofree char *none = ys_paper_text_copy (text, (YsPaperSpan){ 5, 5 });

  g_assert_cmpstr (middle, ==, "府\n信");
  g_assert_cmpstr (all, ==, "政府\n信息");
  g_assert_cmpstr (none, ==, "");
}

static void
test_pointed_at (void)
{
  static const struct
  {
    double x, y; /* in steps */
    guint position;
  } cases[] = {
    { 0.2, 0.5, 0 }, { 0.7, 0.5, 1 }, { 1.2, 0.5, 1 }, { 2.9, 0.5, 3 }, { 50, 0.5, 3 },
    { 0.2, 2.5, 4 }, { 50, 2.5, 7 },  { 50, 60, 7 },   { 0, 0, 0 },     { 1.6, 1.2, 2 },
  };
  g_autoptr (YsPaperText) text = text_of ("政府信\n息公开");
  g_autoptr (YsPaperText) empty = text_of ("");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ys_paper_text_position_at (text, cases[i].x * STEP / 65535,
                                                 cases[i].y * STEP / 65535),
                      ==, cases[i].position);
  g_assert_cmpuint (ys_paper_text_position_at (empty, 0.5, 0.5), ==, 0);
}

static void
test_turned (void)
{
  const YsPaperBox box = { 0.1, 0.2, 0.3, 0.05 };
  static const struct
  {
    guint turn;
    YsPaperBox turned;
  } cases[] = {
    { 0, { 0.1, 0.2, 0.3, 0.05 } },
    { 90, { 0.75, 0.1, 0.05, 0.3 } },
    { 180, { 0.6, 0.75, 0.3, 0.05 } },
    { 270, { 0.2, 0.6, 0.05, 0.3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YsPaperBox turned = ys_paper_box_turn (box, cases[i].turn);
      YsPaperBox back = ys_paper_box_turn (turned, 360 - cases[i].turn);

      g_assert_cmpfloat_with_epsilon (turned.x, cases[i].turned.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (turned.y, cases[i].turned.y, 1e-9);
      g_assert_cmpfloat_with_epsilon (turned.width, cases[i].turned.width, 1e-9);
      g_assert_cmpfloat_with_epsilon (turned.height, cases[i].turned.height, 1e-9);
      g_assert_cmpfloat_with_epsilon (back.x, box.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (back.y, box.y, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/cleaned", test_cleaned);
  g_test_add_func ("/text/found", test_found);
  g_test_add_func ("/text/found-across", test_found_across);
  g_test_add_func ("/text/beside", test_beside);
  g_test_add_func ("/text/boxes", test_boxes);
  g_test_add_func ("/text/box-in-disorder", test_box_in_disorder);
  g_test_add_func ("/text/copied", test_copied);
  g_test_add_func ("/text/pointed-at", test_pointed_at);
  g_test_add_func ("/text/turned", test_turned);
  return g_test_run ();
}
