/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who may do what: every kind by every role, and stories of an office: opening and closing, keys asked
 * for and vouched for, deputies, drafts, keepers, imports. */
#include "rules/staff.h"

#include <string.h>

#define MAX_LINES 24
#define N0 "sm3:0000000000000000000000000000000000000000000000000000000000000000"
#define DAY "2024-05-10"

/* --- short lines ------------------------------------------------------------------------------ */

/* "ACTOR STREAM KIND BODY", with @KEY after the actor where it is signed, ! before it where it is
 * imported; - for no actor. BODY with single quotes. */
typedef struct
{
  YsEvent *event;
  char *name;
  char *signer;
  YsStreamClass klass;
  gboolean is_imported;
} Line;

static void
line_clear (Line *line)
{
  g_clear_pointer (&line->event, ys_event_unref);
  g_clear_pointer (&line->name, g_free);
  g_clear_pointer (&line->signer, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static void
read_line (const char *text, const char *on, Line *line)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 4);
  const char *who = parts[0] + (parts[0][0] == '!');
  g_auto (GStrv) signed_by = g_strsplit (who, "@", 2);
  g_autofree char *body = g_strdelimit (g_strdup (parts[3] != NULL ? parts[3] : "{}"), "'", '"');
  g_auto (YsFault) fault = YS_FAULT_INIT;
  const char *name = NULL;

  line->klass = ys_stream_parse (parts[1], &name);
  line->name = g_strdup (name);
  line->signer = g_strdup (signed_by[1]);
  line->is_imported = parts[0][0] == '!';
  line->event = ys_event_parse (parts[1], 1, parts[2], on,
                                g_str_equal (signed_by[0], "-") ? NULL : signed_by[0], body, &fault);
  if (line->event == NULL)
    g_error ("%s: %s %s", text, ys_fault_get_id (fault.code), fault.path);
}

static void
add (YsStaff *staff, gint64 position, const char *text)
{
  g_auto (Line) line = { NULL };

  read_line (text, DAY, &line);
  ys_staff_add (staff, position, line.klass, line.name, line.event, line.is_imported, line.signer);
}

static YsStaff *
fold (YsStaffApproval policy, const char *const *lines)
{
  YsStaff *staff = ys_staff_new (policy);

  for (gint64 i = 0; lines[i] != NULL; i++)
    add (staff, i + 1, lines[i]);
  return staff;
}

/* The id of what is wrong with it on that day; "none" if it may be. */
static const char *
judge_on (const YsStaff *staff, const char *text, const char *on, const char *drafter, const char *asked_by)
{
  g_auto (Line) line = { NULL };
  g_auto (YsFault) fault = YS_FAULT_INIT;

  read_line (text, on, &line);
  YsAuthority act = {
    .klass = line.klass,
    .name = line.name,
    .event = line.event,
    .actor = line.event->actor,
    .signer = line.signer,
    .drafter = drafter,
    .asked_by = asked_by,
    .signs = line.signer != NULL,
  };
  gboolean may = ys_staff_judge (staff, &act, &fault);

  g_assert_cmpint (may, ==, fault.code == YS_FAULT_NONE);
  return ys_fault_get_id (fault.code);
}

static const char *
judge (const YsStaff *staff, const char *text)
{
  return judge_on (staff, text, DAY, NULL, NULL);
}

#define JOIN(id) "- staff/" id " joined {'name':'" id "先生'}"
#define ROLE(actor, id, role) actor " staff/" id " role-given {'role':'" role "'}"
#define TAKE(actor, id, role) actor " staff/" id " role-taken {'role':'" role "'}"
#define KEY(actor, id, key) actor " staff/" id " key-set {'suite':'gm','public_key':'" key "'}"
#define DEPUTY(actor, id, deputy, from, until) \
  actor " staff/" id " deputy-set {'deputy':'" deputy "','from':'" from "','until':'" until "'}"
#define LEAVE(actor, id) actor " staff/" id " left {}"
#define POLICY(actor, word) actor " agency policy-set {'approval':'" word "'}"

/* An office with one of each, a head's deputy d, n without a role, and g who is gone. */
#define OFFICE \
  JOIN ("o"), JOIN ("h"), JOIN ("r"), JOIN ("k"), JOIN ("d"), JOIN ("n"), JOIN ("g"), \
  ROLE ("-", "o", "officer"), ROLE ("-", "h", "head"), ROLE ("-", "r", "reporter"), \
  ROLE ("-", "g", "head"), LEAVE ("-", "g"), DEPUTY ("-", "h", "d", "2024-05-01", "2024-05-31")
#define CLOSED OFFICE, ROLE ("-", "k", "keeper")

static const char *const closed[] = { CLOSED, NULL };

/* --- every kind by every role ----------------------------------------------------------------- */

#define REQUEST \
  "{'channel':'post','submitted_on':'2024-05-01','applicant':{'class':'person','name':'张三'}," \
  "'request':{'title':'题','description':'述','form':'paper','delivery':'post'}}"

static const struct
{
  const char *entry;
  const char *who; /* of o h r k d, and s: the person of the stream */
} rights[] = {
  { "case/2024-0001 arrived " REQUEST, "oh" },
  { "case/2024-0001 received " REQUEST, "oh" },
  { "case/2024-0001 correction-asked {'points':'x','until':'2024-06-01'}", "oh" },
  { "case/2024-0001 corrected", "oh" },
  { "case/2024-0001 consultation-sent {'ref':'a','with':'agency','name':'x'}", "oh" },
  { "case/2024-0001 consultation-answered {'ref':'a','opinion':'agree'}", "oh" },
  { "case/2024-0001 search-asked {'ref':'a','unit':'x'}", "oh" },
  { "case/2024-0001 search-answered {'ref':'a','where':'x','terms':'x','result':'none'}", "oh" },
  { "case/2024-0001 extension-granted {'days':5,'reason':'x'}", "oh" },
  { "case/2024-0001 reasons-asked", "oh" },
  { "case/2024-0001 reasons-given", "oh" },
  { "case/2024-0001 delay-set {'until':'2024-06-01','reason':'x'}", "oh" },
  { "case/2024-0001 fee-noticed {'basis':'pages','quantity':31,'amount_fen':1000}", "oh" },
  { "case/2024-0001 fee-paid {'amount_fen':1000}", "oh" },
  { "case/2024-0001 assigned {'to':'o'}", "oh" },
  { "case/2024-0001 drafted {'outcome':'granted'}", "oh" },
  { "case/2024-0001 reviewed {'as':'section','opinion':'agree'}", "oh" },
  { "case/2024-0001 reviewed {'as':'legal','opinion':'agree'}", "oh" },
  { "case/2024-0001 reviewed {'as':'secrecy','opinion':'agree'}", "oh" },
  { "case/2024-0001 reviewed {'as':'co-unit','opinion':'agree'}", "oh" },
  { "case/2024-0001 reviewed {'as':'leader','opinion':'agree'}", "h" },
  { "case/2024-0001 approval-asked {'for':'reply','files':[],'facts':'" N0 "'}", "oh" },
  { "case/2024-0001 approved {'asked':1,'files':[],'facts':'" N0 "'}", "hd" },
  { "case/2024-0001 returned {'asked':1,'reason':'x'}", "hd" },
  { "case/2024-0001 replied {'outcome':'granted','sent_by':'post'}", "oh" },
  { "case/2024-0001 dispatched {'of':1,'by':'x'}", "oh" },
  { "case/2024-0001 delivered {'of':1}", "oh" },
  { "case/2024-0001 undelivered {'of':1,'reason':'x'}", "oh" },
  { "case/2024-0001 withdrawn", "oh" },
  { "case/2024-0001 closed {'outcome':'other.other','reason':'x'}", "oh" },
  { "case/2024-0001 review-opened {'ref':'a','route':'litigation'}", "oh" },
  { "case/2024-0001 review-decided {'ref':'a','result':'other'}", "oh" },
  { "case/2024-0001 reopened {'reason':'x'}", "oh" },
  { "case/2024-0001 linked {'to':'2024-0002','as':'merged'}", "oh" },
  { "case/2024-0001 amended {'of':1,'field':'on','from':'x','to':'y','reason':'x'}", "oh" },
  { "case/2024-0001 struck {'of':1,'reason':'x'}", "oh" },
  { "case/2024-0001 attached {'file':'" N0 "','name':'x','role':'other','media_type':'x'}", "oh" },
  { "case/2024-0001 archived {'file_no':'1','retention':'10y'}", "oh" },
  { "case/2024-0001 noted {'text':'x'}", "oh" },
  { "case/2024-0001 destruction-asked {'reason':'x'}", "ohrk" },
  { "case/2024-0001 destroyed {'asked':1,'kept':[]}", "h" },
  { "agency named {'name':'x'}", "k" },
  { "agency chain-set {'steps':['legal']}", "k" },
  { "agency policy-set {'approval':'none'}", "k" },
  { "staff/new joined {'name':'x'}", "k" },
  { "staff/n key-set {'suite':'gm','public_key':'Z'}", "hks" },
  { "staff/n role-given {'role':'officer'}", "k" },
  { "staff/o role-taken {'role':'officer'}", "k" },
  { "staff/n deputy-set {'deputy':'h','from':'2024-05-01','until':'2024-05-31'}", "ks" },
  { "staff/n left", "k" },
  { "calendar/2024 announced {'notice':'x','rest':[],'work':[]}", "k" },
  { "matter/2024-0001 opened {'kind':'enquiry','title':'x'}", "ohr" },
  { "matter/2024-0001 answered {'text':'x'}", "ohr" },
  { "register/normative/a issued {'type':'rule','title':'x'}", "ohr" },
  { "register/normative/a repealed", "ohr" },
  { "register/normative/opening counted {'rule':1,'normative':1}", "ohr" },
  { "register/decisions/2024 counted {'licence':1,'penalty':1,'coercion':1}", "ohr" },
  { "register/work/a held {'kind':'meeting'}", "ohr" },
  { "plan/2024/a set {'title':'x'}", "ohr" },
  { "plan/2024/a progressed {'text':'x'}", "ohr" },
  { "plan/2024/a finished", "ohr" },
  { "report/2024 narrated {'section':'1','text':'x'}", "rh" },
  { "report/2024 frozen {'figures':'" N0 "'}", "rh" },
  { "report/2024 submitted", "rh" },
  { "template/a set {'name':'x','text':'x'}", "k" },
};

static gboolean
is_right (const char *who, const char *actor, const char *stream)
{
  g_autofree char *own = g_strconcat ("staff/", actor, NULL);

  return strchr (who, actor[0]) != NULL || (strchr (who, 's') != NULL && g_str_equal (own, stream));
}

static void
test_every_right (void)
{
  static const char *const actors[] = { "o", "h", "r", "k", "d", "n" };
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_RECORDED, closed);
  g_autoptr (YsStaff) open = ys_staff_new (YS_STAFF_APPROVAL_SIGNED);
  gboolean seen[YS_N_KINDS] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    {
      g_auto (GStrv) parts = g_strsplit (rights[i].entry, " ", 3);
      YsKind kind = ys_kind_parse (ys_stream_parse (parts[0], NULL), parts[1]);
      g_autofree char *gone = g_strconcat ("g ", rights[i].entry, NULL);
      g_autofree char *stranger = g_strconcat ("zz ", rights[i].entry, NULL);
      g_autofree char *nobody = g_strconcat ("- ", rights[i].entry, NULL);

      seen[kind] = TRUE;
      for (guint k = 0; k < G_N_ELEMENTS (actors); k++)
        {
          g_autofree char *text = g_strdup_printf ("%s %s", actors[k], rights[i].entry);
          gboolean right = is_right (rights[i].who, actors[k], parts[0]);
          gboolean may = ys_staff_may (staff, actors[k], kind, ys_day_parse (DAY, -1));

          g_test_message ("%s", text);
          g_assert_cmpstr (judge (staff, text), ==, right ? "none" : "not-allowed");
          /* Of others a desk may show more than of oneself: whom it is about is not known yet. */
          if (strchr (rights[i].who, 's') == NULL && kind != YS_KIND_REVIEWED)
            g_assert_cmpint (may, ==, right);
          else if (right)
            g_assert_true (may);
        }
      g_assert_cmpstr (judge (staff, gone), ==, "person-left");
      g_assert_cmpstr (judge (staff, stranger), ==, "no-such-person");
      g_assert_cmpstr (judge (staff, nobody), ==, "no-such-person");
      g_assert_false (ys_staff_may (staff, "g", kind, ys_day_parse (DAY, -1)));
      g_assert_false (ys_staff_may (staff, "zz", kind, ys_day_parse (DAY, -1)));
      g_assert_false (ys_staff_may (staff, NULL, kind, ys_day_parse (DAY, -1)));
      g_assert_true (ys_staff_may (open, NULL, kind, ys_day_parse (DAY, -1)));
    }
  for (YsKind kind = YS_KIND_UNKNOWN + 1; kind < YS_N_KINDS; kind++)
    if (!seen[kind])
      g_error ("%s is in no row", ys_kind_get_name (kind));
}

/* --- signatures ------------------------------------------------------------------------------- */

/* Everybody has a key of the own name in capitals. */
#define KEYS KEY ("-", "o", "O"), KEY ("-", "h", "H"), KEY ("-", "r", "R"), KEY ("-", "k", "K"), \
  KEY ("-", "d", "D")
static const char *const signing[] = { OFFICE, KEYS, ROLE ("-", "k", "keeper"), NULL };

static void
test_every_signature (void)
{
  static const char *const must[] = {
    "approved", "extension-granted", "replied", "closed", "destroyed", "named", "chain-set",
    "policy-set", "joined", "key-set", "role-given", "role-taken", "deputy-set", "left", "frozen", NULL,
  };
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_SIGNED, signing);
  g_autoptr (YsStaff) recorded = fold (YS_STAFF_APPROVAL_RECORDED, signing);

  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    {
      g_auto (GStrv) parts = g_strsplit (rights[i].entry, " ", 3);
      const char *name = NULL;
      YsKind kind = ys_kind_parse (ys_stream_parse (parts[0], &name), parts[1]);
      gboolean needed = g_strv_contains (must, parts[1]);
      char actor[] = { rights[i].who[0], '\0' };
      char key[] = { g_ascii_toupper (actor[0]), '\0' };
      g_autofree char *plain = g_strdup_printf ("%s %s", actor, rights[i].entry);
      g_autofree char *good = g_strdup_printf ("%s@%s %s", actor, key, rights[i].entry);
      g_autofree char *bad = g_strdup_printf ("%s@X %s", actor, rights[i].entry);

      g_test_message ("%s", plain);
      g_assert_cmpstr (judge (staff, plain), ==, needed ? "needs-signature" : "none");
      g_assert_cmpstr (judge (staff, bad), ==, "wrong-signer");
      g_assert_cmpstr (judge (staff, good), ==, "none");
      g_assert_cmpint (ys_staff_needs_signature (staff, kind, name, actor), ==, needed);
      /* Where nothing must be signed, what is signed must be right all the same. */
      g_assert_cmpstr (judge (recorded, plain), ==, "none");
      g_assert_cmpstr (judge (recorded, bad), ==, "wrong-signer");
      g_assert_cmpstr (judge (recorded, good), ==, "none");
      g_assert_false (ys_staff_needs_signature (recorded, kind, name, actor));
    }
  /* n has no key, and may ask for one without. */
  g_assert_cmpstr (judge (staff, KEY ("n", "n", "N")), ==, "none");
  g_assert_false (ys_staff_needs_signature (staff, YS_KIND_STAFF_KEY_SET, "n", "n"));
  g_assert_cmpstr (judge (staff, DEPUTY ("n", "n", "h", DAY, DAY)), ==, "no-key");
  g_assert_cmpstr (judge (staff, KEY ("n@N", "n", "N")), ==, "no-key");
}

/* --- stories ---------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *lines[MAX_LINES]; /* after those of CLOSED */
  const char *act;
  const char *want;
} stories[] = {
  /* enrolling */
  { "joined-twice", { NULL }, "k staff/o joined {'name':'x'}", "joined-twice" },
  { "joined-again", { NULL }, "k staff/g joined {'name':'x'}", "none" },
  { "joined-again-without-roles", { "k staff/g joined {'name':'x'}" }, ROLE ("g", "n", "officer"),
    "not-allowed" },
  { "joined-again-and-no-head-any-more", { "k staff/g joined {'name':'x'}" },
    "g case/2024-0001 returned {'asked':1,'reason':'x'}", "not-allowed" },
  { "joined-again-works", { "k staff/g joined {'name':'x'}", ROLE ("k", "g", "officer") },
    "g case/2024-0001 noted {'text':'x'}", "none" },
  { "joined-by-an-officer-counts-for-nothing", { "o staff/new joined {'name':'x'}" },
    ROLE ("k", "new", "officer"), "no-such-person" },
  { "role-of-a-stranger", { NULL }, ROLE ("k", "zz", "officer"), "no-such-person" },
  { "role-of-who-is-gone", { NULL }, ROLE ("k", "g", "officer"), "person-left" },
  { "left-twice", { NULL }, LEAVE ("k", "g"), "person-left" },
  { "key-of-who-is-gone", { NULL }, KEY ("k", "g", "G"), "person-left" },

  /* roles */
  { "role-twice", { NULL }, ROLE ("k", "o", "officer"), "role-twice" },
  { "second-role", { ROLE ("k", "o", "head") }, "o case/2024-0001 returned {'asked':1,'reason':'x'}", "none" },
  { "second-role-keeps-the-first", { ROLE ("k", "o", "reporter") }, "o case/2024-0001 noted {'text':'x'}",
    "none" },
  { "role-not-held", { NULL }, TAKE ("k", "o", "head"), "role-not-held" },
  { "role-taken", { TAKE ("k", "o", "officer") }, "o case/2024-0001 noted {'text':'x'}", "not-allowed" },
  { "role-given-by-a-head-counts-for-nothing", { ROLE ("h", "h", "keeper") }, ROLE ("h", "n", "officer"),
    "not-allowed" },
  { "gone", { LEAVE ("k", "o") }, "o case/2024-0001 noted {'text':'x'}", "person-left" },

  /* the last keeper */
  { "last-keeper", { NULL }, TAKE ("k", "k", "keeper"), "last-keeper" },
  { "last-keeper-leaves", { NULL }, LEAVE ("k", "k"), "last-keeper" },
  { "last-but-one", { ROLE ("k", "n", "keeper") }, TAKE ("k", "k", "keeper"), "none" },
  { "last-but-one-leaves", { ROLE ("k", "n", "keeper") }, LEAVE ("n", "k"), "none" },
  { "last-after-all", { ROLE ("k", "n", "keeper"), TAKE ("n", "k", "keeper") }, LEAVE ("n", "n"),
    "last-keeper" },
  { "once-closed-for-good", { TAKE ("k", "k", "keeper") }, "zz case/2024-0001 noted {'text':'x'}",
    "no-such-person" },
  { "other-roles-of-the-last-keeper", { ROLE ("k", "k", "head") }, TAKE ("k", "k", "head"), "none" },

  /* deputies */
  { "own-deputy", { NULL }, DEPUTY ("h", "h", "h", DAY, DAY), "own-deputy" },
  { "deputy-is-a-stranger", { NULL }, DEPUTY ("h", "h", "zz", DAY, DAY), "no-such-person" },
  { "deputy-is-gone", { NULL }, DEPUTY ("h", "h", "g", DAY, DAY), "person-left" },
  { "deputy-ends-before", { NULL }, DEPUTY ("h", "h", "d", "2024-05-10", "2024-05-09"),
    "ends-before-it-begins" },
  { "deputy-of-one-day", { NULL }, DEPUTY ("h", "h", "d", "2024-05-10", "2024-05-10"), "none" },
  { "deputy-of-who-left", { LEAVE ("k", "h") }, "d case/2024-0001 returned {'asked':1,'reason':'x'}",
    "not-allowed" },
  { "deputy-of-who-is-no-head-any-more", { TAKE ("k", "h", "head") },
    "d case/2024-0001 returned {'asked':1,'reason':'x'}", "not-allowed" },
  { "deputy-who-left", { LEAVE ("k", "d") }, "d case/2024-0001 returned {'asked':1,'reason':'x'}",
    "person-left" },
  { "deputy-of-an-officer", { DEPUTY ("o", "o", "n", "2024-05-01", "2024-05-31") },
    "n case/2024-0001 returned {'asked':1,'reason':'x'}", "not-allowed" },
  { "deputy-of-a-deputy", { DEPUTY ("d", "d", "n", "2024-05-01", "2024-05-31") },
    "n case/2024-0001 returned {'asked':1,'reason':'x'}", "not-allowed" },
  { "another-deputy", { DEPUTY ("h", "h", "n", "2024-05-01", "2024-05-31") },
    "d case/2024-0001 returned {'asked':1,'reason':'x'}", "not-allowed" },
  { "another-deputy-may", { DEPUTY ("h", "h", "n", "2024-05-01", "2024-05-31") },
    "n case/2024-0001 returned {'asked':1,'reason':'x'}", "none" },

  /* keys: a request is in force once others vouch for it */
  { "requested", { KEY ("n", "n", "N") }, "n@N case/2024-0001 noted {'text':'x'}", "not-allowed" },
  { "key-in-use", { KEY ("n", "n", "N"), KEY ("k", "n", "N") }, KEY ("o", "o", "N"), "key-in-use" },
  { "own-key-again", { KEY ("n", "n", "N"), KEY ("k", "n", "N") }, KEY ("n", "n", "N"), "key-in-use" },

  /* policy */
  { "signing-without-a-key", { NULL }, POLICY ("k", "signed"), "keeper-without-key" },
  { "signing-with-a-head's-key", { KEY ("h", "h", "H"), KEY ("k", "h", "H") }, POLICY ("k", "signed"),
    "keeper-without-key" },
  { "signing", { ROLE ("k", "n", "keeper"), KEY ("k", "k", "K"), KEY ("n", "k", "K") }, POLICY ("k", "signed"),
    "none" },
  { "last-keeper-with-a-key",
    { ROLE ("k", "n", "keeper"), KEY ("k", "k", "K"), KEY ("n", "k", "K"), POLICY ("k", "signed") },
    TAKE ("k@K", "k", "keeper"), "last-keeper" },
  { "last-keeper-with-a-key-leaves",
    { ROLE ("k", "n", "keeper"), KEY ("k", "k", "K"), KEY ("n", "k", "K"), POLICY ("k", "signed") },
    LEAVE ("k@K", "k"), "last-keeper" },
  { "another-keeper-may-yet-be-without-a-key",
    { ROLE ("k", "n", "keeper"), KEY ("k", "k", "K"), KEY ("n", "k", "K"), POLICY ("k", "signed") },
    ROLE ("k@K", "o", "keeper"), "none" },
  { "a-keeper-without-a-key-goes",
    { ROLE ("k", "n", "keeper"), KEY ("k", "k", "K"), KEY ("n", "k", "K"), POLICY ("k", "signed") },
    TAKE ("k@K", "n", "keeper"), "none" },
  { "unsigned-staff-counts-for-nothing",
    { ROLE ("k", "n", "keeper"), KEY ("k", "k", "K"), KEY ("n", "k", "K"), POLICY ("k", "signed"),
      ROLE ("k", "n", "head") },
    "n case/2024-0001 returned {'asked':1,'reason':'x'}", "not-allowed" },
  { "signed-staff-counts",
    { ROLE ("k", "n", "keeper"), KEY ("k", "k", "K"), KEY ("n", "k", "K"), POLICY ("k", "signed"),
      ROLE ("k@K", "n", "head") },
    "n case/2024-0001 returned {'asked':1,'reason':'x'}", "none" },

  /* imports */
  { "imported-role-counts-for-nothing", { "!k staff/n role-given {'role':'head'}" },
    "n case/2024-0001 returned {'asked':1,'reason':'x'}", "not-allowed" },
  { "imported-policy-counts-for-nothing", { "!k agency policy-set {'approval':'signed'}" },
    "h case/2024-0001 approved {'asked':1,'files':[],'facts':'" N0 "'}", "none" },
  { "imported-leaving-counts-for-nothing", { "!k staff/o left {}" }, "o case/2024-0001 noted {'text':'x'}",
    "none" },
};

static void
test_story (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_RECORDED, closed);

  for (guint i = 0; stories[row].lines[i] != NULL; i++)
    add (staff, 100 + i, stories[row].lines[i]);
  g_assert_cmpstr (judge (staff, stories[row].act), ==, stories[row].want);
}

/* --- open and closed -------------------------------------------------------------------------- */

static void
test_open (void)
{
  static const char *const lines[] = { OFFICE, NULL };
  g_autoptr (YsStaff) empty = ys_staff_new (YS_STAFF_APPROVAL_SIGNED);
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_RECORDED, lines);

  g_assert_true (ys_staff_is_open (empty));
  g_assert_cmpint (ys_staff_get_approval (empty), ==, YS_STAFF_APPROVAL_SIGNED);
  g_assert_null (ys_staff_get_chain (empty)[0]);
  g_assert_cmpuint (ys_staff_get_persons (empty)->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    {
      g_autofree char *text = g_strconcat ("- ", rights[i].entry, NULL);
      gboolean of_nobody = strstr (text, " staff/n ") != NULL || strstr (text, " staff/o ") != NULL;

      g_assert_cmpstr (judge (empty, text), ==, of_nobody ? "no-such-person" : "none");
      g_assert_cmpstr (judge (staff, text), ==, "none");
      g_assert_false (ys_staff_needs_signature (empty, YS_KIND_APPROVED, "2024-0001", NULL));
    }

  /* What makes no sense is refused there as well; what was made nevertheless counts as it can. */
  g_assert_cmpstr (judge (staff, "- staff/o joined {'name':'x'}"), ==, "joined-twice");
  g_assert_cmpstr (judge (staff, ROLE ("-", "zz", "keeper")), ==, "no-such-person");
  add (staff, 50, ROLE ("-", "zz", "keeper"));
  add (staff, 51, ROLE ("-", "g", "keeper"));
  add (staff, 52, ROLE ("-", "o", "head"));
  g_assert_true (ys_staff_is_open (staff));
  add (staff, 53, ROLE ("!x", "k", "keeper"));
  g_assert_false (ys_staff_is_open (staff));
}

/* An office that signs may not close with a keeper who cannot. */
static void
test_closing_to_sign (void)
{
  static const char *const lines[] = { JOIN ("k"), NULL };
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_SIGNED, lines);
  g_autoptr (YsStaff) recorded = fold (YS_STAFF_APPROVAL_RECORDED, lines);

  g_assert_cmpstr (judge (staff, ROLE ("-", "k", "keeper")), ==, "keeper-without-key");
  g_assert_cmpstr (judge (staff, ROLE ("-", "k", "head")), ==, "none");
  g_assert_cmpstr (judge (recorded, ROLE ("-", "k", "keeper")), ==, "none");
  add (staff, 2, KEY ("-", "k", "K"));
  g_assert_cmpstr (ys_staff_find (staff, "k")->key, ==, "K");
  g_assert_cmpint (ys_staff_find (staff, "k")->key_position, ==, 2);
  g_assert_cmpstr (judge (staff, ROLE ("-", "k", "keeper")), ==, "none");
}

/* --- deputies --------------------------------------------------------------------------------- */

static void
test_deputy_days (void)
{
  static const struct
  {
    const char *on;
    gboolean stands_in;
  } days[] = {
    { "2024-04-30", FALSE }, { "2024-05-01", TRUE }, { "2024-05-31", TRUE }, { "2024-06-01", FALSE },
  };
  static const char returned[] = "d case/2024-0001 returned {'asked':1,'reason':'x'}";
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_RECORDED, closed);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const char *whom = "?";
      YsDay day = ys_day_parse (days[i].on, -1);

      g_assert_cmpint (ys_staff_is_head_on (staff, "d", day, &whom), ==, days[i].stands_in);
      g_assert_cmpstr (whom, ==, days[i].stands_in ? "h" : NULL);
      g_assert_cmpint (ys_staff_may (staff, "d", YS_KIND_RETURNED, day), ==, days[i].stands_in);
      g_assert_cmpstr (judge_on (staff, returned, days[i].on, NULL, NULL), ==,
                       days[i].stands_in ? "none" : "not-allowed");
      whom = "?";
      g_assert_true (ys_staff_is_head_on (staff, "h", day, &whom));
      g_assert_null (whom);
      g_assert_false (ys_staff_is_head_on (staff, "g", day, NULL));
      g_assert_false (ys_staff_is_head_on (staff, NULL, day, NULL));
    }
}

/* --- four eyes -------------------------------------------------------------------------------- */

static void
test_own_drafts (void)
{
  static const char *const acts[] = {
    "h case/2024-0001 approved {'asked':1,'files':[],'facts':'" N0 "'}",
    "h case/2024-0001 returned {'asked':1,'reason':'x'}",
    "h case/2024-0001 reviewed {'as':'legal','opinion':'agree'}",
    "h case/2024-0001 reviewed {'as':'leader','opinion':'agree'}",
    "d case/2024-0001 approved {'asked':1,'files':[],'facts':'" N0 "'}",
    "o case/2024-0001 reviewed {'as':'section','opinion':'agree'}",
  };
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_RECORDED, closed);

  for (int round = 0; round < 3; round++)
    {
      gboolean allowed = round == 1;

      g_assert_cmpint (ys_staff_allows_own_drafts (staff), ==, allowed);
      for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
        {
          char drafter[] = { acts[i][0], '\0' };

          g_assert_cmpstr (judge_on (staff, acts[i], DAY, drafter, NULL), ==,
                           allowed ? "none" : "own-draft");
          g_assert_cmpstr (judge_on (staff, acts[i], DAY, "n", NULL), ==, "none");
          g_assert_cmpstr (judge_on (staff, acts[i], DAY, NULL, drafter), ==, "none");
        }
      /* Whoever drafted may do everything else. */
      g_assert_cmpstr (judge_on (staff, "o case/2024-0001 replied {'outcome':'granted','sent_by':'post'}",
                                 DAY, "o", NULL), ==, "none");
      /* The last policy says it all. */
      if (round == 0)
        add (staff, 60, "k agency policy-set {'approval':'recorded','own_drafts':true}");
      else
        add (staff, 61, "k agency policy-set {'approval':'recorded'}");
    }
}

static void
test_own_destruction (void)
{
  static const char destroyed[] = "h case/2024-0001 destroyed {'asked':1,'kept':[]}";
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_RECORDED, closed);

  g_assert_cmpstr (judge_on (staff, destroyed, DAY, NULL, "h"), ==, "own-request");
  g_assert_cmpstr (judge_on (staff, destroyed, DAY, "h", "o"), ==, "none");
  add (staff, 60, "k agency policy-set {'approval':'recorded','own_drafts':true}");
  g_assert_cmpstr (judge_on (staff, destroyed, DAY, NULL, "h"), ==, "own-request");
}

/* --- keys ------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *lines[8]; /* after those of SIGNING, with h2 a second head and k2 a second keeper */
  const char *who;
  const char *key, *requested; /* in the end */
  gint64 position;             /* from 100 for the first of lines */
} keys[] = {
  { "first-by-a-keeper", { KEY ("n", "n", "N"), KEY ("k@K", "n", "N") }, "n", "N", NULL, 101 },
  { "first-vouched-for-before", { KEY ("k@K", "n", "N"), KEY ("n", "n", "N") }, "n", "N", NULL, 101 },
  { "first-requested", { KEY ("n", "n", "N") }, "n", NULL, "N", 0 },
  { "first-of-another-text", { KEY ("n", "n", "N"), KEY ("k@K", "n", "M") }, "n", NULL, "N", 0 },
  { "first-by-a-head", { KEY ("n", "n", "N"), KEY ("h@H", "n", "N") }, "n", NULL, "N", 0 },
  { "first-by-an-officer", { KEY ("n", "n", "N"), KEY ("o@O", "n", "N") }, "n", NULL, "N", 0 },
  { "first-by-an-unsigned-keeper", { KEY ("n", "n", "N"), KEY ("k", "n", "N") }, "n", NULL, "N", 0 },
  { "never-requested", { KEY ("k@K", "n", "N") }, "n", NULL, NULL, 0 },
  { "requested-anew", { KEY ("n", "n", "N"), KEY ("n", "n", "M"), KEY ("k@K", "n", "N") }, "n", NULL, "M", 0 },
  { "own-change", { KEY ("o@O", "o", "P") }, "o", "P", NULL, 100 },
  { "own-change-drops-the-request", { KEY ("o", "o", "Q"), KEY ("o@O", "o", "P") }, "o", "P", NULL, 101 },
  { "own-change-by-another-key", { KEY ("o@H", "o", "P") }, "o", "O", NULL, 0 },
  { "lost-requested", { KEY ("o", "o", "P") }, "o", "O", "P", 0 },
  { "lost-by-a-keeper-alone", { KEY ("o", "o", "P"), KEY ("k@K", "o", "P") }, "o", "O", "P", 0 },
  { "lost-by-a-head-alone", { KEY ("o", "o", "P"), KEY ("h@H", "o", "P") }, "o", "O", "P", 0 },
  { "lost-by-two-heads", { KEY ("o", "o", "P"), KEY ("h@H", "o", "P"), KEY ("h2@H2", "o", "P") }, "o", "O", "P", 0 },
  { "lost-by-two-keepers", { KEY ("o", "o", "P"), KEY ("k@K", "o", "P"), KEY ("k2@K2", "o", "P") }, "o", "O", "P",
    0 },
  { "lost-by-both", { KEY ("o", "o", "P"), KEY ("k@K", "o", "P"), KEY ("h@H", "o", "P") }, "o", "P", NULL, 102 },
  { "lost-by-both-head-first", { KEY ("o", "o", "P"), KEY ("h@H", "o", "P"), KEY ("k@K", "o", "P") }, "o", "P",
    NULL, 102 },
  { "lost-by-one-who-is-both",
    { ROLE ("k@K", "k", "head"), KEY ("o", "o", "P"), KEY ("k@K", "o", "P"), KEY ("k@K", "o", "P") }, "o", "O", "P",
    0 },
  { "lost-by-one-who-is-both-and-a-head",
    { ROLE ("k@K", "k", "head"), KEY ("o", "o", "P"), KEY ("k@K", "o", "P"), KEY ("h@H", "o", "P") }, "o", "P", NULL,
    103 },
  { "lost-by-a-keeper-for-another-text",
    { KEY ("o", "o", "P"), KEY ("k@K", "o", "Q"), KEY ("h@H", "o", "P") }, "o", "O", "P", 0 },
  { "a-head's-own-is-not-vouched-for-by-the-head",
    { KEY ("h", "h", "P"), KEY ("k@K", "h", "P"), KEY ("h@H", "h", "Q") }, "h", "Q", NULL, 102 },
  { "a-keeper's-own-needs-another-keeper",
    { KEY ("k", "k", "P"), KEY ("h@H", "k", "P") }, "k", "K", "P", 0 },
  { "a-keeper's-own-by-another-keeper",
    { KEY ("k", "k", "P"), KEY ("h@H", "k", "P"), KEY ("k2@K2", "k", "P") }, "k", "P", NULL, 102 },
  { "old-vouchers-do-not-serve-twice",
    { KEY ("o", "o", "P"), KEY ("k@K", "o", "P"), KEY ("h@H", "o", "P"), KEY ("o@P", "o", "Q"),
      KEY ("o", "o", "P") }, "o", "Q", "P", 103 },
  { "gone-with-the-key", { LEAVE ("k@K", "o") }, "o", NULL, NULL, 0 },
  { "back-without-the-key", { LEAVE ("k@K", "o"), "k@K staff/o joined {'name':'x'}" }, "o", NULL, NULL, 0 },
  { "back-with-a-first-key",
    { LEAVE ("k@K", "o"), "k@K staff/o joined {'name':'x'}", KEY ("o", "o", "P"), KEY ("k@K", "o", "P") }, "o", "P",
    NULL, 103 },
  { "imported", { "!o@O staff/o key-set {'suite':'gm','public_key':'P'}" }, "o", "O", NULL, 0 },
};

static void
test_key (gconstpointer data)
{
  static const char *const more[] = {
    JOIN ("h2"), JOIN ("k2"), KEY ("-", "h2", "H2"), KEY ("-", "k2", "K2"), ROLE ("-", "h2", "head"),
    OFFICE, KEYS, ROLE ("-", "k", "keeper"), ROLE ("k@K", "k2", "keeper"), NULL,
  };
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_SIGNED, more);
  gint64 before = ys_staff_find (staff, keys[row].who)->key_position;

  for (guint i = 0; keys[row].lines[i] != NULL; i++)
    add (staff, 100 + i, keys[row].lines[i]);

  const YsPerson *person = ys_staff_find (staff, keys[row].who);
  g_assert_cmpstr (person->key, ==, keys[row].key);
  g_assert_cmpstr (person->requested_key, ==, keys[row].requested);
  g_assert_cmpint (person->key_position, ==,
                   keys[row].position != 0 ? keys[row].position : keys[row].key != NULL ? before : 0);
}

/* An older signature was right at its place: it is judged by the staff before it. */
static void
test_old_signatures (void)
{
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_SIGNED, signing);
  static const char old[] = "o@O case/2024-0001 noted {'text':'x'}";
  static const char new[] = "o@P case/2024-0001 noted {'text':'x'}";

  g_assert_cmpstr (judge (staff, old), ==, "none");
  g_assert_cmpstr (judge (staff, new), ==, "wrong-signer");
  add (staff, 100, KEY ("o@O", "o", "P"));
  g_assert_cmpstr (judge (staff, old), ==, "wrong-signer");
  g_assert_cmpstr (judge (staff, new), ==, "none");
}

/* --- the value -------------------------------------------------------------------------------- */

static void
test_copy (void)
{
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_RECORDED, closed);

  add (staff, 50, "k agency chain-set {'steps':['section','legal']}");
  add (staff, 51, KEY ("n", "n", "N"));
  add (staff, 52, "k agency policy-set {'approval':'none','own_drafts':true}");
  g_autoptr (YsStaff) copy = ys_staff_copy (staff);

  add (staff, 53, LEAVE ("k", "o"));
  add (staff, 54, "k agency chain-set {'steps':['leader']}");
  add (staff, 55, KEY ("k", "n", "N"));
  g_assert_cmpuint (ys_staff_get_persons (copy)->len, ==, 7);
  g_assert_cmpstr (((YsPerson *) g_ptr_array_index (ys_staff_get_persons (copy), 0))->id, ==, "o");
  g_assert_false (ys_staff_find (copy, "o")->left);
  g_assert_true (ys_staff_find (staff, "o")->left);
  g_assert_cmpint (ys_staff_find (staff, "o")->left_on, ==, ys_day_parse (DAY, -1));
  g_assert_cmpstr (ys_staff_find (copy, "n")->requested_key, ==, "N");
  g_assert_cmpstr (ys_staff_find (staff, "n")->key, ==, "N");
  g_assert_cmpint (ys_staff_get_approval (copy), ==, YS_STAFF_APPROVAL_NONE);
  g_assert_true (ys_staff_allows_own_drafts (copy));
  g_assert_cmpstr (ys_staff_get_chain (copy)[0], ==, "section");
  g_assert_cmpstr (ys_staff_get_chain (copy)[1], ==, "legal");
  g_assert_null (ys_staff_get_chain (copy)[2]);
  g_assert_cmpstr (ys_staff_get_chain (staff)[0], ==, "leader");
  g_assert_null (ys_staff_find (copy, "zz"));
  /* the copy goes on by itself */
  add (copy, 53, KEY ("k", "n", "N"));
  g_assert_cmpstr (ys_staff_find (copy, "n")->key, ==, "N");
}

static void
test_particulars (void)
{
  static const char *const lines[] = {
    "- staff/o joined {'name':'何雨','unit':'办公室','title':'科员'}", "- staff/o left {'reason':'调走'}",
    "- staff/o joined {'name':'何雨晴','unit':'法规处'}", "- case/2024-0001 noted {'text':'x'}", NULL,
  };
  g_autoptr (YsStaff) staff = fold (YS_STAFF_APPROVAL_RECORDED, lines);
  const YsPerson *person = ys_staff_find (staff, "o");

  g_assert_cmpuint (ys_staff_get_persons (staff)->len, ==, 1);
  g_assert_cmpstr (person->name, ==, "何雨晴");
  g_assert_cmpstr (person->unit, ==, "法规处");
  g_assert_null (person->title);
  g_assert_false (person->left);
  g_assert_cmpint (person->left_on, ==, YS_DAY_NONE);
  g_assert_cmpint (person->joined_on, ==, ys_day_parse (DAY, -1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/staff/every-right", test_every_right);
  g_test_add_func ("/rules/staff/every-signature", test_every_signature);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/staff/story/", stories[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_story);
    }
  g_test_add_func ("/rules/staff/open", test_open);
  g_test_add_func ("/rules/staff/closing-to-sign", test_closing_to_sign);
  g_test_add_func ("/rules/staff/deputy-days", test_deputy_days);
  g_test_add_func ("/rules/staff/own-drafts", test_own_drafts);
  g_test_add_func ("/rules/staff/own-destruction", test_own_destruction);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/staff/key/", keys[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_key);
    }
  g_test_add_func ("/rules/staff/old-signatures", test_old_signatures);
  g_test_add_func ("/rules/staff/copy", test_copy);
  g_test_add_func ("/rules/staff/particulars", test_particulars);
  return g_test_run ();
}
