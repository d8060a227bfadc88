/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One applicant's fields. What makes a number right is rules/identity.h. */
#include "desk/register/applicant-box.h"

#include "desk/register/choices.h"
#include "desk/register/field-fault.h"
#include "desk/widgets/drop-down-name.h"
#include "rules/identity.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsApplicantBox
{
  GtkBox parent_instance;

  GtkToggleButton *person;
  GtkToggleButton *organisation;
  GtkDropDown *classes;
  GtkLabel *name_label;
  GtkEntry *name;
  GtkDropDown *id_type;
  GtkEntry *id_number;
  GtkWidget *verdict;
  GtkImage *verdict_icon;
  GtkLabel *verdict_text;
  GtkEntry *phone;
  GtkEntry *email;
  GtkEntry *address;
  GtkEntry *postcode;

  YsDay today;
  char *number;      /* the true one, while the entry shows it masked */
  gboolean masked;
  gboolean quiet;    /* what changes is our own doing */
};

G_DEFINE_FINAL_TYPE (YsApplicantBox, ys_applicant_box, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define CITIZEN "居民身份证"
#define CREDIT_CODE "统一社会信用代码"
#define RESIDENCE "港澳台居民居住证"
#define OTHER_PAPER "其他证件"

/* The names of papers are those printed on them, in every language. */
static const YsChoice papers[] = {
  { CITIZEN, CITIZEN },
  { CREDIT_CODE, CREDIT_CODE },
  { "港澳居民来往内地通行证", "港澳居民来往内地通行证" },
  { "台湾居民来往大陆通行证", "台湾居民来往大陆通行证" },
  { RESIDENCE, RESIDENCE },
  { "护照", "护照" },
  { "外国人永久居留身份证", "外国人永久居留身份证" },
  { OTHER_PAPER, OTHER_PAPER },
  { NULL, NULL },
};

/* --- the number -------------------------------------------------------------------------------- */

static const char *
get_paper (YsApplicantBox *self)
{
  return ys_choices_get (self->id_type, papers);
}

static const char *
get_number (YsApplicantBox *self)
{
  return self->masked ? self->number : gtk_editable_get_text (GTK_EDITABLE (self->id_number));
}

/* Whether there is a rule for such papers; then what it says, and the number as it is kept. */
static gboolean
judge_number (YsApplicantBox *self, YsIdentity *verdict, char **canonical)
{
  const char *paper = get_paper (self);
  const char *number = get_number (self);

  if (g_str_equal (paper, CITIZEN) || g_str_equal (paper, RESIDENCE))
    *verdict = ys_identity_check_number (number, self->today, canonical);
  else if (g_str_equal (paper, CREDIT_CODE))
    *verdict = ys_identity_check_credit_code (number, canonical);
  else
    return FALSE;
  return TRUE;
}

static const char *
explain_verdict (YsIdentity verdict)
{
  switch (verdict)
    {
    case YS_IDENTITY_RIGHT:
      return _("Check digit is right");
    case YS_IDENTITY_WRONG_CHECKSUM:
      return _("Check digit is wrong");
    case YS_IDENTITY_WRONG_LENGTH:
      return _("Number of digits is wrong");
    case YS_IDENTITY_WRONG_DATE:
      return _("Date of birth is wrong");
    case YS_IDENTITY_WRONG_CHARACTER:
      return _("A character cannot be right");
    default:
      g_return_val_if_reached ("");
    }
}

static void
show_verdict (YsApplicantBox *self)
{
  gboolean typed = *get_number (self) != '\0';
  YsIdentity verdict;
  gboolean right;

  if (!typed || self->today == YS_DAY_NONE || !judge_number (self, &verdict, NULL))
    {
      gtk_widget_set_visible (self->verdict, FALSE);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->id_number),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  right = verdict == YS_IDENTITY_RIGHT;
  gtk_label_set_text (self->verdict_text, explain_verdict (verdict));
  gtk_image_set_from_icon_name (self->verdict_icon, right ? "emblem-ok-symbolic"
                                                          : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (self->verdict, (const char *[]) { "s", right ? "ok" : "warn", NULL });
  gtk_widget_set_tooltip_text (self->verdict,
                               right ? NULL
                                     : _("Compare it with the paper. It can be registered all the "
                                         "same."));
  gtk_widget_set_visible (self->verdict, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->id_number),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, explain_verdict (verdict),
                                  -1);
}

static void
set_number_text (YsApplicantBox *self, const char *text)
{
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->id_number), text);
  self->quiet = FALSE;
}

static void
mask_number (YsApplicantBox *self)
{
  g_autofree char *masked = NULL;

  if (self->masked)
    return;
  g_free (self->number);
  self->number = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->id_number)));
  g_strstrip (self->number);
  masked = ys_identity_mask (self->number);
  self->masked = TRUE;
  set_number_text (self, masked);
}

static void
number_entered_cb (GtkEventControllerFocus *controller, YsApplicantBox *self)
{
  if (!self->masked)
    return;
  self->masked = FALSE;
  set_number_text (self, self->number);
}

static void
number_left_cb (GtkEventControllerFocus *controller, YsApplicantBox *self)
{
  if (self->id_number != NULL)
    mask_number (self);
}

/* --- changes ----------------------------------------------------------------------------------- */

static void
tell_edited (YsApplicantBox *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
number_changed_cb (GtkEditable *editable, YsApplicantBox *self)
{
  if (self->quiet)
    return;
  /* Typed without the focus, as an assistive technology does: it is the number itself. */
  self->masked = FALSE;
  show_verdict (self);
  tell_edited (self);
}

static void
paper_changed_cb (GtkDropDown *list, GParamSpec *pspec, YsApplicantBox *self)
{
  show_verdict (self);
  tell_edited (self);
}

static void
edited_cb (GtkEditable *editable, YsApplicantBox *self)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (editable), "error"))
    ys_field_mark (GTK_WIDGET (editable), NULL);
  tell_edited (self);
}

static void
show_class (YsApplicantBox *self)
{
  gboolean person = gtk_toggle_button_get_active (self->person);

  gtk_widget_set_visible (GTK_WIDGET (self->classes), !person);
  gtk_label_set_text_with_mnemonic (self->name_label, person ? _("Full _name")
                                                             : C_ ("organisation", "_Name"));
}

static void
class_toggled_cb (GtkToggleButton *button, YsApplicantBox *self)
{
  gboolean person = gtk_toggle_button_get_active (self->person);

  show_class (self);
  /* An organisation has no passport and a person no credit code; other papers of persons stay. */
  if (!self->quiet && person == g_str_equal (get_paper (self), CREDIT_CODE))
    ys_choices_set (self->id_type, papers, person ? CITIZEN : CREDIT_CODE);
  tell_edited (self);
}

static void
class_chosen_cb (GtkDropDown *list, GParamSpec *pspec, YsApplicantBox *self)
{
  tell_edited (self);
}

/* --- class ------------------------------------------------------------------------------------- */

static void
ys_applicant_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_APPLICANT_BOX);
  G_OBJECT_CLASS (ys_applicant_box_parent_class)->dispose (object);
}

static void
ys_applicant_box_finalize (GObject *object)
{
  g_free (YS_APPLICANT_BOX (object)->number);
  G_OBJECT_CLASS (ys_applicant_box_parent_class)->finalize (object);
}

static void
ys_applicant_box_class_init (YsApplicantBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_applicant_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_applicant_box_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/register/applicant-box.ui");
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, person);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, organisation);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, classes);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, name_label);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, name);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, id_type);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, id_number);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, verdict);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, verdict_text);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, phone);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, email);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, address);
  gtk_widget_class_bind_template_child (widget_class, YsApplicantBox, postcode);
  gtk_widget_class_bind_template_callback (widget_class, number_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, class_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, class_chosen_cb);
}

static void
ys_applicant_box_init (YsApplicantBox *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->today = YS_DAY_NONE;
  self->number = g_strdup ("");
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_choices_fill (self->id_type, papers);
  ys_drop_down_set_name (self->id_type, _("Kind of identity paper"));
  ys_drop_down_set_name (self->classes, _("Kind of organisation"));
  for (YsApplicantClass klass = YS_CLASS_ENTERPRISE; klass < YS_N_CLASSES; klass++)
    gtk_string_list_append (names, ys_name_class (klass));
  gtk_drop_down_set_model (self->classes, G_LIST_MODEL (names));
  show_class (self);
  self->quiet = FALSE;
}

YsApplicantBox *
ys_applicant_box_new (YsDay today)
{
  YsApplicantBox *self = g_object_new (YS_TYPE_APPLICANT_BOX, NULL);

  self->today = today;
  return self;
}

void
ys_applicant_box_set_today (YsApplicantBox *self, YsDay today)
{
  g_return_if_fail (YS_IS_APPLICANT_BOX (self));

  self->today = today;
  show_verdict (self);
}

void
ys_applicant_box_show (YsApplicantBox *self, const YsApplicantDraft *draft)
{
  g_return_if_fail (YS_IS_APPLICANT_BOX (self) && draft != NULL);

  gboolean person = draft->klass == YS_CLASS_PERSON;

  self->quiet = TRUE;
  gtk_toggle_button_set_active (person ? self->person : self->organisation, TRUE);
  if (!person)
    gtk_drop_down_set_selected (self->classes, (guint) (draft->klass - YS_CLASS_ENTERPRISE));
  if (*draft->id_type != '\0' && !ys_choices_set (self->id_type, papers, draft->id_type))
    ys_choices_set (self->id_type, papers, OTHER_PAPER);
  else if (*draft->id_type == '\0')
    ys_choices_set (self->id_type, papers, person ? CITIZEN : CREDIT_CODE);
  gtk_editable_set_text (GTK_EDITABLE (self->name), draft->name);
  gtk_editable_set_text (GTK_EDITABLE (self->phone), draft->phone);
  gtk_editable_set_text (GTK_EDITABLE (self->email), draft->email);
  gtk_editable_set_text (GTK_EDITABLE (self->address), draft->address);
  gtk_editable_set_text (GTK_EDITABLE (self->postcode), draft->postcode);
  self->masked = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->id_number), draft->id_number);
  mask_number (self);
  show_class (self);
  self->quiet = FALSE;
  show_verdict (self);
}

void
ys_applicant_box_take (YsApplicantBox *self, YsApplicantDraft *draft)
{
  g_return_if_fail (YS_IS_APPLICANT_BOX (self) && draft != NULL);

  g_autofree char *canonical = NULL;
  const char *number = get_number (self);
  YsIdentity verdict;

  draft->klass = gtk_toggle_button_get_active (self->person)
                   ? YS_CLASS_PERSON
                   : YS_CLASS_ENTERPRISE + (int) gtk_drop_down_get_selected (self->classes);
  ys_draft_set (&draft->id_type, get_paper (self));
  ys_draft_set (&draft->name, gtk_editable_get_text (GTK_EDITABLE (self->name)));
  ys_draft_set (&draft->phone, gtk_editable_get_text (GTK_EDITABLE (self->phone)));
  ys_draft_set (&draft->email, gtk_editable_get_text (GTK_EDITABLE (self->email)));
  ys_draft_set (&draft->address, gtk_editable_get_text (GTK_EDITABLE (self->address)));
  ys_draft_set (&draft->postcode, gtk_editable_get_text (GTK_EDITABLE (self->postcode)));
  /* A right number is kept as the standard writes it, so that it is found again. */
  if (self->today != YS_DAY_NONE && judge_number (self, &verdict, &canonical)
      && canonical != NULL)
    number = canonical;
  ys_draft_set (&draft->id_number, number);
}

void
ys_applicant_box_focus (YsApplicantBox *self)
{
  g_return_if_fail (YS_IS_APPLICANT_BOX (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
ys_applicant_box_mark (YsApplicantBox *self, YsPlace place, const char *reason)
{
  g_return_if_fail (YS_IS_APPLICANT_BOX (self));

  GtkEntry *entry = place == YS_FIELD_PHONE     ? self->phone
                    : place == YS_FIELD_EMAIL   ? self->email
                    : place == YS_FIELD_ADDRESS ? self->address
                                                : self->name;

  ys_field_mark (GTK_WIDGET (entry), reason);
}
