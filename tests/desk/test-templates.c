/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builds the widget of every template that the program carries, and sees it go again. What the
 * widgets do is tested beside them. */
#include <adwaita.h>

#include "desk/annual/annual-page.h"
#include "desk/annual/figure-panel.h"
#include "desk/annual/table2-form.h"
#include "desk/approvals/approval-facts.h"
#include "desk/approvals/approvals-page.h"
#include "desk/approvals/paper-panel.h"
#include "desk/case/case-page.h"
#include "desk/case/chain-panel.h"
#include "desk/case/clock-card.h"
#include "desk/case/clock-sheet.h"
#include "desk/case/documents.h"
#include "desk/case/facts-column.h"
#include "desk/case/found-places.h"
#include "desk/case/step-form.h"
#include "desk/case/steps.h"
#include "desk/case/timeline-row.h"
#include "desk/case/timeline.h"
#include "desk/cases/cases-page.h"
#include "desk/paper/page-text-pane.h"
#include "desk/paper/paper-page.h"
#include "desk/register/applicant-box.h"
#include "desk/register/applicant-panel.h"
#include "desk/register/attachment-list.h"
#include "desk/register/day-entry.h"
#include "desk/register/likeness-panel.h"
#include "desk/register/period-card.h"
#include "desk/register/receipt-panel.h"
#include "desk/register/register-form.h"
#include "desk/register/register-page.h"
#include "desk/register/request-panel.h"
#include "desk/remind/remind-bell.h"
#include "desk/settings/appearance-page.h"
#include "desk/settings/approval-page.h"
#include "desk/settings/calendar-page.h"
#include "desk/settings/docket-page.h"
#include "desk/settings/entry-form.h"
#include "desk/settings/key-page.h"
#include "desk/settings/long-work.h"
#include "desk/settings/people-page.h"
#include "desk/settings/reminders-page.h"
#include "desk/settings/safety-page.h"
#include "desk/start/start-page.h"
#include "desk/today/today-page.h"
#include "desk/widgets/key-question.h"
#include "desk/widgets/sign-in.h"
#include "desk/window.h"

#include <string.h>

#define ROOT "/cn/yishen/Yishen"
#define SECONDS_MAX 60

/* In the order of the folders of ui/. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} templates[] = {
  { "YsWindow", ys_window_get_type },
  { "YsAnnualPage", ys_annual_page_get_type },
  { "YsFigurePanel", ys_figure_panel_get_type },
  { "YsTable2Form", ys_table2_form_get_type },
  { "YsApprovalFacts", ys_approval_facts_get_type },
  { "YsApprovalsPage", ys_approvals_page_get_type },
  { "YsPaperPanel", ys_paper_panel_get_type },
  { "YsCasePage", ys_case_page_get_type },
  { "YsChainPanel", ys_chain_panel_get_type },
  { "YsClockCard", ys_clock_card_get_type },
  { "YsClockSheet", ys_clock_sheet_get_type },
  { "YsDocuments", ys_documents_get_type },
  { "YsFactsColumn", ys_facts_column_get_type },
  { "YsFoundPlaces", ys_found_places_get_type },
  { "YsStepForm", ys_step_form_get_type },
  { "YsSteps", ys_steps_get_type },
  { "YsTimeline", ys_timeline_get_type },
  { "YsTimelineRow", ys_timeline_row_get_type },
  { "YsCasesPage", ys_cases_page_get_type },
  { "YsPageTextPane", ys_page_text_pane_get_type },
  { "YsPaperPage", ys_paper_page_get_type },
  { "YsApplicantBox", ys_applicant_box_get_type },
  { "YsApplicantPanel", ys_applicant_panel_get_type },
  { "YsAttachmentList", ys_attachment_list_get_type },
  { "YsDayEntry", ys_day_entry_get_type },
  { "YsLikenessPanel", ys_likeness_panel_get_type },
  { "YsPeriodCard", ys_period_card_get_type },
  { "YsReceiptPanel", ys_receipt_panel_get_type },
  { "YsRegisterForm", ys_register_form_get_type },
  { "YsRegisterPage", ys_register_page_get_type },
  { "YsRequestPanel", ys_request_panel_get_type },
  { "YsRemindBell", ys_remind_bell_get_type },
  { "YsAppearancePage", ys_appearance_page_get_type },
  { "YsApprovalPage", ys_approval_page_get_type },
  { "YsCalendarPage", ys_calendar_page_get_type },
  { "YsDocketPage", ys_docket_page_get_type },
  { "YsEntryForm", ys_entry_form_get_type },
  { "YsKeyPage", ys_key_page_get_type },
  { "YsLongWork", ys_long_work_get_type },
  { "YsPeoplePage", ys_people_page_get_type },
  { "YsRemindersPage", ys_reminders_page_get_type },
  { "YsSafetyPage", ys_safety_page_get_type },
  { "YsStartPage", ys_start_page_get_type },
  { "YsTodayPage", ys_today_page_get_type },
  { "YsKeyQuestion", ys_key_question_get_type },
  { "YsSignIn", ys_sign_in_get_type },
};

/* Adds to @found what the resources below @folder are templates of. */
static void
list_templates (const char *folder, GHashTable *found)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names
    = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_build_path ("/", folder, *name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GMatchInfo) match = NULL;
      g_autoptr (GRegex) regex = g_regex_new ("<template class=\"(\\w+)\"", 0, 0, NULL);

      if (g_str_has_suffix (*name, "/"))
        list_templates (path, found);
      if (!g_str_has_suffix (*name, ".ui"))
        continue;
      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_assert_no_error (error);
      if (g_regex_match_full (regex, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), 0, 0, &match, NULL))
        g_hash_table_add (found, g_match_info_fetch (match, 1));
    }
}

static void
test_all_are_listed (void)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer left;

  list_templates (ROOT, found);
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (!g_hash_table_remove (found, templates[i].name))
      g_test_fail_printf ("no template is of %s", templates[i].name);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &left, NULL))
    g_test_fail_printf ("%s is missing in the table of this test", (const char *) left);
}

static gboolean
too_late_cb (gpointer data)
{
  g_error ("a widget is still held after %d seconds", SECONDS_MAX);
  return G_SOURCE_REMOVE;
}

static void
test_build (gconstpointer data)
{
  GType (*get_type) (void) = *(GType (*const *) (void)) data;
  GtkWidget *widget = g_object_new (get_type (), NULL);
  gpointer left = widget;
  guint timer;

  g_assert_nonnull (gtk_widget_get_first_child (widget));
  g_object_add_weak_pointer (G_OBJECT (widget), &left);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  else
    {
      g_object_ref_sink (widget);
      g_object_unref (widget);
    }
  /* Some ask a thread or a program when they are made, and are held until the answer comes. */
  timer = g_timeout_add_seconds (SECONDS_MAX, too_late_cb, NULL);
  while (left != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/templates/all-are-listed", test_all_are_listed);
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = g_strconcat ("/templates/build/", templates[i].name, NULL);
      g_test_add_data_func (path, &templates[i].get_type, test_build);
    }
  return g_test_run ();
}
