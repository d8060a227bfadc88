/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One function a group. */
#include "desk/case/case-facts.h"

#include "desk/case/applicant-mask.h"
#include "desk/case/words.h"
#include "desk/widgets/row-words.h"
#include "wording/explain.h"
#include "wording/i18n.h"

static void
fact_free (gpointer data)
{
  YsCaseFact *self = data;

  g_free (self->value);
  g_free (self);
}

/* Takes @value. */
static void
take (GPtrArray *facts, const char *name, char *value)
{
  YsCaseFact *fact;

  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return;
    }
  fact = g_new0 (YsCaseFact, 1);
  fact->name = name;
  fact->value = value;
  g_ptr_array_add (facts, fact);
}

static void
add (GPtrArray *facts, const char *name, const char *value)
{
  take (facts, name, g_strdup (value));
}

static void
add_day (GPtrArray *facts, const char *name, YsDay day)
{
  if (day != YS_DAY_NONE)
    take (facts, name, ys_day_with_weekday (day));
}

/* --- applicant ------------------------------------------------------------------------------- */

static void
add_numbers (GPtrArray *facts, const YsEvent *receipt, gboolean revealed)
{
  static const struct
  {
    const char *path;
    const char *name;
    int first, last;
  } numbers[] = {
    { "applicant.id_number", NC_ ("applicant", "Document"), 4, 4 },
    { "applicant.phone", NC_ ("applicant", "Telephone"), 3, 4 },
    { "applicant.address", NC_ ("applicant", "Address"), 5, 0 },
    { "applicant.postcode", NC_ ("applicant", "Postcode"), 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const char *value = ys_event_get_string (receipt, numbers[i].path);

      if (value != NULL)
        take (facts, g_dpgettext2 (GETTEXT_PACKAGE, "applicant", numbers[i].name),
              revealed ? g_strdup (value)
                       : ys_mask_number (value, numbers[i].first, numbers[i].last));
    }
}

static void
add_name (GPtrArray *facts, const char *label, const char *name, gboolean revealed)
{
  if (name != NULL)
    take (facts, label, revealed ? g_strdup (name) : ys_mask_name (name));
}

static void
list_applicant (GPtrArray *facts, const YsCaseView *view, gboolean revealed)
{
  const YsEvent *receipt = view->receipt;
  const YsCasefile *casefile = view->casefile;
  const char *email = receipt != NULL ? ys_event_get_string (receipt, "applicant.email") : NULL;

  add_name (facts, C_ ("applicant", "Name"), casefile->applicant, revealed);
  if (casefile->joint > 0)
    take (facts, _("Jointly with"),
          g_strdup_printf (ngettext ("%d more", "%d more", (gulong) casefile->joint),
                           casefile->joint));
  if (receipt != NULL)
    add_numbers (facts, receipt, revealed);
  if (email != NULL)
    take (facts, _("E-mail"), revealed ? g_strdup (email) : ys_mask_email (email));
  add (facts, C_ ("applicant", "Class"), ys_name_class (casefile->klass));
  if (receipt != NULL)
    add_name (facts, _("Agent"), ys_event_get_string (receipt, "agent.name"), revealed);
}

/* --- request and receipt --------------------------------------------------------------------- */

static void
list_request (GPtrArray *facts, const YsCaseView *view)
{
  const YsEvent *receipt = view->receipt;

  add (facts, _("Number asked for"), view->casefile->document_number);
  if (receipt == NULL)
    return;
  add (facts, C_ ("request", "Form"),
       ys_word_name ("form", ys_event_get_string (receipt, "request.form")));
  add (facts, C_ ("request", "Delivery"),
       ys_word_name ("delivery", ys_event_get_string (receipt, "request.delivery")));
}

static void
list_receipt (GPtrArray *facts, const YsCaseView *view)
{
  const YsCasefile *casefile = view->casefile;

  take (facts, C_ ("case", "Number"), ys_words_number (casefile->id));
  add (facts, _("Channel"), ys_name_channel (casefile->channel));
  if (casefile->submitted_on != casefile->received_on)
    add_day (facts, _("Submitted"), casefile->submitted_on);
  if (casefile->arrived_on != casefile->received_on)
    add_day (facts, _("Arrived"), casefile->arrived_on);
  add_day (facts, _("Received"), casefile->received_on);
  if (view->receipt == NULL)
    return;
  add (facts, _("Registered by"), ys_case_view_name_actor (view, view->receipt->actor));
  add (facts, _("Number elsewhere"), ys_event_get_string (view->receipt, "external.0.number"));
}

GPtrArray *
ys_case_facts_list (const YsCaseView *view, YsFactsGroup group, gboolean revealed)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  g_return_val_if_fail (view != NULL, facts);
  switch (group)
    {
    case YS_FACTS_APPLICANT:
      list_applicant (facts, view, revealed);
      break;
    case YS_FACTS_REQUEST:
      list_request (facts, view);
      break;
    case YS_FACTS_RECEIPT:
      list_receipt (facts, view);
      break;
    default:
      break;
    }
  return facts;
}
