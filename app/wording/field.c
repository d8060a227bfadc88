/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two tables: names of fields, and the group of words that a field of a kind takes its value from. */
#include "wording/field.h"

#include "rules/outcome.h"
#include "wording/explain.h"
#include "wording/i18n.h"
#include "wording/word.h"
#include "wording/yuan.h"

#include <string.h>

static const char *const names[][2] = {
  { "on", N_ ("date") },
  { "channel", N_ ("channel") },
  { "submitted_on", N_ ("submitted on") },
  { "applicant.class", N_ ("class of applicant") },
  { "applicant.name", N_ ("name") },
  { "applicant.id_type", N_ ("kind of document") },
  { "applicant.id_number", N_ ("document number") },
  { "applicant.phone", N_ ("telephone") },
  { "applicant.email", N_ ("e-mail") },
  { "applicant.address", N_ ("address") },
  { "applicant.postcode", N_ ("postcode") },
  { "joint", N_ ("joint applicants (one name a line)") },
  { "request.title", N_ ("title of the request") },
  { "request.description", N_ ("information asked for") },
  { "request.document_number", N_ ("document number asked for") },
  { "request.form", N_ ("form of provision") },
  { "request.delivery", N_ ("way of delivery") },
  { "agent.name", N_ ("agent") },
  { "taken_by", N_ ("taken down by") },
  { "confirmed_by", N_ ("confirmed by") },
  { "points", N_ ("points to correct") },
  { "until", N_ ("until") },
  { "description", N_ ("description") },
  { "name", N_ ("name") },
  { "with", N_ ("who is asked") },
  { "opinion", N_ ("opinion") },
  { "unit", N_ ("unit") },
  { "where", N_ ("where it was searched") },
  { "terms", N_ ("search terms") },
  { "result", N_ ("result") },
  { "days", N_ ("working days") },
  { "reason", N_ ("reason") },
  { "approver", N_ ("consent of") },
  { "basis", N_ ("basis of the fee") },
  { "quantity", N_ ("quantity") },
  { "amount_fen", N_ ("amount in yuan") },
  { "to", N_ ("handler or other case") },
  { "outcome", N_ ("outcome") },
  { "ground", N_ ("ground") },
  { "earlier", N_ ("earlier case") },
  { "reply_number", N_ ("reply number") },
  { "text", N_ ("text") },
  { "sent_by", N_ ("way of sending") },
  { "comment", N_ ("comment") },
  { "as", N_ ("role in it") },
  { "by", N_ ("sent or signed for by") },
  { "tracking", N_ ("tracking number") },
  { "served_on", N_ ("papers received on") },
  { "body", N_ ("deciding authority") },
  { "role", N_ ("what it is") },
  { "file_no", N_ ("file number") },
  { "retention", N_ ("retention") },
  { "agency", N_ ("agency") },
  { "arrived_via", N_ ("arrived through") },
  { "suggested_publication", N_ ("publication suggested") },
  { "files", N_ ("files") },
  { "for", N_ ("what is to be approved") },
  { "pages", N_ ("pages") },
  { "media_type", N_ ("kind of file") },
  { "procedure", N_ ("procedure") },
  { "route", N_ ("kind of remedy") },
  { "ref", N_ ("reference") },
  { "system", N_ ("system it came by") },
  { "number", N_ ("number there") },
};

/* The first that fits; YS_KIND_UNKNOWN fits every kind. */
static const struct
{
  const char *path;
  YsKind kind;
  const char *group;
} groups[] = {
  { "request.form", YS_KIND_UNKNOWN, "form" },
  { "request.delivery", YS_KIND_UNKNOWN, "delivery" },
  { "with", YS_KIND_UNKNOWN, "with" },
  { "opinion", YS_KIND_REVIEWED, "verdict" },
  { "opinion", YS_KIND_UNKNOWN, "opinion" },
  { "result", YS_KIND_REVIEW_DECIDED, "decision" },
  { "result", YS_KIND_UNKNOWN, "result" },
  { "basis", YS_KIND_UNKNOWN, "basis" },
  { "as", YS_KIND_LINKED, "link" },
  { "as", YS_KIND_REVIEW_OPENED, "capacity" },
  { "as", YS_KIND_UNKNOWN, "as" },
  { "for", YS_KIND_UNKNOWN, "for" },
  { "sent_by", YS_KIND_UNKNOWN, "sent_by" },
  { "by", YS_KIND_DISPATCHED, "sent_by" },
  { "route", YS_KIND_UNKNOWN, "route" },
  { "procedure", YS_KIND_UNKNOWN, "procedure" },
  { "role", YS_KIND_UNKNOWN, "role" },
  { "retention", YS_KIND_UNKNOWN, "retention" },
  { "outcome", YS_KIND_CLOSED, "outcome" },
};

static const char *
find_name (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], path))
      return _(names[i][1]);
  return NULL;
}

char *
ys_field_name (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  const char *name = find_name (path);
  const char *last = strrchr (path, '.');
  g_autofree char *of_applicant = NULL;

  if (name != NULL || last == NULL)
    return g_strdup (name != NULL ? name : path);
  if (!g_str_has_prefix (path, "joint."))
    return g_strdup (find_name (last + 1) != NULL ? find_name (last + 1) : path);
  of_applicant = g_strconcat ("applicant", last, NULL);
  name = find_name (of_applicant);
  /* Translators: which of the joint applicants, and a field of theirs. */
  return g_strdup_printf (_("joint applicant %1$d: %2$s"),
                          (int) g_ascii_strtoll (path + strlen ("joint."), NULL, 10) + 1,
                          name != NULL ? name : path);
}

const char *
ys_field_word_name (YsKind kind, const char *path, const char *word)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (g_str_equal (path, "channel"))
    return ys_name_channel (word);
  if (g_str_has_suffix (path, ".class"))
    {
      const char *name = ys_name_class (ys_applicant_class_from_id (word));
      return name != NULL ? name : word;
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].path, path)
        && (groups[i].kind == kind || groups[i].kind == YS_KIND_UNKNOWN))
      return ys_word_name (groups[i].group, word);
  return word;
}

gboolean
ys_field_is_amount (const char *path)
{
  return g_strcmp0 (path, "amount_fen") == 0;
}

static char *
describe_ground (const char *ground)
{
  const char *article = ys_ground_get_article (ground);
  const char *says = ys_ground_describe (ground);

  return article != NULL && says != NULL ? g_strdup_printf ("%s · %s", article, says)
                                         : g_strdup (says != NULL ? says : ground);
}

static char *
describe_files (const char *lines)
{
  int n = 0;

  for (const char *p = lines; *p != '\0'; p++)
    n += *p == '\n';
  return g_strdup_printf (ngettext ("%d file", "%d files", (gulong) n), n);
}

static char *
describe_people (const char *lines)
{
  g_auto (GStrv) people = g_strsplit (lines, "\n", -1);
  GString *text = g_string_new (NULL);

  for (char **person = people; *person != NULL; person++)
    if (**person != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? C_ ("list", ", ") : "", *person);
  return g_string_free (text, FALSE);
}

char *
ys_field_describe (const YsEventField *field, YsKind kind, const char *text)
{
  g_return_val_if_fail (field != NULL && text != NULL, NULL);

  const char *name = NULL;

  if (*text == '\0')
    return g_strdup ("—");
  switch (field->shape)
    {
    case YS_SHAPE_WORD:
      name = ys_field_word_name (kind, field->path, text);
      break;
    case YS_SHAPE_OUTCOME:
      name = ys_name_outcome (ys_outcome_from_id (text));
      break;
    case YS_SHAPE_GROUND:
      return describe_ground (text);
    case YS_SHAPE_FILES:
      return describe_files (text);
    case YS_SHAPE_PEOPLE:
      return describe_people (text);
    case YS_SHAPE_FLAG:
      return g_strdup (g_str_equal (text, "true") ? _("yes") : _("no"));
    case YS_SHAPE_NUMBER:
      if (ys_field_is_amount (field->path))
        return ys_yuan_format (g_ascii_strtoll (text, NULL, 10));
      break;
    default:
      break;
    }
  return g_strdup (name != NULL ? name : text);
}
