/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every column has what its usual words need. What is over goes to the content first, and to the
 * columns whose words are sometimes long. */
#include "desk/cases/case-widths.h"

#define CHECK 34
#define LEAST 44

/* Those of the mock, and room for a whole date. */
static const struct
{
  int usual;
  int most;  /* with room to spare */
  int share; /* per cent of what is over */
} columns[YS_N_CASE_COLUMNS] = {
  [YS_CASE_COLUMN_NUMBER] = { 100, 106, 1 },    [YS_CASE_COLUMN_APPLICANT] = { 92, 200, 10 },
  [YS_CASE_COLUMN_TITLE] = { 160, G_MAXINT, 0 }, [YS_CASE_COLUMN_CLASS] = { 88, 130, 3 },
  [YS_CASE_COLUMN_RECEIVED] = { 86, 96, 2 },    [YS_CASE_COLUMN_CHANNEL] = { 66, 80, 2 },
  [YS_CASE_COLUMN_STAGE] = { 112, 190, 10 },   [YS_CASE_COLUMN_HANDLER] = { 68, 110, 4 },
  [YS_CASE_COLUMN_DUE] = { 98, 120, 2 },       [YS_CASE_COLUMN_LEFT] = { 112, 140, 3 },
};

/* Where there is no room for all, these go, in this order, before what is due when has to be
 * scrolled to. */
static const YsCaseColumn give_way[]
  = { YS_CASE_COLUMN_CLASS, YS_CASE_COLUMN_CHANNEL, YS_CASE_COLUMN_RECEIVED };

void
ys_case_widths_init (YsCaseWidths *self)
{
  g_return_if_fail (self != NULL);

  *self = (YsCaseWidths){ .scale = 1 };
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    self->shown[i] = TRUE;
}

static int
scale (const YsCaseWidths *self, int width)
{
  return width == G_MAXINT ? width : (int) (width * self->scale + 0.5);
}

int
ys_case_widths_get_check (const YsCaseWidths *self)
{
  return scale (self, CHECK);
}

int
ys_case_widths_get_least (const YsCaseWidths *self)
{
  return scale (self, LEAST);
}

int
ys_case_widths_share (const YsCaseWidths *self, int room, int widths[YS_N_CASE_COLUMNS])
{
  g_return_val_if_fail (self != NULL && widths != NULL, 0);

  int total = ys_case_widths_get_check (self);
  int over, left;

  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    {
      widths[i] = !self->shown[i] ? 0
                  : self->chosen[i] > 0 ? self->chosen[i]
                                        : scale (self, columns[i].usual);
      total += widths[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (give_way) && total > room; i++)
    if (self->chosen[give_way[i]] == 0)
      {
        total -= widths[give_way[i]];
        widths[give_way[i]] = 0;
      }
  over = left = MAX (room - total, 0);
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    if (widths[i] > 0 && self->chosen[i] == 0 && i != YS_CASE_COLUMN_TITLE)
      {
        int more = MIN (over * columns[i].share / 100, scale (self, columns[i].most) - widths[i]);

        widths[i] += more;
        left -= more;
      }
  /* A width chosen for the content holds too, while there is something to scroll. */
  widths[YS_CASE_COLUMN_TITLE] += left;
  return MAX (total, room);
}
