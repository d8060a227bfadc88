/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key saved-views, a(sa{sv}). */
#include "desk/cases/saved-views.h"

#define KEY "saved-views"

GStrv
ys_saved_views_list (GSettings *settings)
{
  g_autoptr (GVariant) views = g_settings_get_value (settings, KEY);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GVariantIter iter;
  const char *name;

  g_variant_iter_init (&iter, views);
  while (g_variant_iter_loop (&iter, "(&s@a{sv})", &name, NULL))
    g_strv_builder_add (names, name);
  return g_strv_builder_end (names);
}

YsCaseQuery *
ys_saved_views_get (GSettings *settings, const char *name)
{
  g_autoptr (GVariant) views = g_settings_get_value (settings, KEY);
  GVariantIter iter;
  const char *found;
  GVariant *query;

  g_variant_iter_init (&iter, views);
  while (g_variant_iter_next (&iter, "(&s@a{sv})", &found, &query))
    {
      g_autoptr (GVariant) held = query;

      if (g_str_equal (found, name))
        return ys_case_query_from_variant (held);
    }
  return NULL;
}

/* All views but @name, and @query under it unless that is NULL. */
static void
put (GSettings *settings, const char *name, const YsCaseQuery *query)
{
  g_autoptr (GVariant) views = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  GVariant *kept;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sa{sv})"));
  g_variant_iter_init (&iter, views);
  while (g_variant_iter_next (&iter, "(&s@a{sv})", &other, &kept))
    {
      g_autoptr (GVariant) held = kept;

      if (!g_str_equal (other, name))
        g_variant_builder_add (&builder, "(s@a{sv})", other, held);
    }
  if (query != NULL)
    g_variant_builder_add (&builder, "(s@a{sv})", name, ys_case_query_to_variant (query));
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

void
ys_saved_views_put (GSettings *settings, const char *name, const YsCaseQuery *query)
{
  g_return_if_fail (name != NULL && *name != '\0' && query != NULL);

  put (settings, name, query);
}

void
ys_saved_views_remove (GSettings *settings, const char *name)
{
  g_return_if_fail (name != NULL);

  put (settings, name, NULL);
}
