-- SPDX-FileCopyrightText: 2026 The Yishen developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which tables the index has. Days are days since 1970; NULL: did not happen.
CREATE TABLE meta (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  docket TEXT NOT NULL,
  position INTEGER NOT NULL,
  digest TEXT,
  day INTEGER,
  -- Something was removed whose bytes may still stand in free parts of pages.
  -- 1: words of cases, 2: words of files.
  residue INTEGER NOT NULL,
  -- The stream up to which a first filling has come, or NULL: all of it is there.
  part TEXT
) STRICT;

-- A case known on the day it was folded for. The key tells the id (key.h).
CREATE TABLE cases (
  key INTEGER PRIMARY KEY,
  title TEXT,
  applicant TEXT,
  applicant_name TEXT, -- as names are compared and sorted
  joint INTEGER NOT NULL,
  class INTEGER NOT NULL,
  channel TEXT,
  handler TEXT,
  state INTEGER NOT NULL,
  received INTEGER,
  start INTEGER,
  due INTEGER,
  budget INTEGER NOT NULL,
  counted INTEGER NOT NULL,
  suspended INTEGER NOT NULL,
  provisional INTEGER NOT NULL,
  older_law INTEGER NOT NULL,
  waiting_until INTEGER,
  open INTEGER NOT NULL,
  extended INTEGER NOT NULL,
  concluded INTEGER,
  outcome INTEGER NOT NULL,
  asks_approval TEXT,
  first_concluded INTEGER,
  first_outcome INTEGER NOT NULL,
  in_approval INTEGER NOT NULL
) STRICT;

-- One for every order of a list. Those of due and received answer counts and tally by themselves:
-- a covering index reads a million cases in a quarter of the time that the table takes.
CREATE INDEX cases_by_due ON cases (due, key, state);
CREATE INDEX cases_by_received ON cases (received, key, class, first_concluded, first_outcome);
CREATE INDEX cases_by_applicant ON cases (applicant_name);
CREATE INDEX cases_by_title ON cases (title);
CREATE INDEX cases_by_handler ON cases (handler);
CREATE INDEX cases_by_state ON cases (state);
CREATE INDEX cases_by_concluded ON cases (concluded);
CREATE INDEX cases_waiting ON cases (waiting_until, key, state) WHERE waiting_until IS NOT NULL;
-- What today asks for: of a hundred thousand cases those that are open (5: concluded, filter.c).
CREATE INDEX cases_open ON cases (state, due, key) WHERE state <> 5;
CREATE INDEX cases_asking ON cases (due, key, state) WHERE asks_approval IS NOT NULL;
CREATE INDEX cases_in_approval ON cases (due, key) WHERE in_approval;

-- What search finds: the id, then a line a text. Kept beside the full-text table because that one
-- holds no text, and can forget only what it is told again word by word.
CREATE TABLE texts (
  key INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  description TEXT
) STRICT;

CREATE VIRTUAL TABLE hits USING fts5 (
  text, content = '', columnsize = 0, detail = none, tokenize = 'yishen'
);

-- Merging later makes filling a sixth faster (7,500 to 8,900 cases/s) and search not slower.
INSERT INTO hits (hits, rank) VALUES ('automerge', 16);

-- Remedies in which the agency is the actor.
CREATE TABLE reviews (
  key INTEGER NOT NULL,
  place INTEGER NOT NULL,
  route INTEGER NOT NULL,
  opened INTEGER,
  decided INTEGER,
  result INTEGER NOT NULL,
  PRIMARY KEY (key, place)
) STRICT, WITHOUT ROWID;

-- Links between cases, found from the case that they lead to.
CREATE TABLE links (
  target INTEGER NOT NULL,
  key INTEGER NOT NULL,
  place INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (target, key, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX links_by_key ON links (key);

CREATE TABLE fees (
  key INTEGER NOT NULL,
  place INTEGER NOT NULL,
  paid INTEGER,
  amount INTEGER NOT NULL,
  PRIMARY KEY (key, place)
) STRICT, WITHOUT ROWID;

-- Cases that change with time alone, and the first day of it; 0 where that day is not told.
CREATE TABLE ahead (
  key INTEGER PRIMARY KEY,
  changes INTEGER NOT NULL
) STRICT;

-- Files that cases hold. A text belongs to the bytes, not to a case: it is read once.
CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  state INTEGER NOT NULL, -- 0: not read yet, 1: read, 2: cannot be read
  reason INTEGER,         -- why not
  text TEXT               -- pages end in form feeds
) STRICT;

CREATE INDEX files_by_state ON files (state);

CREATE TABLE held (
  key INTEGER NOT NULL,
  file INTEGER NOT NULL,
  PRIMARY KEY (key, file)
) STRICT, WITHOUT ROWID;

CREATE INDEX held_by_file ON held (file);

CREATE VIRTUAL TABLE leaves USING fts5 (
  text, content = '', columnsize = 0, detail = none, tokenize = 'yishen'
);
INSERT INTO leaves (leaves, rank) VALUES ('automerge', 16);
