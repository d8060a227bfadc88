/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forms that the page of people opens, and the words for a person. Each form is presented by
 * whoever asks for it. */
#pragma once

#include "desk/settings/entry-form.h"

G_BEGIN_DECLS

/* The first keeper, which closes the docket for good. */
YsEntryForm *ys_people_form_keeper (GtkWidget *from, YsContext *context);
YsEntryForm *ys_people_form_enrol (GtkWidget *from, YsContext *context);
YsEntryForm *ys_people_form_deputy (GtkWidget *from, YsContext *context, const YsPerson *person);
YsEntryForm *ys_people_form_leave (GtkWidget *from, YsContext *context, const YsPerson *person);
/* Shows the fingerprint that the person must see too. */
YsEntryForm *ys_people_form_confirm_key (GtkWidget *from, YsContext *context,
                                         const YsPerson *person);

/* "officer, head", or "no role". (transfer full) */
char *ys_people_name_roles (const YsPerson *person);
const char *ys_people_name_key (const YsPerson *person);
/* "Wang Min from 2026-12-01 to 2026-12-05", or NULL. (transfer full) */
char *ys_people_name_deputy (const YsStaff *staff, const YsPerson *person);

G_END_DECLS
