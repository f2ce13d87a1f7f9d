-- Since when a letter waits for somebody to mend a setting, as of a delivery.
ALTER TABLE mail ADD COLUMN repair_since TEXT;
