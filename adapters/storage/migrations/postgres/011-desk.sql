-- The same column as in sqlite/011-desk.sql; there it is explained.
ALTER TABLE mail ADD COLUMN repair_since timestamptz;
