-- Instants are UTC ticks of 100 ns (integers), days are ISO text, case ids are the 16 bytes of a UUIDv7 in network
-- order, so that they sort by time.
CREATE TABLE cases (
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  version INTEGER NOT NULL CHECK (version > 0),
  lifecycle TEXT NOT NULL,
  state TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  agency TEXT,
  holder TEXT,
  opened_on TEXT NOT NULL,
  tracking TEXT NOT NULL COLLATE NOCASE UNIQUE,
  pack_hash TEXT NOT NULL,
  parent BLOB,
  is_overdue INTEGER NOT NULL,
  next_due_on TEXT,
  document TEXT NOT NULL
);
CREATE INDEX cases_by_state ON cases (state, id);
CREATE INDEX cases_by_agency ON cases (agency, id);
CREATE INDEX cases_overdue ON cases (id) WHERE is_overdue = 1;

CREATE TABLE receipts (
  key TEXT NOT NULL PRIMARY KEY,
  body_hash TEXT NOT NULL,
  case_id BLOB NOT NULL REFERENCES cases (id),
  version INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE events (
  case_id BLOB NOT NULL REFERENCES cases (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  effective_on TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  principal TEXT NOT NULL,
  command_key TEXT NOT NULL,
  pack_hash TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (case_id, sequence)
);
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN
  SELECT RAISE(ABORT, 'history is append-only');
END;
CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events BEGIN
  SELECT RAISE(ABORT, 'history is append-only');
END;

CREATE TABLE deadlines (
  case_id BLOB NOT NULL REFERENCES cases (id),
  started_sequence INTEGER NOT NULL,
  name TEXT NOT NULL,
  is_waiting_period INTEGER NOT NULL,
  status TEXT NOT NULL,
  due_on TEXT,
  breaches_at INTEGER,
  breached_at INTEGER,
  statement TEXT NOT NULL,
  PRIMARY KEY (case_id, started_sequence)
);

-- due_at is what the law gives; wake_at is when the sweep may take it up: later than due_at only after a failed
-- attempt.
CREATE TABLE timers (
  case_id BLOB NOT NULL REFERENCES cases (id),
  key TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  wake_at INTEGER NOT NULL,
  leased_until INTEGER NOT NULL DEFAULT 0,
  fence INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (case_id, key)
) WITHOUT ROWID;
-- Covers the claim: earliest first, ties in the same order on every host.
CREATE INDEX timers_due ON timers (wake_at, case_id, key, leased_until, due_at);

CREATE TABLE escalations (
  case_id BLOB NOT NULL REFERENCES cases (id),
  started_sequence INTEGER NOT NULL,
  ladder TEXT NOT NULL,
  step TEXT NOT NULL,
  occurrence INTEGER NOT NULL,
  fired_at INTEGER NOT NULL,
  PRIMARY KEY (case_id, started_sequence, ladder, step, occurrence)
) WITHOUT ROWID;

CREATE TABLE outbox (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  case_id BLOB NOT NULL REFERENCES cases (id),
  topic TEXT NOT NULL,
  payload TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  leased_until INTEGER NOT NULL DEFAULT 0,
  fence INTEGER NOT NULL DEFAULT 0,
  delivered_at INTEGER
);
CREATE INDEX outbox_waiting ON outbox (due_at, number, leased_until) WHERE delivered_at IS NULL;

CREATE TABLE petitioners (
  reference TEXT NOT NULL,
  case_id BLOB NOT NULL REFERENCES cases (id),
  PRIMARY KEY (reference, case_id)
) WITHOUT ROWID;

CREATE TABLE packs (
  hash TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE pack_files (
  hash TEXT NOT NULL REFERENCES packs (hash),
  path TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (hash, path)
);

-- One number for all leases: it only rises, so a lease of yesterday never equals one of today.
CREATE TABLE fences (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last INTEGER NOT NULL
);
INSERT INTO fences (id, last) VALUES (1, 0);
