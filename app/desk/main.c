/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishen: the window. Everything else is in the application. */
#include "desk/application.h"

#include "desk/context.h"
#include "desk/notify.h"
#include "wording/i18n.h"

#include <locale.h>
#include <unistd.h>

/* A docket takes a kill at any moment; a person who closes the window should not wait long. */
#define WAIT_SECONDS 5

int
main (int argc, char **argv)
{
  const char *dir = g_getenv ("YISHEN_LOCALE_DIR");
  YsApplication *application;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : YS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = ys_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  if (status == 0)
    status = ys_application_get_status (application);
  g_object_unref (application);
  /* What a thread that is still at work uses must not be torn down under it. */
  if (!ys_context_wait_for_all (WAIT_SECONDS) || !ys_notify_end (WAIT_SECONDS))
    _exit (status);
  return status;
}
