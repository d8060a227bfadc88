/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a case may be destroyed: concluded, archived, asked for once, decided once, with what must be
 * kept of it; and that nothing follows. What stays of an entry is said by event-reduce.c. */
#include "rules/history-judge.h"

#include "rules/event-json.h"
#include "rules/event-reduce.h"

typedef struct
{
  const YsHistory *history;
  GPtrArray *problems;
  gboolean concluded;
  gboolean archived;
  gint64 asked;     /* seq of the open destruction-asked, 0 for none */
  gint64 destroyed; /* seq of what has destroyed it, 0 while it has not been */
} Walk;

static void
report (Walk *walk, const YsEvent *event, YsFaultCode code, const char *path, const char *found,
        const char *want)
{
  g_ptr_array_add (walk->problems, ys_finding_new (event->seq, code, path, found, want));
}

static void
take_question (Walk *walk, const YsEvent *event)
{
  if (!walk->concluded || !walk->archived)
    report (walk, event, YS_FAULT_NOT_ARCHIVED, "kind", ys_kind_get_name (event->kind), NULL);
  else if (walk->asked != 0)
    {
      g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, walk->asked);
      report (walk, event, YS_FAULT_ASKED_ALREADY, "kind", found, NULL);
    }
  else
    walk->asked = event->seq;
}

/* Each entry before it once and in order, as the rules reduce it: reducing what is already reduced
 * changes nothing, so this holds before and after the bodies are gone. */
static void
check_kept (Walk *walk, const YsEvent *event)
{
  cJSON *right = ys_history_reduce (walk->history, event->seq - 1);
  const cJSON *given = cJSON_GetArrayItem (ys_event_get (event, "kept"), 0);
  const cJSON *wanted = right->child;
  gint64 seq = 1;

  while (given != NULL && wanted != NULL && ys_json_equal (given, wanted))
    {
      given = given->next;
      wanted = wanted->next;
      seq++;
    }
  if (given != NULL || wanted != NULL)
    {
      g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
      report (walk, event, YS_FAULT_KEPT_DIFFERS, "body.kept", found, NULL);
    }
  cJSON_Delete (right);
}

static void
take_destruction (Walk *walk, const YsEvent *event)
{
  if (walk->asked == 0 || walk->asked != ys_event_get_int (event, "asked", 0))
    report (walk, event, YS_FAULT_NOT_ASKED, "body.asked", ys_kind_get_name (event->kind),
            ys_kind_get_name (YS_KIND_DESTRUCTION_ASKED));
  check_kept (walk, event);
  walk->destroyed = event->seq;
}

static void
take_event (Walk *walk, const YsEvent *event)
{
  if (walk->destroyed != 0)
    report (walk, event, YS_FAULT_AFTER_DESTRUCTION, "kind", ys_kind_get_name (event->kind), NULL);
  else if (event->kind == YS_KIND_ARCHIVED)
    walk->archived = TRUE;
  else if (event->kind == YS_KIND_DESTRUCTION_ASKED)
    take_question (walk, event);
  else if (event->kind == YS_KIND_DESTROYED)
    take_destruction (walk, event);
  else if (ys_kind_is_conclusion (event->kind))
    walk->concluded = TRUE;
  else if (event->kind == YS_KIND_REOPENED)
    {
      /* A case that lives again must be asked for anew. */
      walk->concluded = FALSE;
      walk->asked = 0;
    }
}

/* An entry that was made later, but of an earlier day or folded away, follows all the same: its own
 * body would not be among what was kept. */
static void
check_later_entries (const YsHistory *self, const YsFolded *folded, Walk *walk)
{
  gint64 n = ys_history_get_length (self);
  gint64 first = 1;

  while (first <= n && ys_history_get (self, first)->kind != YS_KIND_DESTROYED)
    first++;
  for (gint64 seq = first + 1; seq <= n; seq++)
    {
      const YsEvent *event = ys_history_get (self, seq);
      const YsEvent *folded_one = ys_folded_get (folded, seq);
      const YsEvent *destroyed = ys_folded_get (folded, first);
      /* The walk by days has told of those that stand after it there. */
      gboolean told = folded_one != NULL && destroyed != NULL && destroyed->on <= folded_one->on;

      if (!told)
        report (walk, event, YS_FAULT_AFTER_DESTRUCTION, "kind", ys_kind_get_name (event->kind),
                NULL);
    }
}

void
ys_history_judge_destruction (const YsHistory *self, const YsFolded *folded, GPtrArray *problems)
{
  Walk walk = { .history = self, .problems = problems };

  for (guint i = 0; i < folded->events->len; i++)
    take_event (&walk, g_ptr_array_index (folded->events, i));
  check_later_entries (self, folded, &walk);
}
