/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Settings become rules. */
#include "desk/remind/remind-wish.h"

#include "wording/i18n.h"

static void
read_thresholds (YsRemindWish *self, GSettings *settings)
{
  g_autoptr (GVariant) list = g_settings_get_value (settings, "remind-thresholds");
  gboolean wanted[YS_REMIND_MAX + 1] = { FALSE };

  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      gint32 days;

      g_variant_get_child (list, i, "i", &days);
      if (days >= 0 && days <= YS_REMIND_MAX)
        wanted[days] = TRUE;
    }
  for (int days = YS_REMIND_MAX; days >= 0; days--)
    if (wanted[days])
      self->thresholds[self->rules.n_thresholds++] = days;
}

YsRemindWish *
ys_remind_wish_new (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  YsRemindWish *self = g_atomic_rc_box_new0 (YsRemindWish);

  read_thresholds (self, settings);
  self->rules.thresholds = self->thresholds;
  self->rules.others = g_settings_get_boolean (settings, "remind-others");
  self->rules.rest_days = g_settings_get_boolean (settings, "remind-rest-days");
  if (g_settings_get_boolean (settings, "remind-quiet"))
    {
      self->rules.quiet_from = g_settings_get_int (settings, "remind-quiet-from");
      self->rules.quiet_to = g_settings_get_int (settings, "remind-quiet-to");
    }
  return self;
}

YsRemindWish *
ys_remind_wish_ref (YsRemindWish *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ys_remind_wish_unref (YsRemindWish *self)
{
  g_atomic_rc_box_release (self);
}

char *
ys_remind_wish_describe (const YsRemindWish *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GString) days = g_string_new (NULL);
  gboolean on_the_day = FALSE;

  for (guint i = 0; i < self->rules.n_thresholds; i++)
    {
      on_the_day |= self->thresholds[i] == 0;
      if (self->thresholds[i] == 0)
        continue;
      if (days->len > 0)
        /* Translators: stands between the members of a list. */
        g_string_append (days, C_ ("list", ", "));
      g_string_append_printf (days, "%d", self->thresholds[i]);
    }
  if (days->len == 0)
    return g_strdup (on_the_day ? _("Reminds on the due day")
                                : _("Reminds only of what is overdue"));
  /* Translators: numbers of working days, as "5, 3, 1". */
  return g_strdup_printf (on_the_day ? _("Reminds %s days before and on the day")
                                     : _("Reminds %s days before"), days->str);
}
