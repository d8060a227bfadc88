# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/run and tests/run: installs Debian packages that are missing, as root or with sudo.

yishen_build_packages="gcc libc6-dev ninja-build meson pkg-config gettext python3 libglib2.0-dev \
libglib2.0-bin libsqlite3-dev libssl-dev libcjson-dev libxlsxwriter-dev libxml2-dev libarchive-dev \
libpoppler-glib-dev libcairo2-dev libseccomp-dev bubblewrap poppler-data libgtk-4-dev libadwaita-1-dev libnotify-dev \
librsvg2-common adwaita-icon-theme shared-mime-info fonts-noto-cjk"

# What a window without a screen needs, for its picture.
yishen_screen_packages="xvfb xauth dbus dbus-x11 mutter imagemagick at-spi2-core"

yishen_test_packages="$yishen_screen_packages python3-openpyxl mandoc man-db libxml2-utils sqlite3 \
git poppler-utils python3-gi gir1.2-atspi-2.0 python3-pyatspi xdotool x11-utils desktop-file-utils appstream \
dunst libnotify-bin"

yishen_as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# yishen_install PACKAGE…
yishen_install() {
  local missing="" package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' \
      || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  echo "installing:$missing"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  yishen_as_root apt-get install -y --no-install-recommends $missing >/dev/null 2>&1 && return 0
  yishen_as_root apt-get update -q >/dev/null
  # shellcheck disable=SC2086
  yishen_as_root apt-get install -y -q --no-install-recommends $missing
}
