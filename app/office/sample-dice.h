/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsDice: chance for the sample year, the same for the same seed with every GLib (GRand obeys an
 * environment variable). Not for anything that must not be guessed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state;
} YsDice;

/* SplitMix64 (Steele, Lea, Flood 2014). */
static inline guint64
ys_dice_throw (YsDice *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* 0 … @n - 1 */
static inline guint
ys_dice_below (YsDice *self, guint n)
{
  return (guint) (((ys_dice_throw (self) >> 32) * n) >> 32);
}

/* @low … @high, both included */
static inline int
ys_dice_between (YsDice *self, int low, int high)
{
  return low + (int) ys_dice_below (self, (guint) (high - low + 1));
}

/* TRUE @per_mille times out of a thousand. */
static inline gboolean
ys_dice_chance (YsDice *self, guint per_mille)
{
  return ys_dice_below (self, 1000) < per_mille;
}

/* An index of @weights, in their proportion. */
static inline guint
ys_dice_weighted (YsDice *self, const guint *weights, guint n)
{
  guint total = 0;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    total += weights[i];

  guint rest = ys_dice_below (self, total);
  while (at + 1 < n && rest >= weights[at])
    rest -= weights[at++];
  return at;
}

#define ys_dice_pick(dice, table) ((table)[ys_dice_below ((dice), G_N_ELEMENTS (table))])

G_END_DECLS
