-- Who petitioners are, apart from their cases. stored_at in UTC ticks of 100 ns.
CREATE TABLE identities (
  reference TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  address TEXT,
  contact TEXT,
  national_id TEXT,
  stored_at INTEGER NOT NULL
) WITHOUT ROWID;
