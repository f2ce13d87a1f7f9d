-- People who work at the desk. Roles and departments are JSON lists of names. `subject` is who the organisation's sign-in says.
CREATE TABLE account (
  id text PRIMARY KEY,
  login text UNIQUE,
  subject text UNIQUE,
  name text NOT NULL,
  roles text NOT NULL,
  departments text NOT NULL,
  password_hash text,
  is_disabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);

-- Of a session's key only the hash is kept.
CREATE TABLE session (
  hash text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  opened_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);

CREATE INDEX session_of_account ON session (account_id);

-- One-time links that set a password. Without an account: one that creates the first administrator.
CREATE TABLE invitation (
  hash text PRIMARY KEY,
  account_id text REFERENCES account (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);

-- What happened, each entry with the hash of itself and the one before, so that a change or a gap is noticed.
CREATE TABLE audit_entry (
  number integer PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text,
  action text NOT NULL,
  subject text,
  detail text,
  hash text NOT NULL
);

-- The newest entry. Whoever adds one holds this row, and so does whoever must not be disturbed by another change of accounts.
CREATE TABLE audit_head (
  only_row integer PRIMARY KEY CHECK (only_row = 1),
  number integer NOT NULL,
  hash text NOT NULL
);

INSERT INTO audit_head VALUES (1, 0, '');

CREATE FUNCTION keep_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- By the database's own clock, which the service cannot set.
  IF TG_OP = 'DELETE' AND OLD.at < clock_timestamp() - interval '730 days' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the audit log is only added to, and kept for two years';
END $$;

CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION keep_audit_entry();

CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entry();
