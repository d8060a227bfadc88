/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes first, the docket or whoever takes it, waits for the other. */
#include "desk/opening.h"

#include "desk/today/today-figures.h"

struct _YsOpening
{
  char *address;
  GCancellable *cancellable;
  GAsyncResult *result; /* NULL until it has come */
  YsOpenedFunc func;    /* NULL until it is taken */
  gpointer user_data;
  gboolean is_abandoned;
};

static void
opening_free (YsOpening *self)
{
  g_clear_object (&self->cancellable);
  g_clear_object (&self->result);
  g_free (self->address);
  g_free (self);
}

static void
hand_over (YsOpening *self)
{
  g_autoptr (GError) error = NULL;
  YsContext *context;

  if (self->result == NULL || (self->func == NULL && !self->is_abandoned))
    return;
  context = ys_context_open_finish (self->result, &error);
  if (self->is_abandoned)
    g_clear_object (&context);
  else
    self->func (context, error, self->cancellable, self->user_data);
  opening_free (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YsOpening *self = user_data;

  self->result = g_object_ref (result);
  hand_over (self);
}

YsOpening *
ys_opening_begin (const char *address, YsDay today)
{
  g_return_val_if_fail (address != NULL && today != YS_DAY_NONE, NULL);

  YsOpening *self = g_new0 (YsOpening, 1);

  self->address = g_strdup (address);
  self->cancellable = g_cancellable_new ();
  ys_context_open_async (address, today, ys_today_figures_read,
                         (GDestroyNotify) ys_today_figures_unref, self->cancellable, opened_cb, self);
  return self;
}

void
ys_opening_abandon (YsOpening *self)
{
  g_return_if_fail (self != NULL && self->func == NULL);

  self->is_abandoned = TRUE;
  g_cancellable_cancel (self->cancellable);
  hand_over (self);
}

const char *
ys_opening_get_address (YsOpening *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->address;
}

GCancellable *
ys_opening_get_cancellable (YsOpening *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->cancellable;
}

void
ys_opening_take (YsOpening *self, YsOpenedFunc func, gpointer user_data)
{
  g_return_if_fail (self != NULL && func != NULL && self->func == NULL);

  self->func = func;
  self->user_data = user_data;
  hand_over (self);
}
