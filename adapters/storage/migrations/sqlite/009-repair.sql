-- Since when a delivery waits for somebody to mend a setting, without which nothing gets through.
ALTER TABLE delivery ADD COLUMN repair_since TEXT;

CREATE INDEX delivery_blocked ON delivery (repair_since) WHERE state = 'waiting' AND repair_since IS NOT NULL;
