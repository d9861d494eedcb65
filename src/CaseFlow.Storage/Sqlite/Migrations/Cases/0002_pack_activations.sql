-- Which pack was current since when, and who made it so. Written together with the files of the pack.
CREATE TABLE pack_activations (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  hash TEXT NOT NULL REFERENCES packs (hash),
  folder_hash TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('folder', 'request')),
  activated_at INTEGER NOT NULL,
  principal TEXT NOT NULL,
  note TEXT,
  key TEXT UNIQUE,
  body_hash TEXT,
  open_cases TEXT NOT NULL CHECK (open_cases IN ('keep', 'repin')),
  parameters TEXT
);
CREATE TRIGGER activations_are_never_changed BEFORE UPDATE ON pack_activations BEGIN
  SELECT RAISE(ABORT, 'activations are append-only');
END;
CREATE TRIGGER activations_are_never_removed BEFORE DELETE ON pack_activations BEGIN
  SELECT RAISE(ABORT, 'activations are append-only');
END;

-- A change of rules is previewed on the open cases alone, a small part of all that ever were.
CREATE INDEX cases_open ON cases (id, pack_hash) WHERE is_open = 1;
