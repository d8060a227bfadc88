# SPDX-License-Identifier: GPL-3.0-or-later
# Adds up what `meson test` ran, from the logs given (testlog.json): every TAP line is a test, every other
# test program is one. Ends with the sum alone on a line.
import json
import re
import sys

passed = failed = skipped = 0
for path in sys.argv[1:]:
  with open(path, encoding='utf-8') as log:
    for line in log:
      test = json.loads(line)
      lines = re.findall(r'^(not ok|ok)\b(.*)$', test.get('stdout', ''), re.MULTILINE)
      bad = sum(1 for verdict, rest in lines if verdict == 'not ok' and '# TODO' not in rest)
      left = sum(1 for verdict, rest in lines if verdict == 'ok' and '# SKIP' in rest)
      good = sum(1 for verdict, rest in lines if verdict == 'ok') - left
      if not lines:
        good = int(test['result'] == 'OK')
        left = int(test['result'] == 'SKIP')
        bad = 1 - good - left
      elif test['result'] not in ('OK', 'SKIP') and bad == 0:
        # It died between two tests.
        bad = 1
      passed += good
      failed += bad
      skipped += left

if skipped:
  print(f'skipped: {skipped}')
print(f'{passed} passed, {failed} failed')
sys.exit(1 if failed or not passed else 0)
