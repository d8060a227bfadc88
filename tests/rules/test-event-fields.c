/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields that can be amended: which an entry has, what they hold as texts, and texts as values. */
#include "rules/event-fields.h"

#include <cjson/cJSON.h>
#include <string.h>

static YsEvent *
make (YsKind kind, const char *body)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *text = g_strdelimit (g_strdup (body), "'", '"');
  YsEvent *event = ys_event_new (YS_STREAM_CASE, 1, kind, ys_day_parse ("2026-11-02", -1), "何雨",
                                 cJSON_Parse (text), &fault);

  g_assert_cmpint (fault.code, ==, YS_FAULT_NONE);
  return event;
}

static char *
list (const YsEvent *event)
{
  g_autoptr (GPtrArray) fields = ys_event_list_fields (event);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((YsEventField *) g_ptr_array_index (fields, i))->path);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  YsKind kind;
  const char *body;
  const char *fields;
} lists[] = {
  { YS_KIND_RECEIVED, "{'confirmed_by':'电话'}", "on confirmed_by" },
  { YS_KIND_RECEIVED,
    "{'channel':'post','submitted_on':'2026-11-02','applicant':{'class':'person','name':'甲'},"
    "'joint':[{'class':'person','name':'乙'}],'request':{'title':'t','description':'d',"
    "'form':'paper','delivery':'post'}}",
    "on channel submitted_on arrived_via taken_by applicant.class applicant.name applicant.id_type "
    "applicant.id_number applicant.phone applicant.email applicant.address applicant.postcode "
    "joint joint.0.class joint.0.name joint.0.id_type joint.0.id_number joint.0.phone joint.0.email "
    "joint.0.address joint.0.postcode request.title request.description request.document_number "
    "request.form request.delivery suggested_publication" },
  { YS_KIND_EXTENSION_GRANTED, "{'days':20,'reason':'r'}", "on days reason approver" },
  { YS_KIND_REPLIED, "{'outcome':'granted','ground':'36-2','sent_by':'post'}",
    "on outcome ground earlier reply_number sent_by files" },
  { YS_KIND_NOTED, "{'text':'记'}", "on text" },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (YsEvent) event = make (lists[i].kind, lists[i].body);
      g_autofree char *fields = list (event);

      g_assert_cmpstr (fields, ==, lists[i].fields);
    }
}

#define REQUEST(joint) \
  "{'channel':'post','submitted_on':'2026-11-02','applicant':{'class':'person','name':'甲'}," joint \
  "'request':{'title':'t','description':'d','form':'paper','delivery':'post'}}"

static const struct
{
  YsKind kind;
  const char *body;
  const char *path;
  YsFieldShape shape;
  const char *text;  /* what stands there */
  const char *typed;
  const char *value; /* the typed as JSON */
} shapes[] = {
  { YS_KIND_RECEIVED, REQUEST ("'joint':[{'class':'legal','name':'乙','phone':'1'},{'class':'other','name':'丙'}],"),
    "joint", YS_SHAPE_PEOPLE, "乙\n丙\n", "丁\n 乙 \n",
    "[{'class':'person','name':'丁'},{'class':'legal','name':'乙','phone':'1'}]" },
  { YS_KIND_RECEIVED, REQUEST ("'joint':[{'class':'person','name':'乙'}],"), "joint", YS_SHAPE_PEOPLE,
    "乙\n", " \n", "''" },
  { YS_KIND_RECEIVED, REQUEST (""), "joint", YS_SHAPE_PEOPLE, "", "乙\n乙",
    "[{'class':'person','name':'乙'},{'class':'person','name':'乙'}]" },
  { YS_KIND_EXTENSION_GRANTED, "{'days':20,'reason':'r'}", "days", YS_SHAPE_NUMBER, "20", "15",
    "15" },
  { YS_KIND_EXTENSION_GRANTED, "{'days':20,'reason':'r'}", "days", YS_SHAPE_NUMBER, "20", "1.5",
    "'1.5'" },
  { YS_KIND_EXTENSION_GRANTED, "{'days':20,'reason':'r'}", "on", YS_SHAPE_DAY, "2026-11-02",
    "2026-11-03", "'2026-11-03'" },
  { YS_KIND_EXTENSION_GRANTED, "{'days':20,'reason':'r'}", "approver", YS_SHAPE_TEXT, "", "15",
    "'15'" },
  { YS_KIND_FEE_NOTICED, "{'basis':'pages','quantity':31,'amount_fen':1000}", "basis",
    YS_SHAPE_WORD, "pages", "pieces", "'pieces'" },
  { YS_KIND_REPLIED, "{'outcome':'granted','ground':'36-2','sent_by':'post'}", "ground",
    YS_SHAPE_GROUND, "36-2", "36-1", "'36-1'" },
  { YS_KIND_REPLIED, "{'outcome':'granted','ground':'36-2','sent_by':'post'}", "files",
    YS_SHAPE_FILES, "", "sm3:a\nsm3:b\n", "['sm3:a','sm3:b']" },
  { YS_KIND_REPLIED, "{'outcome':'granted','ground':'36-2','sent_by':'post'}", "files",
    YS_SHAPE_FILES, "", "", "''" },
};

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (YsEvent) event = make (shapes[i].kind, shapes[i].body);
      g_autoptr (YsEventField) field = ys_event_find_field (event, shapes[i].path);
      g_autofree char *text = ys_event_get_text (event, shapes[i].path);
      g_autofree char *value = g_strdelimit (g_strdup (shapes[i].value), "'", '"');
      cJSON *read = ys_event_field_read (field, event, shapes[i].typed);
      char *printed = cJSON_PrintUnformatted (read);

      g_assert_nonnull (field);
      g_assert_cmpint (field->shape, ==, shapes[i].shape);
      g_assert_cmpstr (text, ==, shapes[i].text);
      g_assert_cmpstr (printed, ==, value);
      cJSON_free (printed);
      cJSON_Delete (read);
    }
}

static void
test_limits (void)
{
  g_autoptr (YsEvent) event = make (YS_KIND_EXTENSION_GRANTED, "{'days':20,'reason':'r'}");
  g_autoptr (YsEventField) days = ys_event_find_field (event, "days");
  g_autoptr (YsEventField) approver = ys_event_find_field (event, "approver");

  g_assert_cmpint (days->min, ==, 1);
  g_assert_cmpint (days->max, ==, 20);
  g_assert_true (days->required);
  g_assert_false (approver->required);
  g_assert_null (ys_event_find_field (event, "quantity"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-fields/lists", test_lists);
  g_test_add_func ("/event-fields/shapes", test_shapes);
  g_test_add_func ("/event-fields/limits", test_limits);
  return g_test_run ();
}
