/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The terminal itself is asked, so that stdin and stdout may be files; it does not echo meanwhile. */
#include "cli/passphrase.h"

#include "cli/verb.h"
#include "wording/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define LONGEST 1024

void
ys_cli_free_passphrase (char *passphrase)
{
  if (passphrase != NULL)
    explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}

static void
write_all (int terminal, const char *text)
{
  gsize left = strlen (text);

  while (left > 0)
    {
      gssize n = write (terminal, text, left);

      if (n < 0 && errno != EINTR)
        return;
      if (n > 0)
        {
          text += n;
          left -= (gsize) n;
        }
    }
}

/* Until the end of the line. NULL: it ended before, or is longer than any passphrase. */
static char *
read_line (int terminal)
{
  char line[LONGEST + 1];
  gsize length = 0;
  char *copy = NULL;

  while (length < LONGEST)
    {
      gssize n = read (terminal, line + length, 1);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        break;
      if (line[length] == '\n')
        {
          copy = g_strndup (line, length);
          break;
        }
      length++;
    }
  explicit_bzero (line, sizeof line);
  return copy;
}

static char *
ask (int terminal, const char *question)
{
  struct termios before;
  struct termios silent;
  char *answer;

  if (tcgetattr (terminal, &before) != 0)
    return NULL;
  silent = before;
  silent.c_lflag &= ~(tcflag_t) ECHO;
  /* Before it asks: what is answered quickly must neither be shown nor be thrown away. */
  tcsetattr (terminal, TCSAFLUSH, &silent);
  write_all (terminal, question);
  answer = read_line (terminal);
  tcsetattr (terminal, TCSADRAIN, &before);
  write_all (terminal, "\n");
  return answer;
}

static char *
ask_twice (int terminal)
{
  char *first = ask (terminal, _("New passphrase: "));
  char *second = first != NULL ? ask (terminal, _("The same once more: ")) : NULL;
  gboolean are_same = g_strcmp0 (first, second) == 0;

  ys_cli_free_passphrase (second);
  if (first != NULL && are_same)
    return first;
  ys_cli_free_passphrase (first);
  ys_cli_complain (_("yishenctl: the two passphrases are not the same. Nothing was done.\n"));
  return NULL;
}

char *
ys_cli_read_passphrase (gboolean is_new)
{
  const char *given = g_getenv ("YISHEN_PASSPHRASE");
  char *passphrase;
  int terminal;

  if (given != NULL)
    return g_strdup (given);
  terminal = open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0)
    {
      ys_cli_complain (_("yishenctl: a passphrase is needed, and there is no terminal to ask for it. "
                         "Set YISHEN_PASSPHRASE.\n"));
      return NULL;
    }
  passphrase = is_new ? ask_twice (terminal) : ask (terminal, _("Passphrase: "));
  close (terminal);
  return passphrase;
}
