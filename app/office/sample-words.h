/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the sample year: invented applicants, what they ask for, documents that an office
 * issues, all as members of JSON bodies. What happens to a request is sample-life.h. */
#pragma once

#include "office/sample-dice.h"
#include "rules/outcome.h"

G_BEGIN_DECLS

/* Room for a telephone number and the closing nul. */
#define YS_SAMPLE_PHONE 16

/* Mostly people, as everywhere. */
YsApplicantClass ys_sample_pick_class (YsDice *dice);

/* Appends an applicant object. Numbers have valid check digits and belong to nobody: no county has
 * the code 149999, no exchange the digits used. @phone gets the number, "" where there is none. */
void ys_sample_add_applicant (GString *out,
                              YsDice *dice,
                              YsApplicantClass klass,
                              char phone[YS_SAMPLE_PHONE]);

/* Appends a request object; @year is the year it is made in. */
void ys_sample_add_request (
  GString *out, YsDice *dice, int year, const char *form, const char *delivery);

/* Appends the members of an issued rule or normative document, without braces. */
void ys_sample_add_document (GString *out, YsDice *dice, gboolean is_rule, int year, int number);

/* Name of a firm of lawyers, of a unit that is asked to search or to give an opinion, and of a
 * third party. */
void ys_sample_add_lawyer (GString *out, YsDice *dice);
const char *ys_sample_pick_unit (YsDice *dice);
void ys_sample_add_third_party (GString *out, YsDice *dice);

G_END_DECLS
