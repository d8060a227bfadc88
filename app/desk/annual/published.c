/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads data/sample/suqian-2023.json, which is compiled in: the very file that the sample cases are
 * made from. */
#include "desk/annual/published.h"

#include <cjson/cJSON.h>
#include <gio/gio.h>

#define PUBLISHED_AGENCY "宿迁市人民政府"
#define PUBLISHED_RESOURCE "/cn/yishen/Yishen/published/suqian-2023.json"

typedef struct
{
  int year;
  gint64 totals[YS_N_ROWS]; /* YS_BLANK where nothing was published */
} Published;

static gpointer
read_published (gpointer data)
{
  Published *self = g_new0 (Published, 1);
  g_autoptr (GBytes) bytes
    = g_resources_lookup_data (PUBLISHED_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &size) : "";
  cJSON *json = cJSON_ParseWithLength (text, size);
  const cJSON *table = cJSON_GetObjectItem (json, "table3");

  self->year = (int) cJSON_GetNumberValue (cJSON_GetObjectItem (json, "year"));
  for (int row = 0; row < YS_N_ROWS; row++)
    {
      const cJSON *cells = cJSON_GetObjectItem (table, ys_row_get_id (row, YS_FORM_2021));
      const cJSON *total = cJSON_GetArrayItem (cells, YS_COLUMN_TOTAL);

      self->totals[row] = cJSON_IsNumber (total) ? (gint64) total->valuedouble : YS_BLANK;
    }
  cJSON_Delete (json);
  return self;
}

static const Published *
get_published (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_published, NULL);
}

gboolean
ys_published_knows (const char *agency, int year, YsForm form)
{
  return g_strcmp0 (agency, PUBLISHED_AGENCY) == 0 && form == YS_FORM_2021
         && get_published ()->year == year;
}

gint64
ys_published_get_total (YsRow row)
{
  g_return_val_if_fail (row < YS_N_ROWS, YS_BLANK);
  return get_published ()->totals[row];
}

guint
ys_published_count_different (const YsFigures *figures, guint *rows)
{
  guint different = 0;

  *rows = 0;
  for (int row = 0; row < YS_N_ROWS; row++)
    {
      gint64 total = ys_published_get_total (row);

      if (total == YS_BLANK)
        continue;
      ++*rows;
      different += total != figures->table3[row][YS_COLUMN_TOTAL];
    }
  return different;
}
