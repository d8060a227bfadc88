#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Gives a benchmark of the window what a desk has: a bus and a window manager. run-desk.sh PROGRAM…
exec dbus-run-session -- sh -c 'mutter --x11 --sm-disable >/dev/null 2>&1 &
until xdotool get_num_desktops >/dev/null 2>&1; do sleep 0.1; done
"$@"
status=$?
kill $!
exit $status' sh "$@"
