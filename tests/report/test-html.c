/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the HTML report: well-formed, every cell where the form has it, headers that resolve,
 * foreign text escaped, drafts and failed checks shown. */
#include "report/form.h"
#include "sample-report.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

typedef void (*Visit) (xmlNode *node, gpointer data);

static void
walk (xmlNode *node, Visit visit, gpointer data)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        visit (node, data);
        walk (node->children, visit, data);
      }
}

static gboolean
is (const xmlNode *node, const char *name)
{
  return strcmp ((const char *) node->name, name) == 0;
}

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);
  xmlFree (value);
  return copy;
}

static char *
dup_content (xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  char *copy = g_strdup ((const char *) value);
  xmlFree (value);
  return copy;
}

static xmlDoc *
write_and_parse (const YsFigures *figures, GPtrArray *checks, const char *agency, gboolean draft)
{
  g_autofree char *text = sample_write_text (figures, checks, agency, draft, YS_REPORT_HTML);
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
  /* Any other self-closed element would stay open in a browser. */
  for (const char *p = strstr (text, "/>"); p != NULL; p = strstr (p + 1, "/>"))
    {
      const char *open = p;
      while (*open != '<')
        open--;
      g_assert_true (g_str_has_prefix (open, "<meta ") || g_str_has_prefix (open, "<col "));
    }
  xmlDoc *doc = xmlReadMemory (text, (int) strlen (text), "report.html", "UTF-8", XML_PARSE_NONET);
  g_assert_nonnull (doc);
  return doc;
}

static void
collect (xmlNode *node, gpointer data)
{
  gpointer *pair = data;
  if (is (node, pair[0]))
    g_ptr_array_add (pair[1], node);
}

static GPtrArray *
find_all (xmlNode *root, const char *name)
{
  GPtrArray *nodes = g_ptr_array_new ();
  gpointer pair[] = { (gpointer) name, nodes };
  walk (root, collect, pair);
  return nodes;
}

static int
span_of (xmlNode *node, const char *name)
{
  g_autofree char *value = dup_attribute (node, name);
  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : 1;
}

/* Lays the cells out as a browser does, and finds in each place what the form has there. */
static void
assert_table (xmlNode *element, const YsFormTable *table, const YsFigures *figures, GHashTable *ids)
{
  g_autoptr (GPtrArray) rows = find_all (element->children, "tr");
  gboolean taken[40][YS_FORM_MAX_COLUMNS] = { { FALSE } };
  guint next = 0;

  g_assert_cmpint (rows->len, ==, table->rows);
  for (int row = 0; row < table->rows; row++)
    {
      int column = 0;
      for (xmlNode *node = ((xmlNode *) g_ptr_array_index (rows, row))->children; node != NULL;
           node = node->next)
        {
          const YsFormCell *cell = &g_array_index (table->cells, YsFormCell, next++);
          while (taken[row][column])
            column++;
          g_assert_cmpint (cell->row, ==, row);
          g_assert_cmpint (cell->column, ==, column);
          g_assert_cmpint (cell->rowspan, ==, span_of (node, "rowspan"));
          g_assert_cmpint (cell->colspan, ==, span_of (node, "colspan"));
          g_autofree char *want = ys_form_cell_dup_text (cell, figures);
          g_autofree char *got = dup_content (node);
          g_assert_cmpstr (got, ==, want);
          for (int i = row; i < row + cell->rowspan; i++)
            for (int j = column; j < column + cell->colspan; j++)
              taken[i][j] = TRUE;

          g_autofree char *scope = dup_attribute (node, "scope");
          g_autofree char *headers = dup_attribute (node, "headers");
          if (is (node, "th"))
            {
              static const char *const scopes[] = { "col", "row", "colgroup", "rowgroup", NULL };
              g_assert_true (g_strv_contains (scopes, scope));
              g_assert_nonnull (cell->text);
            }
          else if (cell->kind != YS_CELL_NOTE)
            {
              g_auto (GStrv) names = g_strsplit (headers, " ", -1);
              g_assert_cmpuint (g_strv_length (names), >=, 2);
              for (int i = 0; names[i] != NULL; i++)
                g_assert_true (g_hash_table_contains (ids, names[i]));
            }
        }
    }
  g_assert_cmpuint (next, ==, table->cells->len);
}

static void
collect_ids (xmlNode *node, gpointer data)
{
  char *id = dup_attribute (node, "id");
  if (id != NULL)
    g_assert_true (g_hash_table_add (data, id));
}

static void
test_tables (void)
{
  static const YsForm forms[] = { YS_FORM_2019, YS_FORM_2021 };
  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      YsFigures figures;
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      sample_fill_figures (&figures, 2023, forms[f]);
      xmlDoc *doc = write_and_parse (&figures, NULL, "{\"name\":\"甲\"}", FALSE);
      walk (xmlDocGetRootElement (doc), collect_ids, ids);
      g_autoptr (GPtrArray) tables = find_all (xmlDocGetRootElement (doc), "table");
      g_autoptr (GPtrArray) captions = find_all (xmlDocGetRootElement (doc), "caption");
      g_autoptr (GPtrArray) heads = find_all (xmlDocGetRootElement (doc), "thead");
      g_assert_cmpuint (tables->len, ==, YS_N_TABLES);
      g_assert_cmpuint (heads->len, ==, 2);
      for (int t = 0; t < YS_N_TABLES; t++)
        {
          g_autoptr (YsFormTable) table = ys_form_table_new (forms[f], t);
          g_autofree char *caption = dup_content (g_ptr_array_index (captions, t));
          g_assert_cmpstr (caption, ==, table->title);
          assert_table (g_ptr_array_index (tables, t), table, &figures, ids);
        }
      xmlFreeDoc (doc);
    }
}

static char *
content_of_first (xmlDoc *doc, const char *name)
{
  g_autoptr (GPtrArray) nodes = find_all (xmlDocGetRootElement (doc), name);
  return nodes->len > 0 ? dup_content (g_ptr_array_index (nodes, 0)) : NULL;
}

static void
test_foreign_text (void)
{
  YsFigures figures;

  sample_fill_figures (&figures, 2023, YS_FORM_2021);
  g_strlcpy (figures.fee_wan, "<i>&\"'</i>", sizeof figures.fee_wan);
  xmlDoc *doc = write_and_parse (
    &figures, NULL, "{\"name\":\"</title><script>alert(1)</script>&amp;\\u0001甲\"}", FALSE);
  g_autofree char *title = content_of_first (doc, "title");
  g_autoptr (GPtrArray) scripts = find_all (xmlDocGetRootElement (doc), "script");
  g_autoptr (GPtrArray) italics = find_all (xmlDocGetRootElement (doc), "i");
  g_assert_cmpstr (title, ==,
                   "</title><script>alert(1)</script>&amp; 甲政府信息公开工作年度报告（2023年）数据表");
  g_assert_cmpuint (scripts->len, ==, 0);
  g_assert_cmpuint (italics->len, ==, 0);
  xmlFreeDoc (doc);
}

static void
test_draft_and_checks (void)
{
  YsFigures figures;

  sample_fill_figures (&figures, 2023, YS_FORM_2021);
  g_autoptr (GPtrArray) failing = ys_figures_check (&figures, NULL);
  g_assert_false (ys_checks_hold (failing));
  xmlDoc *doc = write_and_parse (&figures, failing, "{\"name\":\"甲\"}", TRUE);
  g_autofree char *mark = content_of_first (doc, "p");
  g_autofree char *title = content_of_first (doc, "title");
  g_autofree char *list = content_of_first (doc, "ul");
  g_autoptr (GPtrArray) items = find_all (xmlDocGetRootElement (doc), "li");
  guint n = 0;
  g_assert_cmpstr (mark, ==, "草稿");
  g_assert_cmpstr (title, ==, "甲政府信息公开工作年度报告（2023年）数据表（草稿）");
  for (guint i = 0; i < failing->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (failing, i);
      g_assert_true ((strstr (list, check->id) != NULL) == !check->holds);
      n += !check->holds;
      if (!check->holds)
        g_assert_nonnull (strstr (list, check->detail));
    }
  g_assert_cmpuint (items->len, ==, n);
  /* Every id has its sentence: none begins with the bare id. */
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *item = dup_content (g_ptr_array_index (items, i));
      g_assert_true (g_str_has_prefix (item, "表"));
    }
  xmlFreeDoc (doc);

  ys_figures_begin (&figures, 2023, YS_FORM_2021);
  doc = write_and_parse (&figures, NULL, "{\"name\":\"甲\"}", FALSE);
  g_assert_null (content_of_first (doc, "ul"));
  g_assert_null (content_of_first (doc, "p"));
  xmlFreeDoc (doc);
}

/* A check of every id there is has a sentence of its own. */
static void
test_check_texts (void)
{
  YsFigures figures, previous;

  sample_fill_figures (&figures, 2023, YS_FORM_2021);
  sample_fill_figures (&previous, 2022, YS_FORM_2021);
  g_autoptr (GPtrArray) checks = ys_figures_check (&figures, &previous);
  for (guint i = 0; i < checks->len; i++)
    ((YsCheck *) g_ptr_array_index (checks, i))->holds = FALSE;
  xmlDoc *doc = write_and_parse (&figures, checks, "{\"name\":\"甲\"}", TRUE);
  g_autoptr (GPtrArray) items = find_all (xmlDocGetRootElement (doc), "li");
  g_assert_cmpuint (items->len, ==, checks->len);
  for (guint i = 0; i < items->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *item = dup_content (g_ptr_array_index (items, i));
      g_assert_true (g_str_has_prefix (item, "表"));
      g_assert_true ((strstr (item, "仅作提示") != NULL) == !check->binding);
    }
  xmlFreeDoc (doc);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/tables", test_tables);
  g_test_add_func ("/html/foreign-text", test_foreign_text);
  g_test_add_func ("/html/draft-and-checks", test_draft_and_checks);
  g_test_add_func ("/html/check-texts", test_check_texts);
  int status = g_test_run ();
  xmlCleanupParser ();
  return status;
}
