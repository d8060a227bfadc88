/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drafts as values and as JSON. Two tables of members serve making, freeing, writing and reading. */
#include "desk/register/request-draft.h"

#include "wording/i18n.h"

#include <cjson/cJSON.h>
#include <gio/gio.h>

typedef struct
{
  const char *name;
  gsize offset;
} Member;

static const Member applicant_members[] = {
#define M(n) { #n, G_STRUCT_OFFSET (YsApplicantDraft, n) }
  M (name), M (id_type), M (id_number), M (phone), M (email), M (address), M (postcode),
#undef M
};

static const Member members[] = {
#define M(n) { #n, G_STRUCT_OFFSET (YsRequestDraft, n) }
  M (agent), M (title), M (description), M (document_number), M (form), M (delivery), M (channel),
  M (submitted), M (received), M (confirmed), M (confirmed_by), M (taken_by), M (system),
  M (number), M (handler),
#undef M
};

static const char *const choices[] = {
  [YS_TWIN_UNDECIDED] = "undecided",
  [YS_TWIN_DUPLICATE] = "duplicate",
  [YS_TWIN_DIFFERENT] = "different",
  [YS_TWIN_GO_ON] = "go-on",
};

#define DRAFT_VERSION 1

static char **
get_member (gconstpointer record, const Member *member)
{
  return (char **) ((char *) record + member->offset);
}

void
ys_draft_set (char **member, const char *value)
{
  char *copy = g_strdup (value != NULL ? value : "");

  g_free (*member);
  *member = copy;
}

/* --- making and freeing ------------------------------------------------------------------------ */

static void
init_applicant (YsApplicantDraft *self)
{
  self->klass = YS_CLASS_PERSON;
  for (guint i = 0; i < G_N_ELEMENTS (applicant_members); i++)
    *get_member (self, &applicant_members[i]) = g_strdup ("");
}

void
ys_applicant_draft_clear (YsApplicantDraft *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (applicant_members); i++)
    g_clear_pointer (get_member (self, &applicant_members[i]), g_free);
}

YsApplicantDraft *
ys_applicant_draft_new (void)
{
  YsApplicantDraft *self = g_new0 (YsApplicantDraft, 1);

  init_applicant (self);
  return self;
}

void
ys_applicant_draft_free (YsApplicantDraft *self)
{
  ys_applicant_draft_clear (self);
  g_free (self);
}

YsTwin *
ys_twin_new (const char *id, YsTwinChoice choice)
{
  YsTwin *self = g_new0 (YsTwin, 1);

  self->id = g_strdup (id);
  self->choice = choice;
  return self;
}

void
ys_twin_free (YsTwin *self)
{
  g_free (self->id);
  g_free (self);
}

YsRequestDraft *
ys_request_draft_new (void)
{
  YsRequestDraft *self = g_new0 (YsRequestDraft, 1);

  init_applicant (&self->applicant);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    *get_member (self, &members[i]) = g_strdup ("");
  self->joint = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_applicant_draft_free);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->twins = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_twin_free);
  return self;
}

YsRequestDraft *
ys_request_draft_new_fresh (YsDay today, const char *handler)
{
  YsRequestDraft *self = ys_request_draft_new ();
  char iso[YS_DAY_TEXT];

  ys_draft_set (&self->channel, "in-person");
  ys_draft_set (&self->form, "paper");
  ys_draft_set (&self->delivery, "post");
  ys_draft_set (&self->received, ys_day_format (today, iso));
  ys_draft_set (&self->handler, handler);
  return self;
}

void
ys_request_draft_free (YsRequestDraft *self)
{
  ys_applicant_draft_clear (&self->applicant);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_free (*get_member (self, &members[i]));
  g_ptr_array_unref (self->joint);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->twins);
  g_free (self);
}

gboolean
ys_request_draft_is_blank (const YsRequestDraft *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  /* The choices of the lists stand there before anybody chose them; days are filled in too. */
  const char *typed[] = { self->agent, self->title, self->description, self->document_number,
                          self->confirmed_by, self->taken_by, self->system, self->number };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    if (*typed[i] != '\0')
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (applicant_members); i++)
    if (applicant_members[i].offset != G_STRUCT_OFFSET (YsApplicantDraft, id_type)
        && **get_member (&self->applicant, &applicant_members[i]) != '\0')
      return FALSE;
  return self->joint->len == 0 && self->files->len == 0;
}

/* --- writing ------------------------------------------------------------------------------------- */

static cJSON *
write_applicant (const YsApplicantDraft *self)
{
  cJSON *json = cJSON_CreateObject ();

  cJSON_AddStringToObject (json, "class", ys_applicant_class_get_id (self->klass));
  for (guint i = 0; i < G_N_ELEMENTS (applicant_members); i++)
    cJSON_AddStringToObject (json, applicant_members[i].name,
                             *get_member (self, &applicant_members[i]));
  return json;
}

char *
ys_request_draft_write (const YsRequestDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  cJSON *json = cJSON_CreateObject ();
  cJSON *list;
  char *printed;
  char *text;

  cJSON_AddNumberToObject (json, "draft", DRAFT_VERSION);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    cJSON_AddStringToObject (json, members[i].name, *get_member (self, &members[i]));
  cJSON_AddBoolToObject (json, "suggested_publication", self->suggested_publication);
  cJSON_AddItemToObject (json, "applicant", write_applicant (&self->applicant));
  list = cJSON_AddArrayToObject (json, "joint");
  for (guint i = 0; i < self->joint->len; i++)
    cJSON_AddItemToArray (list, write_applicant (g_ptr_array_index (self->joint, i)));
  list = cJSON_AddArrayToObject (json, "files");
  for (guint i = 0; i < self->files->len; i++)
    cJSON_AddItemToArray (list, cJSON_CreateString (g_ptr_array_index (self->files, i)));
  list = cJSON_AddArrayToObject (json, "twins");
  for (guint i = 0; i < self->twins->len; i++)
    {
      const YsTwin *twin = g_ptr_array_index (self->twins, i);
      cJSON *item = cJSON_CreateObject ();

      cJSON_AddStringToObject (item, "case", twin->id);
      cJSON_AddStringToObject (item, "choice", choices[twin->choice]);
      cJSON_AddItemToArray (list, item);
    }

  printed = cJSON_Print (json);
  text = g_strdup (printed);
  cJSON_free (printed);
  cJSON_Delete (json);
  return text;
}

/* --- reading ------------------------------------------------------------------------------------- */

static const char *
get_text (const cJSON *json, const char *name)
{
  return cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (json, name));
}

static void
read_applicant (const cJSON *json, YsApplicantDraft *self)
{
  const char *name = get_text (json, "class");
  YsApplicantClass klass = name != NULL ? ys_applicant_class_from_id (name) : YS_CLASS_NONE;

  self->klass = klass != YS_CLASS_NONE ? klass : YS_CLASS_PERSON;
  for (guint i = 0; i < G_N_ELEMENTS (applicant_members); i++)
    ys_draft_set (get_member (self, &applicant_members[i]),
                  get_text (json, applicant_members[i].name));
}

static void
read_lists (const cJSON *json, YsRequestDraft *self)
{
  const cJSON *item;

  cJSON_ArrayForEach (item, cJSON_GetObjectItemCaseSensitive (json, "joint"))
    {
      YsApplicantDraft *joint = ys_applicant_draft_new ();

      read_applicant (item, joint);
      g_ptr_array_add (self->joint, joint);
    }
  cJSON_ArrayForEach (item, cJSON_GetObjectItemCaseSensitive (json, "files"))
    if (cJSON_IsString (item))
      g_ptr_array_add (self->files, g_strdup (cJSON_GetStringValue (item)));
  cJSON_ArrayForEach (item, cJSON_GetObjectItemCaseSensitive (json, "twins"))
    {
      const char *id = get_text (item, "case");
      const char *choice = get_text (item, "choice");

      for (guint i = 0; id != NULL && i < G_N_ELEMENTS (choices); i++)
        if (g_strcmp0 (choice, choices[i]) == 0)
          g_ptr_array_add (self->twins, ys_twin_new (id, i));
    }
}

YsRequestDraft *
ys_request_draft_read (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autoptr (YsRequestDraft) self = NULL;
  cJSON *json = g_utf8_validate (text, -1, NULL) ? cJSON_Parse (text) : NULL;

  if (!cJSON_IsObject (json)
      || cJSON_GetNumberValue (cJSON_GetObjectItemCaseSensitive (json, "draft")) != DRAFT_VERSION)
    {
      cJSON_Delete (json);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("The draft that was kept cannot be read."));
      return NULL;
    }

  self = ys_request_draft_new ();
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    ys_draft_set (get_member (self, &members[i]), get_text (json, members[i].name));
  self->suggested_publication
    = cJSON_IsTrue (cJSON_GetObjectItemCaseSensitive (json, "suggested_publication"));
  read_applicant (cJSON_GetObjectItemCaseSensitive (json, "applicant"), &self->applicant);
  read_lists (json, self);
  cJSON_Delete (json);
  return g_steal_pointer (&self);
}
