-- Whoever drafts a letter may find that it has to be of another kind: open until it has a number.
CREATE OR REPLACE FUNCTION "keep_letter_number" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.request_id IS DISTINCT FROM OLD.request_id
    OR (OLD.number IS NOT NULL AND (NEW.kind IS DISTINCT FROM OLD.kind OR NEW.number IS DISTINCT FROM OLD.number))
    OR (OLD.event_key IS NOT NULL AND NEW.event_key IS DISTINCT FROM OLD.event_key) THEN
    RAISE EXCEPTION 'the number of a letter, its kind and what it entered never change'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'letter_stays';
  END IF;
  RETURN NEW;
END $$;
GRANT UPDATE ("kind") ON "request_letter" TO "gongkai_app";
