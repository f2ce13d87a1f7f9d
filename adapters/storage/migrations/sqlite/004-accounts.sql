-- People who work at the desk. Roles and departments are JSON lists of names. `subject` is who the organisation's sign-in says.
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  login TEXT UNIQUE,
  subject TEXT UNIQUE,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  departments TEXT NOT NULL,
  password_hash TEXT,
  is_disabled INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;

-- Of a session's key only the hash is kept.
CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  opened_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_of_account ON session (account_id);

-- One-time links that set a password. Without an account: one that creates the first administrator.
CREATE TABLE invitation (
  hash TEXT PRIMARY KEY,
  account_id TEXT REFERENCES account (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What happened, each entry with the hash of itself and the one before, so that a change or a gap is noticed.
CREATE TABLE audit_entry (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT,
  action TEXT NOT NULL,
  subject TEXT,
  detail TEXT,
  hash TEXT NOT NULL
) STRICT;

-- The newest entry. Whoever adds one holds this row, and so does whoever must not be disturbed by another change of accounts.
CREATE TABLE audit_head (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  number INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

INSERT INTO audit_head VALUES (1, 0, '');

CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

-- By the database's own clock, which the service cannot set.
CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry WHEN julianday('now') - julianday(OLD.at) < 730
BEGIN SELECT RAISE(ABORT, 'the audit log is kept for two years'); END;
