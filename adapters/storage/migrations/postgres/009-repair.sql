-- The same column as in sqlite/009-repair.sql; there it is explained.
ALTER TABLE delivery ADD COLUMN repair_since timestamptz;

CREATE INDEX delivery_blocked ON delivery (repair_since) WHERE state = 'waiting' AND repair_since IS NOT NULL;
