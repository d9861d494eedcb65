-- Workflows beside the cases: one file, one transaction. Instances are numbered in the order of their first commit; all
-- that belongs to one refers to that number.

-- The version of a definition that was published last starts its new instances.
CREATE TABLE workflow_versions (
  number INTEGER PRIMARY KEY,
  version_id TEXT NOT NULL UNIQUE,
  definition_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  name TEXT,
  published_at INTEGER NOT NULL,
  json BLOB NOT NULL,
  UNIQUE (definition_id, version)
);
CREATE TRIGGER workflow_versions_are_never_changed BEFORE UPDATE ON workflow_versions BEGIN
  SELECT RAISE(ABORT, 'versions are append-only');
END;
CREATE TRIGGER workflow_versions_are_never_removed BEFORE DELETE ON workflow_versions BEGIN
  SELECT RAISE(ABORT, 'versions are append-only');
END;

CREATE TABLE workflow_triggers (
  definition_id TEXT NOT NULL,
  activity_id TEXT NOT NULL,
  version_id TEXT NOT NULL REFERENCES workflow_versions (version_id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  due_at INTEGER,
  PRIMARY KEY (definition_id, activity_id)
) WITHOUT ROWID;
CREATE INDEX workflow_triggers_by_key ON workflow_triggers (kind, key);
CREATE INDEX workflow_triggers_due ON workflow_triggers (due_at) WHERE due_at IS NOT NULL;

-- last_bookmark and last_line: numbers that were given, so that none comes back.
CREATE TABLE workflow_instances (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL CHECK (version > 0),
  definition_id TEXT NOT NULL,
  version_id TEXT NOT NULL,
  status TEXT NOT NULL,
  name TEXT,
  correlation_id TEXT,
  changed_at INTEGER NOT NULL,
  last_bookmark INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  state BLOB NOT NULL
);
CREATE INDEX workflow_instances_by_definition ON workflow_instances (definition_id, number);
CREATE INDEX workflow_instances_by_status ON workflow_instances (status, number);
CREATE INDEX workflow_instances_by_correlation ON workflow_instances (correlation_id, number)
  WHERE correlation_id IS NOT NULL;

CREATE TABLE workflow_receipts (
  instance INTEGER NOT NULL REFERENCES workflow_instances (number),
  key TEXT NOT NULL,
  PRIMARY KEY (instance, key)
) WITHOUT ROWID;

-- due_at is when the host must turn to it; free_at is when it may be claimed: the end of a lease that is on it.
CREATE TABLE workflow_bookmarks (
  instance INTEGER NOT NULL REFERENCES workflow_instances (number),
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  correlation_id TEXT,
  due_at INTEGER,
  free_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  fence INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (instance, number)
) WITHOUT ROWID;
CREATE INDEX workflow_bookmarks_due ON workflow_bookmarks (free_at, instance, number) WHERE free_at IS NOT NULL;
CREATE INDEX workflow_bookmarks_by_key ON workflow_bookmarks (kind, key, instance, number) WHERE key <> '';
CREATE INDEX workflow_bookmarks_by_correlation
  ON workflow_bookmarks (kind, key, correlation_id, instance, number) WHERE key <> '' AND correlation_id IS NOT NULL;

CREATE TABLE workflow_journal (
  instance INTEGER NOT NULL REFERENCES workflow_instances (number),
  line INTEGER NOT NULL CHECK (line > 0),
  at INTEGER NOT NULL,
  node TEXT NOT NULL,
  what TEXT NOT NULL,
  detail TEXT,
  PRIMARY KEY (instance, line)
) WITHOUT ROWID;
CREATE TRIGGER workflow_journal_is_never_changed BEFORE UPDATE ON workflow_journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER workflow_journal_is_never_removed BEFORE DELETE ON workflow_journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TABLE workflow_incidents (
  instance INTEGER NOT NULL REFERENCES workflow_instances (number),
  number INTEGER NOT NULL CHECK (number > 0),
  node TEXT NOT NULL,
  type TEXT NOT NULL,
  code TEXT NOT NULL,
  arguments TEXT NOT NULL,
  at INTEGER NOT NULL,
  resolved_at INTEGER,
  PRIMARY KEY (instance, number)
) WITHOUT ROWID;
CREATE INDEX workflow_incidents_open ON workflow_incidents (at, instance, number) WHERE resolved_at IS NULL;

-- due_order is the last day; '~' stands for none and sorts after all days. agency is '' where it is of none; one that
-- no activity named is that of the case.
CREATE TABLE workflow_tasks (
  instance INTEGER NOT NULL,
  bookmark INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT,
  title TEXT NOT NULL,
  role TEXT NOT NULL,
  agency TEXT NOT NULL,
  follows_case INTEGER NOT NULL,
  assignee TEXT,
  due_order TEXT NOT NULL,
  outcomes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (instance, bookmark),
  FOREIGN KEY (instance, bookmark) REFERENCES workflow_bookmarks (instance, number) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX workflow_tasks_due ON workflow_tasks (due_order, id);
CREATE INDEX workflow_tasks_by_role ON workflow_tasks (role, due_order, id);
CREATE INDEX workflow_tasks_by_assignee ON workflow_tasks (assignee, due_order, id) WHERE assignee IS NOT NULL;
CREATE INDEX workflow_tasks_by_case ON workflow_tasks (case_id, due_order, id) WHERE case_id IS NOT NULL;
CREATE INDEX workflow_tasks_by_agency ON workflow_tasks (agency, role, due_order, id);

-- A task goes with its case, in the transaction that gives the case to another agency.
CREATE TRIGGER workflow_tasks_go_with_their_case AFTER UPDATE OF agency ON cases
WHEN NEW.agency IS NOT OLD.agency BEGIN
  UPDATE workflow_tasks SET agency = COALESCE(NEW.agency, '')
  WHERE follows_case AND case_id = lower(
    substr(hex(NEW.id), 1, 8) || '-' || substr(hex(NEW.id), 9, 4) || '-' || substr(hex(NEW.id), 13, 4) || '-'
    || substr(hex(NEW.id), 17, 4) || '-' || substr(hex(NEW.id), 21));
END;
