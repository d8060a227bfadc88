/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who may make which entry, as the staff stands before it: roles, deputies, four eyes, signatures, and
 * what would leave the office without a keeper. */
#include "rules/staff.h"

static const struct
{
  YsRole role;
  const char *id;
} roles[] = {
  { YS_ROLE_OFFICER, "officer" },
  { YS_ROLE_HEAD, "head" },
  { YS_ROLE_REPORTER, "reporter" },
  { YS_ROLE_KEEPER, "keeper" },
};

guint
ys_role_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (roles[i].id, id) == 0)
      return roles[i].role;
  return 0;
}

const char *
ys_role_get_id (YsRole role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].role == role)
      return roles[i].id;
  return NULL;
}

/* --- who may --------------------------------------------------------------------------------- */

#define CASEWORK (YS_ROLE_OFFICER | YS_ROLE_HEAD)
#define ANYBODY (CASEWORK | YS_ROLE_REPORTER | YS_ROLE_KEEPER)
/* Beside the roles: whoever stands in for a head on the day, and whom the entry is about. */
#define DEPUTY (1u << 8)
#define SELF (1u << 9)

static guint
get_allowed (YsKind kind)
{
  switch (kind)
    {
    case YS_KIND_APPROVED:
    case YS_KIND_RETURNED:
      return YS_ROLE_HEAD | DEPUTY;
    case YS_KIND_DESTRUCTION_ASKED:
      return ANYBODY;
    case YS_KIND_DESTROYED:
      return YS_ROLE_HEAD;
    case YS_KIND_STAFF_DEPUTY_SET:
      return YS_ROLE_KEEPER | SELF;
    case YS_KIND_STAFF_KEY_SET:
      return YS_ROLE_KEEPER | YS_ROLE_HEAD | SELF;
    default:
      break;
    }

  switch (ys_kind_get_stream (kind))
    {
    case YS_STREAM_CASE:
      return CASEWORK;
    case YS_STREAM_MATTER:
    case YS_STREAM_NORMATIVE:
    case YS_STREAM_NORMATIVE_OPENING:
    case YS_STREAM_DECISIONS:
    case YS_STREAM_WORK:
    case YS_STREAM_PLAN:
      return CASEWORK | YS_ROLE_REPORTER;
    case YS_STREAM_REPORT:
      return YS_ROLE_REPORTER | YS_ROLE_HEAD;
    case YS_STREAM_AGENCY:
    case YS_STREAM_STAFF:
    case YS_STREAM_CALENDAR:
    case YS_STREAM_TEMPLATE:
      return YS_ROLE_KEEPER;
    case YS_STREAM_UNKNOWN:
    default:
      return 0;
    }
}

/* The last step of the chain is the head's. */
static guint
get_allowed_by (const YsEvent *event)
{
  gboolean leads = event->kind == YS_KIND_REVIEWED
                   && g_strcmp0 (ys_event_get_string (event, "as"), "leader") == 0;

  return leads ? YS_ROLE_HEAD : get_allowed (event->kind);
}

static const YsPerson *
find_present (const YsStaff *self, const char *id)
{
  const YsPerson *person = ys_staff_find (self, id);

  return person != NULL && !person->left ? person : NULL;
}

gboolean
ys_staff_is_head_on (const YsStaff *self, const char *actor, YsDay day, const char **for_whom)
{
  g_return_val_if_fail (self != NULL && day != YS_DAY_NONE, FALSE);

  const YsPerson *person = find_present (self, actor);
  const GPtrArray *persons = ys_staff_get_persons (self);

  if (for_whom != NULL)
    *for_whom = NULL;
  if (person == NULL)
    return FALSE;
  if ((person->roles & YS_ROLE_HEAD) != 0)
    return TRUE;
  for (guint i = 0; i < persons->len; i++)
    {
      const YsPerson *head = g_ptr_array_index (persons, i);

      if ((head->roles & YS_ROLE_HEAD) != 0 && g_strcmp0 (head->deputy, actor) == 0
          && head->deputy_from <= day && day <= head->deputy_until)
        {
          if (for_whom != NULL)
            *for_whom = head->id;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_among (const YsStaff *self, const YsPerson *person, guint allowed, gboolean is_self, YsDay on)
{
  return (person->roles & allowed) != 0 || ((allowed & SELF) != 0 && is_self)
         || ((allowed & DEPUTY) != 0 && ys_staff_is_head_on (self, person->id, on, NULL));
}

gboolean
ys_staff_may (const YsStaff *self, const char *actor, YsKind kind, YsDay on)
{
  g_return_val_if_fail (self != NULL && on != YS_DAY_NONE, FALSE);

  const YsPerson *person = find_present (self, actor);

  if (ys_staff_is_open (self))
    return TRUE;
  /* Of oneself, at least. */
  return person != NULL && is_among (self, person, get_allowed (kind), TRUE, on);
}

/* --- signatures ------------------------------------------------------------------------------ */

gboolean
ys_staff_needs_signature (const YsStaff *self, YsKind kind, const char *name, const char *actor)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  if (ys_staff_is_open (self) || ys_staff_get_approval (self) != YS_STAFF_APPROVAL_SIGNED)
    return FALSE;

  switch (kind)
    {
    case YS_KIND_APPROVED:
    case YS_KIND_EXTENSION_GRANTED:
    case YS_KIND_REPLIED:
    case YS_KIND_CLOSED:
    case YS_KIND_DESTROYED:
    case YS_KIND_REPORT_FROZEN:
      return TRUE;
    case YS_KIND_STAFF_KEY_SET:
      return g_strcmp0 (name, actor) != 0;
    default:
      return ys_kind_get_stream (kind) == YS_STREAM_STAFF
             || ys_kind_get_stream (kind) == YS_STREAM_AGENCY;
    }
}

static gboolean
judge_signature (const YsStaff *self, const YsAuthority *act, const YsPerson *person,
                 YsFault *fault)
{
  gboolean needed = ys_staff_needs_signature (self, act->event->kind, act->name, act->actor);

  if ((needed || act->signs) && person->key == NULL)
    return ys_fault_set (fault, YS_FAULT_NO_KEY, "actor", person->name, NULL);
  if (act->signs && g_strcmp0 (act->signer, person->key) != 0)
    return ys_fault_set (fault, YS_FAULT_WRONG_SIGNER, "actor", person->name, NULL);
  if (needed && !act->signs)
    return ys_fault_set (fault, YS_FAULT_NEEDS_SIGNATURE, "kind",
                         ys_kind_get_name (act->event->kind), NULL);
  return TRUE;
}

/* --- what nobody may ------------------------------------------------------------------------- */

/* Keepers besides @but who can still act; where the office signs, only with a key. */
static guint
count_keepers (const YsStaff *self, const YsPerson *but, gboolean with_key)
{
  const GPtrArray *persons = ys_staff_get_persons (self);
  guint n = 0;

  for (guint i = 0; i < persons->len; i++)
    {
      const YsPerson *person = g_ptr_array_index (persons, i);

      n += person != but && (person->roles & YS_ROLE_KEEPER) != 0
           && (!with_key || person->key != NULL);
    }
  return n;
}

static gboolean
judge_last_keeper (const YsStaff *self, const YsPerson *person, YsFault *fault)
{
  gboolean is_signed = ys_staff_get_approval (self) == YS_STAFF_APPROVAL_SIGNED;

  if ((person->roles & YS_ROLE_KEEPER) == 0 || count_keepers (self, person, is_signed) > 0)
    return TRUE;
  return ys_fault_set (fault, YS_FAULT_LAST_KEEPER, "stream", person->name, NULL);
}

static gboolean
judge_role (const YsStaff *self, const YsPerson *person, const YsEvent *event, YsFault *fault)
{
  const char *id = ys_event_get_string (event, "role");
  guint role = ys_role_from_id (id);
  gboolean has = (person->roles & role) != 0;

  if (event->kind == YS_KIND_STAFF_ROLE_TAKEN)
    {
      if (!has)
        return ys_fault_set (fault, YS_FAULT_ROLE_NOT_HELD, "body.role", person->name, id);
      return role != YS_ROLE_KEEPER || judge_last_keeper (self, person, fault);
    }
  if (has)
    return ys_fault_set (fault, YS_FAULT_ROLE_TWICE, "body.role", person->name, id);
  /* With the first keeper the office closes: from then on somebody must be able to sign. */
  if (role == YS_ROLE_KEEPER && ys_staff_is_open (self) && person->key == NULL
      && ys_staff_get_approval (self) == YS_STAFF_APPROVAL_SIGNED)
    return ys_fault_set (fault, YS_FAULT_KEEPER_WITHOUT_KEY, "body.role", person->name, NULL);
  return TRUE;
}

static gboolean
judge_person (const YsStaff *self, const char *id, const char *path, YsFault *fault)
{
  const YsPerson *person = ys_staff_find (self, id);

  if (person == NULL)
    return ys_fault_set (fault, YS_FAULT_NO_SUCH_PERSON, path, id, NULL);
  if (person->left)
    return ys_fault_set (fault, YS_FAULT_PERSON_LEFT, path, person->name, NULL);
  return TRUE;
}

static gboolean
judge_deputy (const YsStaff *self, const char *id, const YsEvent *event, YsFault *fault)
{
  const char *deputy = ys_event_get_string (event, "deputy");
  YsDay from = ys_event_get_day (event, "from");
  YsDay until = ys_event_get_day (event, "until");

  if (g_str_equal (deputy, id))
    return ys_fault_set (fault, YS_FAULT_OWN_DEPUTY, "body.deputy", deputy, NULL);
  if (!judge_person (self, deputy, "body.deputy", fault))
    return FALSE;
  if (until < from)
    {
      char found[YS_DAY_TEXT];
      char want[YS_DAY_TEXT];

      return ys_fault_set (fault, YS_FAULT_ENDS_BEFORE, "body.until", ys_day_format (until, found),
                           ys_day_format (from, want));
    }
  return TRUE;
}

/* A key of two persons would let each sign for the other. */
static gboolean
judge_key (const YsStaff *self, const YsEvent *event, YsFault *fault)
{
  const GPtrArray *persons = ys_staff_get_persons (self);
  const char *key = ys_event_get_string (event, "public_key");

  for (guint i = 0; i < persons->len; i++)
    {
      const YsPerson *person = g_ptr_array_index (persons, i);

      if (g_strcmp0 (person->key, key) == 0)
        return ys_fault_set (fault, YS_FAULT_KEY_IN_USE, "body.public_key", person->name, NULL);
    }
  return TRUE;
}

static gboolean
judge_staff (const YsStaff *self, const char *id, const YsEvent *event, YsFault *fault)
{
  const YsPerson *person = ys_staff_find (self, id);

  if (event->kind == YS_KIND_STAFF_JOINED)
    return person == NULL || person->left
           || ys_fault_set (fault, YS_FAULT_JOINED_TWICE, "stream", person->name, NULL);
  if (!judge_person (self, id, "stream", fault))
    return FALSE;

  switch (event->kind)
    {
    case YS_KIND_STAFF_ROLE_GIVEN:
    case YS_KIND_STAFF_ROLE_TAKEN:
      return judge_role (self, person, event, fault);
    case YS_KIND_STAFF_LEFT:
      return judge_last_keeper (self, person, fault);
    case YS_KIND_STAFF_DEPUTY_SET:
      return judge_deputy (self, id, event, fault);
    case YS_KIND_STAFF_KEY_SET:
      return judge_key (self, event, fault);
    default:
      return TRUE;
    }
}

/* An office that begins to sign needs a keeper who can. */
static gboolean
judge_policy (const YsStaff *self, const YsEvent *event, YsFault *fault)
{
  if (event->kind != YS_KIND_AGENCY_POLICY_SET || ys_staff_is_open (self)
      || !g_str_equal (ys_event_get_string (event, "approval"), "signed")
      || count_keepers (self, NULL, TRUE) > 0)
    return TRUE;
  return ys_fault_set (fault, YS_FAULT_KEEPER_WITHOUT_KEY, "body.approval", NULL, NULL);
}

/* --- the judgement --------------------------------------------------------------------------- */

/* The roles as words, for the sentence. */
static gboolean
refuse_role (const YsPerson *person, guint allowed, YsFault *fault)
{
  g_autoptr (GString) want = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if ((allowed & roles[i].role) != 0)
      g_string_append_printf (want, "%s%s", want->len > 0 ? ", " : "", roles[i].id);
  if ((allowed & DEPUTY) != 0)
    g_string_append (want, ", deputy");
  if ((allowed & SELF) != 0)
    g_string_append (want, ", self");
  return ys_fault_set (fault, YS_FAULT_NOT_ALLOWED, "actor", person->name, want->str);
}

gboolean
ys_staff_judge_kind (const YsStaff *self, const char *actor, YsKind kind, YsDay on, YsFault *fault)
{
  g_return_val_if_fail (self != NULL && on != YS_DAY_NONE && fault != NULL, FALSE);

  if (ys_staff_is_open (self))
    return TRUE;
  if (!judge_person (self, actor, "actor", fault))
    return FALSE;
  return ys_staff_may (self, actor, kind, on)
         || refuse_role (ys_staff_find (self, actor), get_allowed (kind), fault);
}

/* Four eyes: no one reviews or approves an own draft, nor destroys what that same one asked for. */
static gboolean
judge_four_eyes (const YsStaff *self, const YsAuthority *act, const YsPerson *person,
                 YsFault *fault)
{
  YsKind kind = act->event->kind;

  if (kind == YS_KIND_DESTROYED && g_strcmp0 (act->asked_by, person->id) == 0)
    return ys_fault_set (fault, YS_FAULT_OWN_REQUEST, "actor", person->name, NULL);
  if ((kind == YS_KIND_REVIEWED || kind == YS_KIND_APPROVED || kind == YS_KIND_RETURNED)
      && g_strcmp0 (act->drafter, person->id) == 0 && !ys_staff_allows_own_drafts (self))
    return ys_fault_set (fault, YS_FAULT_OWN_DRAFT, "actor", person->name, NULL);
  return TRUE;
}

static gboolean
judge_actor (const YsStaff *self, const YsAuthority *act, YsFault *fault)
{
  const YsPerson *person = ys_staff_find (self, act->actor);
  guint allowed = get_allowed_by (act->event);
  gboolean is_self = g_strcmp0 (act->name, act->actor) == 0;

  if (!judge_person (self, act->actor, "actor", fault))
    return FALSE;
  if (!is_among (self, person, allowed, is_self, act->event->on))
    return refuse_role (person, allowed, fault);
  return judge_four_eyes (self, act, person, fault)
         && judge_signature (self, act, person, fault);
}

gboolean
ys_staff_judge (const YsStaff *self, const YsAuthority *act, YsFault *fault)
{
  g_return_val_if_fail (self != NULL && act != NULL && fault != NULL, FALSE);
  g_return_val_if_fail (act->event != NULL && act->name != NULL, FALSE);

  if (!ys_staff_is_open (self) && !judge_actor (self, act, fault))
    return FALSE;
  if (act->klass == YS_STREAM_STAFF)
    return judge_staff (self, act->name, act->event, fault);
  return act->klass != YS_STREAM_AGENCY || judge_policy (self, act->event, fault);
}
