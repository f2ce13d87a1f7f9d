-- The same column as in sqlite/011-desk.sql; there it is explained.
ALTER TABLE mail ADD COLUMN repair_since timestamptz;

-- Text as it is searched: without case and Polish marks, and on one line.
CREATE OR REPLACE FUNCTION searchable(p_text text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT translate(lower(translate(p_text, 'ĄĆĘŁŃÓŚŹŻ' || chr(13), 'ACELNOSZZ')), 'ąćęłńóśźż' || chr(10) || chr(160), 'acelnoszz  ')
$$;
