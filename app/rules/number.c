/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Case numbers. */
#include "rules/number.h"

#include "rules/event.h"

/* Nine digits are what an id may have (ys_case_id_is_valid). */
#define NUMBER_MAX 999999999

gboolean
ys_number_split (const char *id, int *year, int *number)
{
  if (!ys_case_id_is_valid (id))
    return FALSE;

  if (year != NULL)
    *year = (int) g_ascii_strtoll (id, NULL, 10);
  if (number != NULL)
    *number = (int) g_ascii_strtoll (id + 5, NULL, 10);
  return TRUE;
}

char *
ys_number_next (int year, const char *last)
{
  int last_year = year;
  int number = 0;

  if (last != NULL && (!ys_number_split (last, &last_year, &number) || last_year != year))
    g_return_val_if_reached (NULL);
  if (number >= NUMBER_MAX)
    return NULL;
  return g_strdup_printf ("%04d-%04d", year, number + 1);
}

int
ys_number_compare (const char *a, const char *b)
{
  int year_a = 0, year_b = 0, number_a = 0, number_b = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  ys_number_split (a, &year_a, &number_a);
  ys_number_split (b, &year_b, &number_b);
  if (year_a != year_b)
    return year_a < year_b ? -1 : 1;
  if (number_a != number_b)
    return number_a < number_b ? -1 : 1;
  return g_strcmp0 (a, b);
}
