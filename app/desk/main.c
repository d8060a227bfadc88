/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishen: the window. Everything else is in the application. */
#include "desk/application.h"

#include "wording/i18n.h"

#include <locale.h>

int
main (int argc, char **argv)
{
  const char *dir = g_getenv ("YISHEN_LOCALE_DIR");
  g_autoptr (YsApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : YS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = ys_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
