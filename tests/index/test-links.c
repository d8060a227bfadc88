/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links are found from the case that they lead to, and go with the entry that made them. */
#include "made-case.h"

static void
link_free (gpointer data)
{
  YsCaseLink *self = data;

  g_free (self->to);
  g_free (self->as);
  g_free (self);
}

static void
add_link (MadeCase *made, const char *to, const char *as)
{
  YsCaseLink *link = g_new0 (YsCaseLink, 1);

  link->to = g_strdup (to);
  link->as = g_strdup (as);
  if (made->file.links == NULL)
    made->file.links = g_ptr_array_new_with_free_func (link_free);
  g_ptr_array_add (made->file.links, link);
}

static char *
describe (MadeIndex *made, const char *id, int limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = ys_index_list_links_to (made->index, id, limit, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < links->len; i++)
    {
      const YsIndexLink *link = g_ptr_array_index (links, i);

      g_string_append_printf (text, "%s %s %s;", link->id, link->as,
                              link->title != NULL ? link->title : "-");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_links(made, id, limit, wanted)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found = describe (made, id, limit);                                           \
    g_assert_cmpstr (found, ==, wanted);                                                           \
  }                                                                                                \
  G_STMT_END

static void
test_links (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autoptr (MadeCase) one = made_case_with_text ("2024-0001", "甲", NULL, NULL);
  g_autoptr (MadeCase) two = made_case_with_text ("2024-0002", "乙", NULL, NULL);
  g_autoptr (MadeCase) three = made_case_new ("2023-0003");
  g_autoptr (GError) error = NULL;

  add_link (two, "2024-0001", "split");
  add_link (two, "2024-0009", "merged");
  add_link (three, "2024-0001", "duplicate");
  made_index_put (made, one);
  made_index_put (made, two);
  made_index_put (made, three);
  assert_links (made, "2024-0001", 10, "2024-0002 split 乙;2023-0003 duplicate -;");
  assert_links (made, "2024-0001", 1, "2024-0002 split 乙;");
  assert_links (made, "2024-0002", 10, "");
  /* A case that does not exist yet may be linked to. */
  assert_links (made, "2024-0009", 10, "2024-0002 merged 乙;");

  /* Struck: the case is put again without it. */
  g_ptr_array_remove_index (two->file.links, 0);
  made_index_put (made, two);
  assert_links (made, "2024-0001", 10, "2023-0003 duplicate -;");

  g_assert_true (ys_index_begin (made->index, &error));
  g_assert_true (ys_index_clear (made->index, &error));
  g_assert_true (ys_index_commit (made->index, 1, "digest", 1, &error));
  assert_links (made, "2024-0001", 10, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/links/both-ways", test_links);
  return g_test_run ();
}
