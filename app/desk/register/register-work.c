/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A draft becomes a request and a case. Never on the main thread. */
#include "desk/register/register-work.h"

#include "desk/register/day-reading.h"
#include "desk/register/receipt.h"
#include "desk/register/request-check.h"
#include "desk/widgets/row-words.h"
#include "office/deliver.h"
#include "office/lists.h"
#include "office/register.h"
#include "wording/i18n.h"

void
ys_registered_free (YsRegistered *self)
{
  g_free (self->id);
  g_free (self->applicant);
  g_free (self->title);
  g_free (self->channel);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* --- the request ------------------------------------------------------------------------------- */

/* NULL for what was not typed. Trims in place: the draft is the work's own. */
static const char *
get_typed (char *text)
{
  g_strstrip (text);
  return *text != '\0' ? text : NULL;
}

static YsApplicant
make_applicant (YsApplicantDraft *draft)
{
  const char *number = get_typed (draft->id_number);

  return (YsApplicant) {
    .klass = draft->klass,
    .name = get_typed (draft->name),
    .id_type = number != NULL ? get_typed (draft->id_type) : NULL,
    .id_number = number,
    .phone = get_typed (draft->phone),
    .email = get_typed (draft->email),
    .address = get_typed (draft->address),
    .postcode = get_typed (draft->postcode),
  };
}

static GArray *
make_joint (const YsRequestDraft *draft)
{
  GArray *joint = g_array_new (FALSE, FALSE, sizeof (YsApplicant));

  for (guint i = 0; i < draft->joint->len; i++)
    {
      YsApplicant applicant = make_applicant (g_ptr_array_index (draft->joint, i));

      g_array_append_val (joint, applicant);
    }
  return joint;
}

static void
fill_number (const YsRequestDraft *draft, YsRequest *request)
{
  if (!ys_channel_has_number (draft->channel))
    return;
  request->external_number = get_typed (draft->number);
  /* The number of a letter needs no name: there is one post. */
  request->external_system
    = g_str_equal (draft->channel, "internet") ? get_typed (draft->system) : "邮政";
}

static char *
register_request (YsSession *session, YsRequestDraft *draft, GError **error)
{
  YsDay today = ys_session_get_today (session);
  YsDay received = ys_day_read (draft->received, today);
  YsDay submitted = ys_channel_has_submission (draft->channel)
                      ? ys_day_read (draft->submitted, today)
                      : received;
  YsDay confirmed = ys_channel_confirms (draft->channel) ? ys_day_read (draft->confirmed, today)
                                                         : YS_DAY_NONE;
  g_autoptr (GArray) joint = make_joint (draft);
  g_autofree char *title = ys_request_find_title (draft);
  YsRequest request = {
    .channel = draft->channel,
    .submitted_on = submitted != YS_DAY_NONE ? submitted : received,
    .taken_by = g_str_equal (draft->channel, "oral") ? get_typed (draft->taken_by) : NULL,
    .applicant = make_applicant (&draft->applicant),
    .joint = (const YsApplicant *) joint->data,
    .n_joint = joint->len,
    .agent = get_typed (draft->agent),
    .title = title,
    .description = get_typed (draft->description),
    .document_number = get_typed (draft->document_number),
    .form = draft->form,
    .delivery = draft->delivery,
    .suggested_publication = draft->suggested_publication,
  };

  if (received == YS_DAY_NONE)
    {
      g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
                           _("The day of receipt is missing."));
      return NULL;
    }
  fill_number (draft, &request);
  return ys_office_register (session, &request, received, confirmed,
                             confirmed != YS_DAY_NONE ? get_typed (draft->confirmed_by) : NULL,
                             error);
}

/* --- what follows ------------------------------------------------------------------------------ */

static gboolean
can_read_files (const YsRequestDraft *draft, GError **error)
{
  for (guint i = 0; i < draft->files->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (g_ptr_array_index (draft->files, i));
      g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

      if (stream == NULL)
        {
          g_autofree char *base = g_file_get_basename (file);
          g_autofree char *name = g_filename_display_name (base);

          g_prefix_error (error, _("Nothing was registered: %s cannot be read. "), name);
          return FALSE;
        }
    }
  return TRUE;
}

static void
add_problem (YsRegistered *self, const char *what, const GError *error)
{
  /* Translators: a file, a handler or a case, and what went wrong with it. */
  g_ptr_array_add (self->problems, g_strdup_printf (C_ ("problem", "%1$s: %2$s"), what, error->message));
}

static void
attach_files (YsSession *session, const YsRequestDraft *draft, YsRegistered *done)
{
  YsDay today = ys_session_get_today (session);

  for (guint i = 0; i < draft->files->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = g_file_new_for_uri (g_ptr_array_index (draft->files, i));
      g_autofree char *digest = ys_office_attach (session, done->id, today, file, "request",
                                                  &error);
      g_autofree char *name = NULL;

      if (digest != NULL)
        {
          done->files++;
          continue;
        }
      name = g_file_get_parse_name (file);
      add_problem (done, name, error);
    }
}

static gboolean
record_choice (YsSession *session, const char *id, const YsTwin *twin, GError **error)
{
  YsDay today = ys_session_get_today (session);
  g_autofree char *number = ys_words_number (twin->id);
  g_autofree char *text = NULL;

  switch (twin->choice)
    {
    case YS_TWIN_DUPLICATE:
      return ys_office_link (session, id, today, twin->id, "duplicate", NULL, error);
    case YS_TWIN_DIFFERENT:
      text = g_strdup_printf (_("Compared with case %s: not the same information."), number);
      return ys_office_note (session, id, today, text, error);
    case YS_TWIN_GO_ON:
      text = g_strdup_printf (_("Like case %s of the same applicant; registered all the same."),
                              number);
      return ys_office_note (session, id, today, text, error);
    case YS_TWIN_UNDECIDED:
    default:
      return TRUE;
    }
}

static void
record_choices (YsSession *session, const YsRequestDraft *draft, YsRegistered *done)
{
  for (guint i = 0; i < draft->twins->len; i++)
    {
      const YsTwin *twin = g_ptr_array_index (draft->twins, i);
      g_autoptr (GError) error = NULL;

      if (!record_choice (session, done->id, twin, &error))
        add_problem (done, twin->id, error);
    }
}

/* For the slip. */
static void
take_facts (YsSession *session, const YsRequestDraft *draft, YsRegistered *done)
{
  done->applicant = g_strdup (draft->applicant.name);
  done->joint = (int) draft->joint->len;
  done->title = ys_request_find_title (draft);
  done->channel = g_strdup (draft->channel);
  done->received = ys_day_read (draft->received, ys_session_get_today (session));
  if (ys_channel_confirms (draft->channel) && *draft->confirmed != '\0')
    done->received = ys_day_read (draft->confirmed, ys_session_get_today (session));
}

gpointer
ys_register_work (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  YsRequestDraft *draft = input;
  g_autoptr (YsRegistered) done = NULL;
  g_autoptr (YsIndexRow) row = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *id = NULL;

  if (!can_read_files (draft, error))
    return NULL;
  id = register_request (session, draft, error);
  if (id == NULL)
    return NULL;

  done = g_new0 (YsRegistered, 1);
  done->id = g_steal_pointer (&id);
  done->problems = g_ptr_array_new_with_free_func (g_free);
  take_facts (session, draft, done);
  if (get_typed (draft->handler) != NULL
      && !ys_office_assign (session, done->id, ys_session_get_today (session), draft->handler,
                            &local))
    add_problem (done, draft->handler, local);
  attach_files (session, draft, done);
  record_choices (session, draft, done);

  /* A broken index takes nothing from the case that stands; the toast then tells no day. */
  row = ys_office_get_row (session, done->id, NULL);
  done->due = row != NULL ? row->due : YS_DAY_NONE;
  return g_steal_pointer (&done);
}
