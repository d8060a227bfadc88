/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days as the case page writes them. */
#include "desk/case/words.h"

#include "desk/widgets/row-words.h"

#include <string.h>

char *
ys_day_with_weekday (YsDay day)
{
  char iso[YS_DAY_TEXT];

  if (day == YS_DAY_NONE)
    return g_strdup ("—");
  return g_strdup_printf ("%s %s", ys_day_format (day, iso), ys_words_weekday (day));
}

char *
ys_day_short (YsDay day, YsDay today)
{
  char iso[YS_DAY_TEXT];

  if (day == YS_DAY_NONE)
    return g_strdup ("—");
  ys_day_format (day, iso);
  return g_strdup (ys_day_year (day) == ys_day_year (today) ? iso + strlen ("YYYY-") : iso);
}
