/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view on generated documents: only what is in sight is asked for, also of 1,000 and 10,000
 * pages; a hostile page costs itself; searching, selecting, turning, magnifying; all of it goes. */
#include "asked.h"
#include "desk-docket.h"
#include "desk/paper/paper-view-private.h"
#include "made-pdf.h"

#define WIDTH 900
#define HEIGHT 700

typedef struct
{
  YsPaperReader *reader;
  GtkWidget *window;
  YsPaperView *view;
} Shown;

/* --- showing ----------------------------------------------------------------------------------- */

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_height (GTK_WIDGET (((Shown *) data)->view)) > 0;
}

static gboolean
is_still (gpointer data)
{
  Shown *self = data;

  return ys_page_pictures_count_waiting (self->view->pictures) == 0 && self->view->telling == 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *left = data;

  return --*left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
}

/* Until it was laid out anew and what is in sight has come. */
static void
settle (Shown *self)
{
  guint frames = 3;

  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, &frames, NULL);
  desk_turn_until (is_zero, &frames);
  desk_turn_until (is_still, self);
}

static Shown
show_with_clock (GBytes *bytes, guint milliseconds)
{
  Shown self = { asked_open_bytes (bytes), gtk_window_new (), g_object_new (YS_TYPE_PAPER_VIEW, NULL) };
  GtkWidget *scroller = gtk_scrolled_window_new ();

  ys_paper_reader_set_clock (self.reader, milliseconds);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self.view));
  gtk_window_set_child (GTK_WINDOW (self.window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self.window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (self.window), FALSE);
  ys_paper_view_set_reader (self.view, self.reader);
  gtk_window_present (GTK_WINDOW (self.window));
  desk_turn_until (is_laid_out, &self);
  settle (&self);
  return self;
}

static Shown
show_bytes (GBytes *bytes)
{
  return show_with_clock (bytes, YS_PAPER_CLOCK);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
no_children (gpointer data)
{
  return asked_count_children () == 0;
}

/* Window, view, what it keeps and the worker all go. */
static void
end (Shown *self)
{
  gpointer view = self->view, reader = self->reader, pictures = self->view->pictures;

  g_object_add_weak_pointer (view, &view);
  g_object_add_weak_pointer (reader, &reader);
  g_object_add_weak_pointer (pictures, &pictures);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->reader);
  desk_turn_until (is_null, &view);
  desk_turn_until (is_null, &pictures);
  desk_turn_until (is_null, &reader);
  desk_turn_until (no_children, NULL);
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

static void
press_key (Shown *self, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !found; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !found; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger)
              || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key
              || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != modifiers)
            continue;
          found = TRUE;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                        GTK_WIDGET (self->view),
                                        gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_true (found);
}

/* --- many pages -------------------------------------------------------------------------------- */

static void
assert_lazy (guint n)
{
  g_autoptr (GBytes) bytes = made_numbered (n);
  Shown shown = show_bytes (bytes);
  guint first = ys_page_pictures_count_asked (shown.view->pictures);
  guint widgets = count_widgets (GTK_WIDGET (shown.view));

  /* In sight and a neighbour. */
  g_assert_cmpuint (first, >=, 2);
  g_assert_cmpuint (first, <=, 4);
  g_assert_cmpuint (ys_paper_view_get_page (shown.view), ==, 0);

  press_key (&shown, GDK_KEY_End, GDK_CONTROL_MASK);
  settle (&shown);
  g_assert_cmpuint (ys_paper_view_get_page (shown.view), ==, n - 1);
  g_assert_cmpuint (ys_page_pictures_count_asked (shown.view->pictures), <=, first + 4);
  g_assert_nonnull (ys_page_pictures_get_any (shown.view->pictures, n - 1, 0));
  g_assert_null (ys_page_pictures_get_any (shown.view->pictures, n / 2, 0));
  g_assert_cmpuint (count_widgets (GTK_WIDGET (shown.view)), ==, widgets);

  ys_paper_view_go_to_page (shown.view, n / 2);
  settle (&shown);
  g_assert_cmpuint (ys_paper_view_get_page (shown.view), ==, n / 2);
  g_assert_nonnull (ys_page_pictures_get_any (shown.view->pictures, n / 2, 0));
  end (&shown);
}

static void
test_thousand (void)
{
  assert_lazy (1000);
}

static void
test_ten_thousand (void)
{
  assert_lazy (10000);
}

/* Through 1,000 pages at once: what flew by is not drawn, and what is kept stays bounded. */
static void
test_flown_by (void)
{
  g_autoptr (GBytes) bytes = made_numbered (1000);
  Shown shown = show_bytes (bytes);

  for (guint page = 0; page < 1000; page += 10)
    {
      YsPagePlace place = ys_page_layout_get_place (shown.view->layout, page);

      ys_paper_area_scroll_to (YS_PAPER_AREA (shown.view), 0, place.y);
      g_assert_cmpuint (ys_page_pictures_count_waiting (shown.view->pictures), <=, 5);
    }
  settle (&shown);
  g_assert_cmpuint (ys_paper_view_get_page (shown.view), ==, 990);
  g_assert_nonnull (ys_page_pictures_get_any (shown.view->pictures, 990, 0));
  /* Most of a hundred places were cancelled before the worker had time for them. */
  g_assert_null (ys_page_pictures_get_any (shown.view->pictures, 500, 0));
  g_assert_cmpuint (ys_page_pictures_count_bytes (shown.view->pictures), <=, 160 * 1024 * 1024);
  end (&shown);
}

/* --- pictures ---------------------------------------------------------------------------------- */

static gboolean
has_come (gpointer data)
{
  return *(guint *) data > 0;
}

static void
count_arrived_cb (YsPagePictures *pictures, guint page, guint *n)
{
  ++*n;
}

/* The store alone: what is not wanted any more goes beyond the bound, what is wanted stays. */
static void
test_bound (void)
{
  g_autoptr (GBytes) bytes = made_numbered (6);
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
  g_autoptr (YsPagePictures) pictures = ys_page_pictures_new (reader, 100 * 142 * 4 * 2);

  for (guint page = 0; page < 6; page++)
    {
      YsPaperPicture picture = { .page = page, .width = 100 };
      guint n = 0;
      gulong id = g_signal_connect (pictures, "arrived", G_CALLBACK (count_arrived_cb), &n);

      ys_page_pictures_begin (pictures);
      ys_page_pictures_want (pictures, &picture, YS_PAPER_NOW);
      ys_page_pictures_want (pictures, &picture, YS_PAPER_NOW);
      ys_page_pictures_end (pictures);
      desk_turn_until (has_come, &n);
      g_assert_nonnull (ys_page_pictures_get (pictures, &picture));
      g_signal_handler_disconnect (pictures, id);
    }
  g_assert_cmpuint (ys_page_pictures_count_asked (pictures), ==, 6);
  g_assert_cmpuint (ys_page_pictures_count_bytes (pictures), <=, 100 * 142 * 4 * 2);
  g_assert_null (ys_page_pictures_get_any (pictures, 0, 0));
  g_assert_nonnull (ys_page_pictures_get_any (pictures, 5, 0));
}

static void
test_exact_size (void)
{
  g_autoptr (GBytes) bytes = made_numbered (2);
  Shown shown = show_bytes (bytes);
  GdkTexture *texture;

  ys_paper_view_set_zoom (shown.view, 1);
  settle (&shown);
  texture = ys_page_pictures_get_any (shown.view->pictures, 0, 0);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 793);
  g_assert_cmpfloat (ys_page_layout_get_place (shown.view->layout, 0).height, ==,
                     gdk_texture_get_height (texture));
  end (&shown);
}

/* Magnified far, a page is asked for in squares, and only those in sight. */
static void
test_squares (void)
{
  g_autoptr (GBytes) bytes = made_numbered (2);
  Shown shown = show_bytes (bytes);
  guint before;

  ys_paper_view_go_to_page (shown.view, 0);
  settle (&shown);
  before = ys_page_pictures_count_asked (shown.view->pictures);
  ys_paper_view_set_zoom (shown.view, 8);
  settle (&shown);
  g_assert_cmpfloat (ys_page_layout_get_place (shown.view->layout, 0).width, >, 6000);
  /* 900 × 700 lie on four squares at most; the neighbour as a whole, small. */
  g_assert_cmpuint (ys_page_pictures_count_asked (shown.view->pictures), >, before);
  g_assert_cmpuint (ys_page_pictures_count_asked (shown.view->pictures), <=, before + 6);
  end (&shown);
}

/* --- hostile pages ----------------------------------------------------------------------------- */

static void
test_hostile_page (void)
{
  g_autoptr (GBytes) bytes = made_laughing ("oxoo");
  Shown shown = show_with_clock (bytes, 300);

  ys_paper_view_set_zoom (shown.view, 0.1);
  settle (&shown);
  g_assert_error (ys_page_pictures_get_failure (shown.view->pictures, 1), YS_PAPER_ERROR,
                  YS_PAPER_ERROR_TIMEOUT);
  for (guint page = 0; page < 4; page++)
    if (page != 1)
      {
        g_assert_null (ys_page_pictures_get_failure (shown.view->pictures, page));
        g_assert_nonnull (ys_page_pictures_get_any (shown.view->pictures, page, 0));
      }
  end (&shown);
}

/* --- words ------------------------------------------------------------------------------------- */

static gboolean
has_ended (gpointer search)
{
  return !ys_paper_search_is_running (search);
}

static void
test_search (void)
{
  g_autoptr (GBytes) bytes = made_numbered (300);
  Shown shown = show_bytes (bytes);
  g_autoptr (YsPaperSearch) search = ys_paper_search_new (shown.reader);
  guint page, number;

  ys_paper_view_set_search (shown.view, search);
  /* From page 150 on: 150 to 159, and round to 15. */
  ys_paper_search_start (search, "age 15", 149);
  desk_turn_until (has_ended, search);
  g_assert_cmpuint (ys_paper_search_count_pages (search), ==, 300);
  g_assert_cmpuint (ys_paper_search_count_hits (search), ==, 11);
  g_assert_nonnull (ys_paper_search_get_current (search, &page, &number));
  g_assert_cmpuint (page, ==, 149);
  g_assert_cmpuint (number, ==, 2);

  ys_paper_view_show_hit (shown.view);
  settle (&shown);
  g_assert_cmpuint (ys_paper_view_get_page (shown.view), ==, 149);
  g_assert_true (ys_paper_search_step (search, FALSE));
  ys_paper_search_get_current (search, &page, &number);
  g_assert_cmpuint (page, ==, 14);
  g_assert_cmpuint (number, ==, 1);
  /* Round the beginning. */
  g_assert_true (ys_paper_search_step (search, FALSE));
  ys_paper_search_get_current (search, &page, &number);
  g_assert_cmpuint (page, ==, 158);
  g_assert_cmpuint (number, ==, 11);

  ys_paper_search_start (search, "nowhere", 0);
  ys_paper_search_stop (search);
  g_assert_true (has_ended (search));
  g_assert_cmpuint (ys_paper_search_count_hits (search), ==, 0);
  g_assert_false (ys_paper_search_step (search, TRUE));
  g_clear_object (&search);
  end (&shown);
}

static void
test_search_chinese (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SAMPLE_PDF_DIR"), "reply.pdf", NULL);
  g_autoptr (YsPaperReader) reader = asked_open_path (path);
  g_autoptr (YsPaperSearch) search = ys_paper_search_new (reader);
  g_autoptr (YsPaperText) text = NULL;
  g_autoptr (GArray) spans = NULL;
  const YsPaperHit *hit;
  guint page;

  ys_paper_search_start (search, "信息", 0);
  desk_turn_until (has_ended, search);
  g_assert_cmpuint (ys_paper_search_count_hits (search), >, 2);
  hit = ys_paper_search_get_current (search, &page, NULL);
  text = asked_text (reader, page, NULL);
  spans = ys_paper_text_find (text, "信息");
  g_assert_cmpuint (hit->span.from, ==, g_array_index (spans, YsPaperSpan, 0).from);
  g_assert_cmpuint (hit->boxes->len, ==, 1);
}

/* A word that begins on one page and ends on the next is one hit, whichever was read first. */
static void
test_search_across (void)
{
  static const char font[] = "/Resources << /Font << /F1 3 0 R >> >>";
  static const MadePage pages[] = {
    { .content = "BT /F1 20 Tf 100 600 Td (an apple) Tj 0 -40 Td (bro) Tj 0 -400 Td (- 1 -) Tj ET",
      .more = font },
    { .content = "BT /F1 20 Tf 100 600 Td (ken apple, bro) Tj ET", .more = font },
    { .content = "BT /F1 20 Tf 100 600 Td (ken broken) Tj ET", .more = font },
  };
  static const char *const objects[] = {
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    NULL,
  };
  g_autoptr (GBytes) bytes = made_pdf (pages, 3, objects);
  Shown shown = show_bytes (bytes);
  g_autoptr (YsPaperSearch) search = ys_paper_search_new (shown.reader);

  ys_paper_view_set_search (shown.view, search);
  for (guint from = 0; from < 3; from++)
    {
      const YsPaperHit *hit;
      guint page, number;

      ys_paper_search_start (search, "broken", from);
      desk_turn_until (has_ended, search);
      g_assert_cmpuint (ys_paper_search_count_hits (search), ==, 3);
      g_assert_null (ys_paper_search_get_hit_from_before (search, 0));
      for (page = 0; page < 2; page++)
        {
          hit = ys_paper_search_get_hit_from_before (search, page + 1);
          g_assert_nonnull (hit);
          g_assert_cmpuint (hit->span.until - hit->span.from, ==, 3);
          g_assert_cmpuint (hit->boxes->len, ==, 1);
          g_assert_cmpuint (hit->rest->len, ==, 1);
        }
      g_assert_nonnull (ys_paper_search_get_current (search, &page, &number));
      for (guint i = number; i < 4; i++)
        ys_paper_search_step (search, TRUE);
      ys_paper_search_get_current (search, &page, &number);
      g_assert_cmpuint (page, ==, 0);
      g_assert_cmpuint (number, ==, 1);
      settle (&shown);
    }
  g_clear_object (&search);
  end (&shown);
}

static gpointer
find_controller (Shown *self, GType type, guint button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
        return controller;
    }
  g_assert_not_reached ();
}

/* The point of the widget at @x, @y points from the top left of page 1. */
static void
find_spot (Shown *self, double x, double y, double *across, double *down)
{
  YsPagePlace place = ys_page_layout_get_place (self->view->layout, 0);
  double left, top;

  ys_paper_view_get_origin (self->view, &left, &top);
  *across = left + place.x + x * place.width / A4_WIDTH;
  *down = top + place.y + y * place.height / A4_HEIGHT;
}

static void
press (Shown *self, int n_press, double x, double y)
{
  double across, down;

  find_spot (self, x, y, &across, &down);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY),
                         "drag-begin", across, down);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY),
                         "pressed", n_press, across, down);
}

static void
drag (Shown *self, double dx, double dy)
{
  YsPagePlace place = ys_page_layout_get_place (self->view->layout, 0);

  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY),
                         "drag-update", dx * place.width / A4_WIDTH, dy * place.height / A4_HEIGHT);
}

static gboolean
has_words (gpointer data)
{
  return ys_page_texts_get (((Shown *) data)->view->texts, 0) != NULL;
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static gboolean
is_copied (gpointer data)
{
  return ((Shown *) data)->view->copying == NULL;
}

static gboolean
has_selected (Shown *self)
{
  YsPaperText *text;
  YsPaperSpan span;
  const YsPaperSelection *selection = &self->view->selection;

  return self->view->has_selection
         && (selection->anchor.page != selection->head.page
             || ys_paper_view_get_span (self->view, selection->head.page, &text, &span));
}

static void
assert_copied (Shown *self, const char *expected)
{
  g_autofree char *copied = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "paper.copy", NULL));
  desk_turn_until (is_copied, self);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), NULL,
                                 clipboard_cb, &copied);
  desk_turn_until (is_set, &copied);
  g_assert_cmpstr (copied, ==, expected);
}

/* Letters of 12 points each, from (100, 242 from the top) on. */
#define LETTER 12.0
#define LEFT 100.0
#define LINE (A4_HEIGHT - 600.0 - 6)

static void
test_select (void)
{
  static const MadePage pages[] = {
    { .content = "BT /F1 20 Tf 100 600 Td (Page 12 end) Tj 0 -40 Td (second) Tj ET",
      .more = "/Resources << /Font << /F1 3 0 R >> >>" },
  };
  static const char *const objects[] = {
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    NULL,
  };
  g_autoptr (GBytes) bytes = made_pdf (pages, 1, objects);
  Shown shown = show_bytes (bytes);

  desk_turn_until (has_words, &shown);
  g_assert_false (has_selected (&shown));

  /* By characters: from before "a" to after "1". */
  press (&shown, 1, LEFT + LETTER + 1, LINE);
  drag (&shown, 5 * LETTER, 0);
  assert_copied (&shown, "age 1");
  /* Line ends as on the page. */
  drag (&shown, 2 * LETTER, 40);
  assert_copied (&shown, "age 12 end\nsec");
  /* A word, a line. */
  press (&shown, 2, LEFT + 1.5 * LETTER, LINE);
  assert_copied (&shown, "Page");
  press (&shown, 3, LEFT + 1.5 * LETTER, LINE);
  assert_copied (&shown, "Page 12 end");
  /* All of it. */
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "paper.select-page", NULL);
  assert_copied (&shown, "Page 12 end\nsecond");
  /* A click selects nothing. */
  press (&shown, 1, LEFT, LINE);
  g_assert_false (has_selected (&shown));
  end (&shown);
}

/* From within page 1 into page 2, without reading what lies between before it is copied. */
static void
test_select_pages (void)
{
  g_autoptr (GBytes) bytes = made_numbered (3);
  Shown shown = show_bytes (bytes);
  YsPagePlace first, second;

  desk_turn_until (has_words, &shown);
  ys_paper_view_set_zoom (shown.view, 0.5);
  settle (&shown);
  first = ys_page_layout_get_place (shown.view->layout, 0);
  second = ys_page_layout_get_place (shown.view->layout, 1);
  press (&shown, 1, LEFT + LETTER + 1, LINE);
  drag (&shown, LETTER, (second.y - first.y) * A4_HEIGHT / first.height);
  assert_copied (&shown, "age 1\nPa");
  /* Upwards it is the same. */
  drag (&shown, -LETTER, -LINE);
  assert_copied (&shown, "P");
  /* Words are whole at both ends. */
  press (&shown, 2, LEFT + 1.5 * LETTER, LINE);
  drag (&shown, 0, (second.y - first.y) * A4_HEIGHT / first.height);
  assert_copied (&shown, "Page 1\nPage");
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "paper.select-all", NULL);
  assert_copied (&shown, "Page 1\nPage 2\nPage 3");
  end (&shown);
}

static gboolean
has_all_words (gpointer data)
{
  Shown *self = data;
  gboolean all = TRUE;

  for (guint page = 0; page < ys_paper_reader_get_n_pages (self->reader); page++)
    all = ys_page_texts_get (self->view->texts, page) != NULL && all;
  return all;
}

static void
press_keys (Shown *self, guint key, GdkModifierType modifiers, guint n)
{
  for (guint i = 0; i < n; i++)
    press_key (self, key, modifiers);
}

static void
test_select_by_key (void)
{
  g_autoptr (GBytes) bytes = made_numbered (3);
  Shown shown = show_bytes (bytes);

  desk_turn_until (has_all_words, &shown);
  /* Nothing was clicked at: from where the view begins. */
  press_keys (&shown, GDK_KEY_Right, GDK_SHIFT_MASK, 4);
  assert_copied (&shown, "Page");
  press_keys (&shown, GDK_KEY_Left, GDK_SHIFT_MASK, 2);
  assert_copied (&shown, "Pa");
  /* By line to the next page, at the same place of the line; and back. */
  press_key (&shown, GDK_KEY_Down, GDK_SHIFT_MASK);
  assert_copied (&shown, "Page 1\nPa");
  press_key (&shown, GDK_KEY_Up, GDK_SHIFT_MASK);
  assert_copied (&shown, "Pa");
  press_key (&shown, GDK_KEY_End, GDK_SHIFT_MASK);
  assert_copied (&shown, "Page 1");
  press_key (&shown, GDK_KEY_End, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  settle (&shown);
  assert_copied (&shown, "Page 1\nPage 2\nPage 3");
  g_assert_cmpuint (ys_paper_view_get_page (shown.view), ==, 2);
  /* Past the end of the document nothing more comes. */
  press_keys (&shown, GDK_KEY_Right, GDK_SHIFT_MASK, 2);
  press_keys (&shown, GDK_KEY_Left, GDK_SHIFT_MASK, 2);
  assert_copied (&shown, "Page 1\nPage 2\nPage");
  press_key (&shown, GDK_KEY_Home, GDK_SHIFT_MASK);
  press_keys (&shown, GDK_KEY_Left, GDK_SHIFT_MASK, 3);
  settle (&shown);
  assert_copied (&shown, "Page 1\nPage");
  press_key (&shown, GDK_KEY_Home, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  g_assert_false (has_selected (&shown));
  end (&shown);
}

static void
copied_cb (YsPaperView *view, const YsPaperCopied *copied, YsPaperCopied *into)
{
  *into = *copied;
}

static gboolean
was_copied (gpointer data)
{
  return ((YsPaperCopied *) data)->n_pages > 0;
}

static void
take_words_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = ys_paper_copying_finish (result, NULL, NULL);
}

/* 10,000 pages: selecting reads none of them, copying one at a time; what is kept stays bounded, and
 * a copy that would be too long says where it ends. */
static void
test_select_ten_thousand (void)
{
  g_autoptr (GBytes) bytes = made_numbered (10000);
  Shown shown = show_bytes (bytes);
  YsPaperSelection hundred = ys_paper_selection_of_pages (100, 199);
  YsPaperCopied copied = { 0 };
  g_autofree char *words = NULL;
  YsPaperText *text;
  YsPaperSpan span;

  desk_turn_until (has_words, &shown);
  g_signal_connect (shown.view, "copied", G_CALLBACK (copied_cb), &copied);
  press_key (&shown, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_true (has_selected (&shown));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shown.view), "paper.copy", NULL));
  desk_turn_until (was_copied, &copied);
  g_assert_cmpuint (copied.n_pages, ==, 10000);
  g_assert_cmpuint (copied.n_copied, ==, 10000);
  g_assert_cmpuint (copied.n_unread, ==, 0);
  /* Not by way of what the view keeps. */
  g_assert_false (ys_paper_view_get_span (shown.view, 5000, &text, &span));

  ys_paper_copying_start (shown.reader, &hundred, 20, NULL, take_words_cb, &words);
  desk_turn_until (is_set, &words);
  g_assert_cmpstr (words, ==, "Page 101\nPage 102\nPa");
  end (&shown);
}

/* Who selects anew does not find the old words on the clipboard. */
static void
test_copy_given_up (void)
{
  g_autoptr (GBytes) bytes = made_numbered (500);
  Shown shown = show_bytes (bytes);

  desk_turn_until (has_words, &shown);
  press_key (&shown, GDK_KEY_a, GDK_CONTROL_MASK);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "paper.copy", NULL);
  g_assert_nonnull (shown.view->copying);
  press_key (&shown, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_null (shown.view->copying);
  assert_copied (&shown, "Page 1");
  end (&shown);
}

/* --- turning, magnifying ----------------------------------------------------------------------- */

static void
test_turn (void)
{
  g_autoptr (GBytes) bytes = made_numbered (20);
  Shown shown = show_bytes (bytes);
  YsPagePlace upright, turned;

  ys_paper_view_set_zoom (shown.view, 0.5);
  ys_paper_view_go_to_page (shown.view, 7);
  settle (&shown);
  upright = ys_page_layout_get_place (shown.view->layout, 7);
  press_key (&shown, GDK_KEY_Right, GDK_CONTROL_MASK);
  settle (&shown);
  turned = ys_page_layout_get_place (shown.view->layout, 7);
  g_assert_cmpuint (ys_paper_view_get_turn (shown.view), ==, 90);
  g_assert_cmpfloat_with_epsilon (turned.width, upright.height, 1.01);
  g_assert_cmpfloat_with_epsilon (turned.height, upright.width, 1.01);
  g_assert_cmpint ((int) ys_paper_view_get_page (shown.view), >=, 7);
  g_assert_cmpint ((int) ys_paper_view_get_page (shown.view), <=, 8);
  g_assert_nonnull (ys_page_pictures_get_any (shown.view->pictures, 8, 90));
  for (guint i = 0; i < 3; i++)
    press_key (&shown, GDK_KEY_Right, GDK_CONTROL_MASK);
  settle (&shown);
  g_assert_cmpuint (ys_paper_view_get_turn (shown.view), ==, 0);
  end (&shown);
}

/* What lies under the pointer stays there. */
static void
test_zoom_keeps_place (void)
{
  static const double zooms[] = { 1, 2, 0.8, 4 };
  g_autoptr (GBytes) bytes = made_numbered (50);
  Shown shown = show_bytes (bytes);

  ys_paper_view_set_zoom (shown.view, 1.5);
  ys_paper_view_go_to_page (shown.view, 30);
  settle (&shown);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      YsPagePoint before = ys_paper_view_point_at (shown.view, 450, 300), after;

      ys_paper_view_zoom_at (shown.view, zooms[i], 450, 300);
      settle (&shown);
      after = ys_paper_view_point_at (shown.view, 450, 300);
      g_assert_cmpfloat (ys_paper_view_get_zoom (shown.view), ==, zooms[i]);
      g_assert_cmpuint (after.page, ==, before.page);
      g_assert_cmpfloat_with_epsilon (after.y, before.y, 0.01);
    }
  end (&shown);
}

static void
test_fit (void)
{
  g_autoptr (GBytes) bytes = made_numbered (5);
  Shown shown = show_bytes (bytes);
  YsPagePlace place;

  ys_paper_view_set_fit (shown.view, YS_PAPER_FIT_WIDTH);
  settle (&shown);
  place = ys_page_layout_get_place (shown.view->layout, 0);
  g_assert_cmpfloat_with_epsilon (place.width,
                                  gtk_widget_get_width (GTK_WIDGET (shown.view)) - 2 * YS_PAGE_GAP,
                                  1);
  ys_paper_view_set_fit (shown.view, YS_PAPER_FIT_PAGE);
  settle (&shown);
  place = ys_page_layout_get_place (shown.view->layout, 0);
  g_assert_cmpfloat_with_epsilon (place.height,
                                  gtk_widget_get_height (GTK_WIDGET (shown.view)) - 2 * YS_PAGE_GAP,
                                  2);
  ys_paper_view_step_zoom (shown.view, TRUE);
  g_assert_cmpint (ys_paper_view_get_fit (shown.view), ==, YS_PAPER_FIT_NONE);
  end (&shown);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/paper-view/thousand", test_thousand);
  g_test_add_func ("/desk/paper-view/ten-thousand", test_ten_thousand);
  g_test_add_func ("/desk/paper-view/flown-by", test_flown_by);
  g_test_add_func ("/desk/paper-view/bound", test_bound);
  g_test_add_func ("/desk/paper-view/exact-size", test_exact_size);
  g_test_add_func ("/desk/paper-view/squares", test_squares);
  g_test_add_func ("/desk/paper-view/hostile-page", test_hostile_page);
  g_test_add_func ("/desk/paper-view/search", test_search);
  g_test_add_func ("/desk/paper-view/search-chinese", test_search_chinese);
  g_test_add_func ("/desk/paper-view/search-across", test_search_across);
  g_test_add_func ("/desk/paper-view/select", test_select);
  g_test_add_func ("/desk/paper-view/select-pages", test_select_pages);
  g_test_add_func ("/desk/paper-view/select-by-key", test_select_by_key);
  g_test_add_func ("/desk/paper-view/select-ten-thousand", test_select_ten_thousand);
  g_test_add_func ("/desk/paper-view/copy-given-up", test_copy_given_up);
  g_test_add_func ("/desk/paper-view/turn", test_turn);
  g_test_add_func ("/desk/paper-view/zoom-keeps-place", test_zoom_keeps_place);
  g_test_add_func ("/desk/paper-view/fit", test_fit);
  return g_test_run ();
}
