-- Texts that clerks keep for their own use.
CREATE TABLE ready_answer (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX ready_answer_of_account ON ready_answer (account_id);
