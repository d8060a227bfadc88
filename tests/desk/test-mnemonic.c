/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests where the letter of a label goes, which one it gets, and how it reads without it. */
#include "desk/widgets/mnemonic.h"

static void
test_mark (void)
{
  static const struct
  {
    const char *text;
    char letter;
    const char *marked;
  } rows[] = {
    { "Date", 'D', "_Date" },
    { "Due by", 'B', "Due _by" },
    { "Number there", 'H', "Number t_here" },
    { "Submitted on", 'Z', "Submitted on (_Z)" },
    { "电话", 't', "电话(_T)" },
    { "添加文件…", 'A', "添加文件(_A)…" },
    { "备注：", 'N', "备注(_N)：" },
    { "PDF 文件", 'F', "PD_F 文件" },
    { "a_b", 'B', "a___b" },
    { "", 'A', "(_A)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *marked = ys_mnemonic_mark (rows[i].text, rows[i].letter);
      g_autofree char *again = ys_mnemonic_strip (marked);

      g_assert_cmpstr (marked, ==, rows[i].marked);
      g_assert_cmpstr (again, ==, rows[i].text);
      g_assert_cmpint (ys_mnemonic_get (marked), ==, g_ascii_toupper (rows[i].letter));
    }
}

static void
test_pick (void)
{
  g_assert_cmpint (ys_mnemonic_pick ("Due by", ""), ==, 'D');
  g_assert_cmpint (ys_mnemonic_pick ("Due by", "D"), ==, 'B');
  g_assert_cmpint (ys_mnemonic_pick ("Due by", "DB"), ==, 'U');
  g_assert_cmpint (ys_mnemonic_pick ("Due by", "DBUEY"), ==, 'A');
  g_assert_cmpint (ys_mnemonic_pick ("日期", "A"), ==, 'B');
  g_assert_cmpint (ys_mnemonic_pick ("x", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), ==, '1');
  g_assert_cmpint (ys_mnemonic_pick ("x", "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890"), ==, 0);
}

static void
test_strip (void)
{
  static const char *const rows[][2] = {
    { "_Phone", "Phone" }, { "电话(_T)", "电话" },       { "添加文件(_A)…", "添加文件…" },
    { "电话", "电话" },    { "登记(_R) (Ctrl+Enter)", "登记 (Ctrl+Enter)" },
    { "a__b", "a_b" },     { "(a_b)", "(ab)" },          { "_", "_" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *bare = ys_mnemonic_strip (rows[i][0]);
      g_assert_cmpstr (bare, ==, rows[i][1]);
    }
  g_assert_cmpint (ys_mnemonic_get ("a__b"), ==, 0);
  g_assert_cmpint (ys_mnemonic_get (NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mnemonic/mark", test_mark);
  g_test_add_func ("/mnemonic/pick", test_pick);
  g_test_add_func ("/mnemonic/strip", test_strip);
  return g_test_run ();
}
