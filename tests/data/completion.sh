#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sources the completion as a shell would and looks at what it offers for whole lines. Speaks TAP.
#
# completion.sh COMPLETION
set -u

completion=$(readlink -f "$1")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
mkdir "office.docket" "two words.docket"
touch a.ndjson b.pdf "c d.xlsx" e.html f.zip

. "$completion"

# The completion offers today: here that is always the same day.
date() {
  case $1 in
    +%F) echo 2026-11-24 ;;
    +%Y) echo 2026 ;;
  esac
}

told=0
failed=0

# offer WORD… : what is offered for the last word, sorted, joined by "|".
offer() {
  COMP_WORDS=(yishenctl "$@")
  COMP_CWORD=$#
  COMPREPLY=()
  _yishenctl
  ((${#COMPREPLY[@]})) && printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort -u | paste -sd'|'
}

# offers EXPECTED WORD…
offers() {
  local expected=$1 found
  shift
  found=$(offer "$@")
  told=$((told + 1))
  if [ "$found" = "$expected" ]; then
    echo "ok $told - yishenctl $*"
  else
    echo "not ok $told - yishenctl $*"
    echo "#   offered: $found"
    echo "#   expected: $expected"
    failed=$((failed + 1))
  fi
}

offers 'attach|backup|casefile|clock|due|export|import|init|report|restore|sample|search|show|similar|staff|verify|workdays' ''
offers 'sample|search|show|similar|staff' s
offers '--as|--docket|--help|--version' --
offers 'office.docket|two words.docket' -d ''
offers 'two words.docket' -d tw
offers 'office.docket' --docket = of
offers 'due' -d office.docket du
offers '--accept-older|--as|--docket|--help' restore --
offers '--as|--csv|--docket|--help|--json|--on|--within' due --
offers '--as|--docket|--help|--json|--on' clock 2026-0001 --
offers '--as|--docket|--draft|--form|--help|--json|--on|--output' report 2025 --
offers '--as|--between|--docket|--help|--provisional' workdays --
offers '--agency|--approval|--as|--docket|--help|--keeper|--suite' init x.docket --
offers '--as|--docket|--help|--json' staff --
offers '--as|--checkpoint|--docket|--help|--save-checkpoint' verify --
offers '--as|--cases|--docket|--help|--seed|--today' sample x --
offers '--as|--docket|--help|--role' attach --
offers '--as|--docket|--help|--output' casefile 2026-0001 --
offers '2019|2021' report 2025 --form ''
offers '2021' report 2025 --form = 2021
offers '2019|2021' report 2025 --form =
offers 'gm|intl' init --suite ''
offers 'none|recorded|signed' init --agency 'A B' --approval ''
offers 'receipt|reply|request|review' attach 2026-0001 b.pdf --role re
offers 'a.ndjson|b.pdf|c d.xlsx|e.html|f.zip|office.docket|two words.docket' attach 2026-0001 ''
offers 'a.ndjson|office.docket|two words.docket' import ''
offers 'c d.xlsx' report 2025 -o c
offers 'c d.xlsx|e.html|office.docket|two words.docket' report 2025 --output ''
offers 'f.zip|office.docket|two words.docket' casefile 2026-0001 -o ''
offers 'office.docket|two words.docket' backup ''
offers '2026-11-24' clock 2026-0001 --on ''
offers '2026-11-24' workdays 2026-1
offers '2025|2026' report ''
offers '' due 'x'
offers '' show ''
offers '' frob ''

# Asked again in a shell that has extended patterns off, the shell stays as it was.
shopt -u extglob
offer import '' >/dev/null
told=$((told + 1))
if shopt -q extglob; then
  echo "not ok $told - options of the shell are left as they were"
  failed=$((failed + 1))
else
  echo "ok $told - options of the shell are left as they were"
fi

told=$((told + 1))
if complete -p yishenctl 2>/dev/null | grep -q -- '-F _yishenctl yishenctl'; then
  echo "ok $told - the completion is bound to yishenctl"
else
  echo "not ok $told - the completion is bound to yishenctl"
  failed=$((failed + 1))
fi

echo "1..$told"
[ "$failed" -eq 0 ]
