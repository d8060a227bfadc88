/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fold: persons, roles, keys, deputies, policy. Whether an entry may be made is asked of
 * staff-authority.c. */
#include "rules/staff.h"

#include <cjson/cJSON.h>

struct _YsStaff
{
  GPtrArray *persons;  /* of YsPerson */
  GHashTable *by_id;   /* ids and persons belong to persons */
  gboolean is_closed;
  YsStaffApproval approval;
  gboolean own_drafts;
  char **chain;
};

static const char *const approvals[] = {
  [YS_STAFF_APPROVAL_NONE] = "none",
  [YS_STAFF_APPROVAL_RECORDED] = "recorded",
  [YS_STAFF_APPROVAL_SIGNED] = "signed",
};

const char *
ys_approval_get_id (YsStaffApproval approval)
{
  g_return_val_if_fail (approval < G_N_ELEMENTS (approvals), NULL);
  return approvals[approval];
}

YsStaffApproval
ys_approval_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (approvals); i++)
    if (g_strcmp0 (approvals[i], id) == 0)
      return (YsStaffApproval) i;
  return YS_STAFF_APPROVAL_RECORDED;
}

/* What somebody else has recorded as a person's key. */
typedef struct
{
  char *actor;
  char *key;
  guint roles; /* of the actor, then */
} Voucher;

static void
voucher_free (gpointer data)
{
  Voucher *self = data;

  g_free (self->actor);
  g_free (self->key);
  g_free (self);
}

static Voucher *
voucher_new (const char *actor, const char *key, guint roles)
{
  Voucher *self = g_new0 (Voucher, 1);

  self->actor = g_strdup (actor);
  self->key = g_strdup (key);
  self->roles = roles;
  return self;
}

static gpointer
copy_voucher (gconstpointer data, gpointer unused)
{
  const Voucher *self = data;

  return voucher_new (self->actor, self->key, self->roles);
}

static void
person_free (gpointer data)
{
  YsPerson *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->title);
  g_free (self->key);
  g_free (self->requested_key);
  g_free (self->deputy);
  g_ptr_array_unref (self->vouchers);
  g_free (self);
}

static YsPerson *
copy_person (const YsPerson *self)
{
  YsPerson *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->unit = g_strdup (self->unit);
  copy->title = g_strdup (self->title);
  copy->key = g_strdup (self->key);
  copy->requested_key = g_strdup (self->requested_key);
  copy->deputy = g_strdup (self->deputy);
  copy->vouchers = g_ptr_array_copy (self->vouchers, (GCopyFunc) copy_voucher, NULL);
  return copy;
}

static void
take_person (YsStaff *self, YsPerson *person)
{
  g_ptr_array_add (self->persons, person);
  g_hash_table_insert (self->by_id, person->id, person);
}

YsStaff *
ys_staff_new (YsStaffApproval founding_policy)
{
  YsStaff *self = g_new0 (YsStaff, 1);

  self->persons = g_ptr_array_new_with_free_func (person_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->approval = founding_policy;
  self->chain = g_new0 (char *, 1);
  return self;
}

YsStaff *
ys_staff_copy (const YsStaff *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  YsStaff *copy = ys_staff_new (self->approval);

  copy->is_closed = self->is_closed;
  copy->own_drafts = self->own_drafts;
  g_strfreev (copy->chain);
  copy->chain = g_strdupv (self->chain);
  for (guint i = 0; i < self->persons->len; i++)
    take_person (copy, copy_person (g_ptr_array_index (self->persons, i)));
  return copy;
}

void
ys_staff_free (YsStaff *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->persons);
  g_strfreev (self->chain);
  g_free (self);
}

/* --- agency ---------------------------------------------------------------------------------- */

static void
take_chain (YsStaff *self, const YsEvent *event)
{
  int n = ys_event_count_list (event, "steps");
  const cJSON *step;
  int i = 0;

  g_strfreev (self->chain);
  self->chain = g_new0 (char *, n + 1);
  cJSON_ArrayForEach (step, ys_event_get (event, "steps"))
    self->chain[i++] = g_strdup (step->valuestring);
}

/* The entry says the whole policy: what it does not allow is not allowed any more. */
static void
take_policy (YsStaff *self, const YsEvent *event)
{
  const char *approval = ys_event_get_string (event, "approval");

  self->approval = ys_approval_from_id (approval);
  self->own_drafts = cJSON_IsTrue (ys_event_get (event, "own_drafts"));
}

/* --- staff/ID -------------------------------------------------------------------------------- */

static void
take_text (char **field, const char *text)
{
  char *old = *field;

  *field = g_strdup (text);
  g_free (old);
}

/* Also one who comes back: with a new beginning, for the old roles and keys went with the leaving. */
static void
take_joining (YsStaff *self, const char *id, const YsEvent *event)
{
  YsPerson *person = g_hash_table_lookup (self->by_id, id);

  if (person == NULL)
    {
      person = g_new0 (YsPerson, 1);
      person->id = g_strdup (id);
      person->vouchers = g_ptr_array_new_with_free_func (voucher_free);
      person->deputy_from = person->deputy_until = YS_DAY_NONE;
      take_person (self, person);
    }
  take_text (&person->name, ys_event_get_string (event, "name"));
  take_text (&person->unit, ys_event_get_string (event, "unit"));
  take_text (&person->title, ys_event_get_string (event, "title"));
  person->joined_on = event->on;
  person->left_on = YS_DAY_NONE;
  person->left = FALSE;
}

static void
take_leaving (YsPerson *person, const YsEvent *event)
{
  person->left = TRUE;
  person->left_on = event->on;
  person->roles = 0;
  person->key_position = 0;
  person->deputy_from = person->deputy_until = YS_DAY_NONE;
  g_clear_pointer (&person->key, g_free);
  g_clear_pointer (&person->requested_key, g_free);
  g_clear_pointer (&person->deputy, g_free);
  g_ptr_array_set_size (person->vouchers, 0);
}

static void
take_role (YsStaff *self, YsPerson *person, const YsEvent *event)
{
  guint role = ys_role_from_id (ys_event_get_string (event, "role"));

  if (event->kind == YS_KIND_STAFF_ROLE_TAKEN)
    {
      person->roles &= ~role;
      return;
    }
  person->roles |= role;
  if (role == YS_ROLE_KEEPER)
    self->is_closed = TRUE;
}

static void
take_deputy (YsPerson *person, const YsEvent *event)
{
  take_text (&person->deputy, ys_event_get_string (event, "deputy"));
  person->deputy_from = ys_event_get_day (event, "from");
  person->deputy_until = ys_event_get_day (event, "until");
}

/* --- keys ------------------------------------------------------------------------------------ */

static void
put_in_force (YsPerson *person, const char *key, gint64 position)
{
  take_text (&person->key, key);
  person->key_position = position;
  g_clear_pointer (&person->requested_key, g_free);
  g_ptr_array_set_size (person->vouchers, 0);
}

static gboolean
vouches (const YsPerson *person, guint i, YsRole role)
{
  const Voucher *voucher = g_ptr_array_index (person->vouchers, i);

  return (voucher->roles & role) != 0 && g_strcmp0 (voucher->key, person->requested_key) == 0;
}

/* Whether others vouch for the key asked for: a keeper for a first one, for one in the place of a lost
 * key a head besides, who is another person. */
static gboolean
is_vouched_for (const YsPerson *person)
{
  for (guint i = 0; i < person->vouchers->len; i++)
    {
      const Voucher *keeper = g_ptr_array_index (person->vouchers, i);

      if (!vouches (person, i, YS_ROLE_KEEPER))
        continue;
      if (person->key == NULL)
        return TRUE;
      for (guint k = 0; k < person->vouchers->len; k++)
        {
          const Voucher *head = g_ptr_array_index (person->vouchers, k);

          if (vouches (person, k, YS_ROLE_HEAD) && !g_str_equal (head->actor, keeper->actor))
            return TRUE;
        }
    }
  return FALSE;
}

static void
take_key (YsStaff *self, YsPerson *person, gint64 position, const YsEvent *event,
          const char *signer)
{
  const char *key = ys_event_get_string (event, "public_key");
  const YsPerson *actor = ys_staff_find (self, event->actor);

  if (!self->is_closed)
    put_in_force (person, key, position);
  else if (actor == person && person->key != NULL && g_strcmp0 (signer, person->key) == 0)
    put_in_force (person, key, position);
  else if (actor == person)
    take_text (&person->requested_key, key);
  else
    g_ptr_array_add (person->vouchers, voucher_new (actor->id, key, actor->roles));

  if (person->requested_key != NULL && is_vouched_for (person))
    {
      g_autofree char *vouched = g_strdup (person->requested_key);
      put_in_force (person, vouched, position);
    }
}

/* --- one entry ------------------------------------------------------------------------------- */

static void
take_agency (YsStaff *self, const YsEvent *event)
{
  if (event->kind == YS_KIND_AGENCY_CHAIN_SET)
    take_chain (self, event);
  else if (event->kind == YS_KIND_AGENCY_POLICY_SET)
    take_policy (self, event);
}

static void
take_staff (YsStaff *self, gint64 position, const char *id, const YsEvent *event,
            const char *signer)
{
  YsPerson *person = g_hash_table_lookup (self->by_id, id);

  if (event->kind == YS_KIND_STAFF_JOINED)
    take_joining (self, id, event);
  /* In an open office an import may tell of people that nobody enrolled: that counts for nothing. */
  if (person == NULL || person->left)
    return;

  switch (event->kind)
    {
    case YS_KIND_STAFF_KEY_SET:
      take_key (self, person, position, event, signer);
      break;
    case YS_KIND_STAFF_ROLE_GIVEN:
    case YS_KIND_STAFF_ROLE_TAKEN:
      take_role (self, person, event);
      break;
    case YS_KIND_STAFF_DEPUTY_SET:
      take_deputy (person, event);
      break;
    case YS_KIND_STAFF_LEFT:
      take_leaving (person, event);
      break;
    default:
      break;
    }
}

void
ys_staff_add (YsStaff *self, gint64 position, YsStreamClass klass, const char *name,
              const YsEvent *event, gboolean is_imported, const char *signer)
{
  g_return_if_fail (self != NULL && name != NULL && event != NULL);

  YsAuthority act = { .klass = klass, .name = name, .event = event, .actor = event->actor,
                      .signer = signer, .signs = signer != NULL };
  g_auto (YsFault) fault = YS_FAULT_INIT;

  if (klass != YS_STREAM_AGENCY && klass != YS_STREAM_STAFF)
    return;
  if (self->is_closed && (is_imported || !ys_staff_judge (self, &act, &fault)))
    return;
  if (klass == YS_STREAM_AGENCY)
    take_agency (self, event);
  else
    take_staff (self, position, name, event, signer);
}

/* --- what it comes to ------------------------------------------------------------------------ */

const GPtrArray *
ys_staff_get_persons (const YsStaff *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->persons;
}

const YsPerson *
ys_staff_find (const YsStaff *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

gboolean
ys_staff_is_open (const YsStaff *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return !self->is_closed;
}

YsStaffApproval
ys_staff_get_approval (const YsStaff *self)
{
  g_return_val_if_fail (self != NULL, YS_STAFF_APPROVAL_NONE);
  return self->approval;
}

const char *const *
ys_staff_get_chain (const YsStaff *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->chain;
}

gboolean
ys_staff_allows_own_drafts (const YsStaff *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->own_drafts;
}
