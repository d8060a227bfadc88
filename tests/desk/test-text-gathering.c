/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of attached documents, gathered from a small docket by the real worker: good, broken and
 * empty ones, one that comes later, and a stop in the midst of it. */
#include "desk-docket.h"
#include "desk/case/found-places.h"
#include "desk/text-gathering.h"
#include "desk/widgets/reading-foot.h"
#include "made-pdf.h"
#include "office/deliver.h"
#include "office/file-texts.h"
#include "office/lists.h"

#define TODAY (ys_day_from_ymd (2026, 11, 24))
/* On the second page of the document that the tests attach, and nowhere in the sample. */
#define WORD "Quizzical"

typedef struct
{
  DeskDocket *docket;
  YsSession *session;
  char *id;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  self->docket = desk_docket_new (6, TODAY);
  self->session = ys_session_open (self->docket->address, TRUE, TODAY, &error);
  g_assert_no_error (error);
  ids = ys_office_list_ids (self->session, NULL, YS_ORDER_NUMBER, FALSE, &error);
  g_assert_no_error (error);
  self->id = g_strdup (g_ptr_array_index (ids, 0));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->session);
  desk_docket_free (self->docket);
  g_free (self->id);
}

static void
attach (Fixture *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *digest
    = ys_office_attach (self->session, self->id, TODAY, file, "reply", &error);

  g_assert_no_error (error);
  g_assert_nonnull (digest);
}

static void
attach_bytes (Fixture *self, const char *name, GBytes *bytes)
{
  g_autofree char *path = made_file (self->docket->folder, name, bytes);

  attach (self, path);
}

static void
attach_reply (Fixture *self)
{
  static const char *const fonts[] = { "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>", NULL };
  static const char font[] = "/Resources << /Font << /F1 3 0 R >> >>";
  static const MadePage pages[] = {
    { "BT /F1 20 Tf 100 600 Td (Nothing) Tj ET", NULL, font },
    { "BT /F1 20 Tf 100 600 Td (Very quizzical) Tj ET", NULL, font },
  };
  g_autoptr (GBytes) bytes = made_pdf (pages, G_N_ELEMENTS (pages), fonts);

  attach_bytes (self, "reply.pdf", bytes);
}

static YsFileCounts
count (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsUnreadFiles) files = ys_office_list_unread_files (self->session, 1, &error);

  g_assert_no_error (error);
  return files->counts;
}

static gboolean
is_at_rest (gpointer data)
{
  return !ys_text_gathering_is_working (data);
}

static guint
count_places (Fixture *self, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places
    = ys_office_find_where (self->session, self->id, words, &error);

  g_assert_no_error (error);
  return places->len;
}

static void
test_gathered (Fixture *self, gconstpointer data)
{
  static const MadePage blank[] = { { "", NULL, NULL }, { "", NULL, NULL } };
  g_autoptr (GBytes) pictures = made_pdf (blank, G_N_ELEMENTS (blank), NULL);
  g_autoptr (GBytes) broken = g_bytes_new_static ("%PDF-1.4 broken", 15);
  g_autoptr (GBytes) other = g_bytes_new_static ("no document", 11);
  YsFileCounts before = count (self);
  g_autoptr (YsTextGathering) gathering = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  const YsFilePlace *place;
  YsFileCounts after;
  YsFilter filter;

  attach_reply (self);
  attach_bytes (self, "scan.pdf", pictures);
  attach_bytes (self, "broken.pdf", broken);
  attach_bytes (self, "other.txt", other);
  g_assert_cmpuint (count_places (self, WORD), ==, 0);

  gathering = ys_text_gathering_new (self->docket->context);
  g_assert_true (ys_text_gathering_is_working (gathering));
  desk_turn_until (is_at_rest, gathering);
  after = count (self);
  g_assert_cmpint (after.unread, ==, 0);
  g_assert_cmpint (after.unreadable, ==, 2);
  g_assert_cmpint (after.read, ==, before.unread + 2);
  g_assert_cmpint (ys_text_gathering_get_done (gathering), ==, after.read + 2);
  g_assert_cmpint (ys_text_gathering_get_total (gathering), ==, after.read + 2);

  places = ys_office_find_where (self->session, self->id, WORD, NULL);
  g_assert_cmpuint (places->len, ==, 1);
  place = g_ptr_array_index (places, 0);
  g_assert_cmpstr (place->name, ==, "reply.pdf");
  g_assert_cmpint (place->page, ==, 2);
  g_assert_cmpstr (place->snippet, ==, "Very \u2068quizzical\u2069");
  ys_filter_init (&filter);
  filter.text = WORD;
  hits = ys_office_list_ids (self->session, &filter, YS_ORDER_NUMBER, FALSE, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (hits, 0), ==, self->id);
}

static gboolean
is_found (gpointer data)
{
  return count_places (data, WORD) > 0;
}

/* What a colleague attaches meanwhile is read too. */
static void
test_later (Fixture *self, gconstpointer data)
{
  g_autoptr (YsTextGathering) gathering = ys_text_gathering_new (self->docket->context);

  desk_turn_until (is_at_rest, gathering);
  attach_reply (self);
  desk_turn_until (is_found, self);
  desk_turn_until (is_at_rest, gathering);
  g_assert_cmpint (ys_text_gathering_get_done (gathering), ==,
                   ys_text_gathering_get_total (gathering));
}

static void
count_cb (YsContext *context, guint *n)
{
  ++*n;
}

/* An open list of results hears of it once, when all is read, and not when nothing was. */
static void
test_told (Fixture *self, gconstpointer data)
{
  g_autoptr (YsTextGathering) first = NULL;
  g_autoptr (YsTextGathering) second = NULL;
  guint n = 0;

  attach_reply (self);
  g_signal_connect (self->docket->context, "texts-changed", G_CALLBACK (count_cb), &n);
  first = ys_text_gathering_new (self->docket->context);
  desk_turn_until (is_at_rest, first);
  g_assert_cmpuint (n, ==, 1);
  second = ys_text_gathering_new (self->docket->context);
  desk_turn_until (is_at_rest, second);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handlers_disconnect_by_func (self->docket->context, count_cb, &n);
}

/* Paused, it counts and reads nothing; then it goes on. */
static void
test_paused (Fixture *self, gconstpointer data)
{
  g_autoptr (YsTextGathering) gathering = ys_text_gathering_new (self->docket->context);

  ys_text_gathering_set_paused (gathering, TRUE);
  attach_reply (self);
  desk_turn_until (is_at_rest, gathering);
  g_assert_cmpint (count (self).read, ==, 0);
  g_assert_cmpint (count (self).unread, >, 0);
  g_assert_cmpint (ys_text_gathering_get_total (gathering), >, 0);
  g_assert_cmpint (ys_text_gathering_get_done (gathering), ==, 0);
  ys_text_gathering_set_paused (gathering, FALSE);
  g_assert_true (ys_text_gathering_is_working (gathering));
  desk_turn_until (is_at_rest, gathering);
  g_assert_cmpint (count (self).unread, ==, 0);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Wherever it is stopped, it lets everything go. */
static void
test_stopped (Fixture *self, gconstpointer data)
{
  attach_reply (self);
  for (int turns = 0; turns < 40; turns += 3)
    {
      YsTextGathering *gathering = ys_text_gathering_new (self->docket->context);

      g_object_add_weak_pointer (G_OBJECT (gathering), (gpointer *) &gathering);
      for (int i = 0; i < turns && ys_text_gathering_is_working (gathering); i++)
        g_main_context_iteration (NULL, TRUE);
      ys_text_gathering_stop (gathering);
      g_object_unref (gathering);
      desk_turn_until (is_null, &gathering);
    }
}

/* --- what is shown ---------------------------------------------------------------------------- */

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

static gboolean
is_paused (gpointer foot)
{
  g_autoptr (GPtrArray) texts = desk_list_texts (foot);

  return g_str_has_prefix (g_ptr_array_index (texts, 0), "Paused: attachments ");
}

static void
test_shown (Fixture *self, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *foot = g_object_new (YS_TYPE_READING_FOOT, NULL);
  GtkWidget *found = g_object_new (YS_TYPE_FOUND_PLACES, NULL);
  GtkWidget *button;
  g_autoptr (GPtrArray) texts = NULL;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (foot), (gpointer *) &foot);
  g_object_add_weak_pointer (G_OBJECT (found), (gpointer *) &found);
  attach_reply (self);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_box_append (GTK_BOX (box), found);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_visible (foot));
  g_assert_false (gtk_widget_get_visible (found));

  ys_reading_foot_set_context (YS_READING_FOOT (foot), self->docket->context);
  desk_turn_until (is_shown, foot);
  texts = desk_list_texts (foot);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (texts, 0), "Reading attachments 0/"));
  /* Paused and gone on with. */
  button = gtk_widget_get_last_child (gtk_widget_get_first_child (foot));
  g_signal_emit_by_name (button, "clicked");
  desk_turn_until (is_paused, foot);
  g_assert_true (gtk_widget_get_visible (foot));
  g_signal_emit_by_name (button, "clicked");
  desk_turn_until (is_hidden, foot);

  ys_found_places_look (YS_FOUND_PLACES (found), self->docket->context, self->id, " " WORD " ");
  desk_turn_until (is_shown, found);
  g_assert_nonnull (desk_find_text (found, GTK_TYPE_LABEL,
                                    "“" WORD "” occurs in reply.pdf, page 2"));
  /* Other words, which stand nowhere. */
  ys_found_places_look (YS_FOUND_PLACES (found), self->docket->context, self->id, "龘龘");
  desk_turn_until (is_hidden, found);

  gtk_window_destroy (GTK_WINDOW (window));
  desk_turn_until (is_null, &window);
  desk_turn_until (is_null, &foot);
  desk_turn_until (is_null, &found);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/text-gathering/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("gathered", test_gathered);
  ADD ("later", test_later);
  ADD ("told", test_told);
  ADD ("paused", test_paused);
  ADD ("stopped", test_stopped);
  ADD ("shown", test_shown);
#undef ADD
  return g_test_run ();
}
