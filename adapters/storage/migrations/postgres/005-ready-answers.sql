-- Texts that clerks keep for their own use.
CREATE TABLE ready_answer (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  title text NOT NULL,
  body text NOT NULL
);

CREATE INDEX ready_answer_of_account ON ready_answer (account_id);
