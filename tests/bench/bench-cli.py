#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Whole processes of yishenctl against bare ones of the same run: starting, importing a year,
# reading one clock on a docket of many cases. Prints figures and ratios; never fails on time.
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

ctl, year = sys.argv[1:3]
cases = int(os.environ.get('YISHEN_BENCH_CASES', '20000'))


def run(*words):
  begin = time.perf_counter()
  subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
  return time.perf_counter() - begin


def best(times, *words):
  return min(run(*words) for _ in range(times))


with tempfile.TemporaryDirectory(prefix='yishen-bench-') as place:
  os.environ['XDG_STATE_HOME'] = place + '/state'
  docket = place + '/year.docket'
  lines = open(year, 'rb').read().splitlines()

  # The raw limit of an import: the same lines into one bare table, once, durable.
  raw = sqlite3.connect(place + '/raw.db', isolation_level=None)
  raw.executescript('PRAGMA synchronous=EXTRA; CREATE TABLE lines (n INTEGER PRIMARY KEY, line BLOB)')
  begin = time.perf_counter()
  raw.execute('BEGIN IMMEDIATE')
  raw.executemany('INSERT INTO lines (line) VALUES (?)', ((line,) for line in lines))
  raw.execute('COMMIT')
  bare = time.perf_counter() - begin

  run(ctl, 'init', docket, '--agency', 'bench')
  whole = run(ctl, '-d', docket, 'import', year)
  print(f'import of a year: {len(lines)} entries in {whole:.2f} s, {len(lines) / whole:,.0f} a second; '
        f'bare inserts {bare:.2f} s, ratio {whole / bare:.1f}')
  print(f'report of that year, index made first: {run(ctl, "-d", docket, "report", "2023", "--json"):.2f} s; '
        f'again: {best(5, ctl, "-d", docket, "report", "2023", "--json") * 1000:.0f} ms')

  big = place + '/big.docket'
  made = run(ctl, 'sample', big, '--cases', str(cases), '--today', '2026-11-24')
  print(f'sample of {cases} cases: {made:.1f} s, '
        f'{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB at most')
  entries = sqlite3.connect(f'file:{big}/docket.db?mode=ro', uri=True).execute(
    'SELECT max(position) FROM entries').fetchone()[0]
  folded = run(ctl, '-d', big, 'due')
  print(f'index made anew: {entries} entries in {folded:.2f} s, {entries / folded:,.0f} a second '
        '(the raw rate of the same inserts: benchmark index)')
  nothing = best(20, ctl, '--version')
  clock = best(20, ctl, '-d', big, 'clock', '2026-0500', '--on', '2026-11-24', '--json')
  print(f'clock of one case among {cases}: {clock * 1000:.1f} ms as a whole process; '
        f'the bare process {nothing * 1000:.1f} ms, ratio {clock / nothing:.1f}')
