/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The moving end of the selection, led by keys: by character, by line, to the ends of the page and of
 * the document. From a page's last character it goes on to the next page. */
#include "desk/paper/paper-view-private.h"

#include <math.h>

typedef enum
{
  EXTEND_BACK,
  EXTEND_ON,
  EXTEND_UP,
  EXTEND_DOWN,
  EXTEND_PAGE_START,
  EXTEND_PAGE_END,
  EXTEND_START,
  EXTEND_END,
} Extend;

static const struct
{
  guint key;
  GdkModifierType modifiers;
  Extend extend;
} keys[] = {
  { GDK_KEY_Left, 0, EXTEND_BACK },
  { GDK_KEY_KP_Left, 0, EXTEND_BACK },
  { GDK_KEY_Right, 0, EXTEND_ON },
  { GDK_KEY_KP_Right, 0, EXTEND_ON },
  { GDK_KEY_Up, 0, EXTEND_UP },
  { GDK_KEY_KP_Up, 0, EXTEND_UP },
  { GDK_KEY_Down, 0, EXTEND_DOWN },
  { GDK_KEY_KP_Down, 0, EXTEND_DOWN },
  { GDK_KEY_Home, 0, EXTEND_PAGE_START },
  { GDK_KEY_KP_Home, 0, EXTEND_PAGE_START },
  { GDK_KEY_End, 0, EXTEND_PAGE_END },
  { GDK_KEY_KP_End, 0, EXTEND_PAGE_END },
  { GDK_KEY_Home, GDK_CONTROL_MASK, EXTEND_START },
  { GDK_KEY_KP_Home, GDK_CONTROL_MASK, EXTEND_START },
  { GDK_KEY_End, GDK_CONTROL_MASK, EXTEND_END },
  { GDK_KEY_KP_End, GDK_CONTROL_MASK, EXTEND_END },
};

/* No page has so many characters. */
#define LAST_POSITION (YS_PAPER_NO_POSITION - 1)

/* Where the view begins, if nothing was clicked at yet. */
static void
begin (YsPaperView *self)
{
  YsPagePoint top = ys_paper_view_point_at (self, 0, 0);
  YsPaperBox upright = ys_paper_box_turn (
    (YsPaperBox) { 0, top.page == self->current ? CLAMP (top.y, 0, 1) : 0, 0, 0 },
    (360 - self->turn) % 360);

  self->selection.anchor
    = (YsPaperMark) { self->current, upright.x, upright.y, YS_PAPER_NO_POSITION };
  self->selection.head = self->selection.anchor;
  self->selection.unit = YS_SELECT_CHARACTERS;
  self->has_selection = TRUE;
}

static void
step_line (YsPaperView *self, YsPaperText *text, gboolean down)
{
  YsPaperMark *head = &self->selection.head;
  guint last = ys_page_layout_get_n_pages (self->layout) - 1, to;

  if (isnan (self->column))
    self->column = ys_paper_text_box_at (text, head->position).x;
  if (ys_paper_text_position_beside (text, head->position, self->column, down, &to))
    head->position = to;
  else if (down ? head->page < last : head->page > 0)
    *head = (YsPaperMark) { down ? head->page + 1 : head->page - 1, self->column, down ? 0 : 1,
                            YS_PAPER_NO_POSITION };
  else
    head->position = down ? LAST_POSITION : 0;
}

static void
step_character (YsPaperView *self, YsPaperText *text, gboolean on)
{
  YsPaperMark *head = &self->selection.head;
  guint last = ys_page_layout_get_n_pages (self->layout) - 1;

  if (on && head->position < ys_paper_text_get_length (text))
    head->position++;
  else if (!on && head->position > 0)
    head->position--;
  else if (on && head->page < last)
    *head = (YsPaperMark) { head->page + 1, 0, 0, 0 };
  else if (!on && head->page > 0)
    *head = (YsPaperMark) { head->page - 1, 1, 1, LAST_POSITION };
}

/* The words of the head's page are there. */
static void
step (YsPaperView *self, YsPaperText *text, Extend extend)
{
  YsPaperMark *head = &self->selection.head;

  head->position = ys_paper_mark_find (head, text);
  if (extend == EXTEND_UP || extend == EXTEND_DOWN)
    {
      step_line (self, text, extend == EXTEND_DOWN);
      return;
    }
  self->column = NAN;
  step_character (self, text, extend == EXTEND_ON);
}

static void
jump (YsPaperView *self, Extend extend)
{
  guint last = ys_page_layout_get_n_pages (self->layout) - 1;
  gboolean to_end = extend == EXTEND_PAGE_END || extend == EXTEND_END;
  guint page = extend == EXTEND_START ? 0
               : extend == EXTEND_END ? last
                                      : self->selection.head.page;

  self->column = NAN;
  self->selection.head
    = (YsPaperMark) { page, to_end, to_end, to_end ? LAST_POSITION : 0 };
}

static void
show_head (YsPaperView *self)
{
  const YsPaperMark *head = &self->selection.head;
  YsPaperText *text = ys_page_texts_get (self->texts, head->page);
  YsPaperBox box = { CLAMP (head->x, 0, 1), CLAMP (head->y, 0, 1), 0, 0 };

  if (text != NULL && ys_paper_text_get_length (text) > 0)
    box = ys_paper_text_box_at (text, ys_paper_mark_find (head, text));
  ys_paper_view_show_box (self, head->page, box);
}

/* Until the words of a page have come, a key leads nowhere; a page without any is stepped over. */
static gboolean
extend_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsPaperView *self = YS_PAPER_VIEW (widget);
  Extend extend = (Extend) g_variant_get_int32 (args);
  guint page;
  YsPaperText *text;

  if (self->layout == NULL)
    return FALSE;
  if (!self->has_selection)
    begin (self);
  page = self->selection.head.page;
  text = ys_page_texts_get (self->texts, page);
  if (extend >= EXTEND_PAGE_START)
    jump (self, extend);
  else if (text != NULL)
    step (self, text, extend);
  else if (ys_page_texts_has_failed (self->texts, page))
    {
      gboolean on = extend == EXTEND_ON || extend == EXTEND_DOWN;
      guint last = ys_page_layout_get_n_pages (self->layout) - 1;

      self->selection.head.page = on ? MIN (page + 1, last) : page - MIN (page, 1);
      self->selection.head.position = on ? 0 : LAST_POSITION;
    }
  show_head (self);
  ys_paper_view_tell_selection (self);
  return TRUE;
}

void
ys_paper_view_extend_class_init (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].key, keys[i].modifiers | GDK_SHIFT_MASK, extend_cb,
                                  "i", (int) keys[i].extend);
}
