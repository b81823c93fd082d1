-- What the database refuses by itself about disclosure requests, their events, files and letters.

-- 1. Every row belongs to the organisation that its parents belong to.

CREATE UNIQUE INDEX "disclosure_request_id_organisation_id_key" ON "disclosure_request" ("id", "organisation_id");
CREATE UNIQUE INDEX "request_file_id_organisation_id_key" ON "request_file" ("id", "organisation_id");

ALTER TABLE "disclosure_request"
  ADD CONSTRAINT "disclosure_request_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  ADD CONSTRAINT "disclosure_request_handler_organisation" FOREIGN KEY ("handler_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
ALTER TABLE "request_event"
  ADD CONSTRAINT "request_event_request_organisation" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "disclosure_request" ("id", "organisation_id"),
  ADD CONSTRAINT "request_event_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id"),
  ADD CONSTRAINT "request_event_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id");
ALTER TABLE "request_file"
  ADD CONSTRAINT "request_file_request_organisation" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "disclosure_request" ("id", "organisation_id"),
  ADD CONSTRAINT "request_file_user_organisation" FOREIGN KEY ("added_by", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
ALTER TABLE "request_file_chunk"
  ADD CONSTRAINT "request_file_chunk_file_organisation" FOREIGN KEY ("file_id", "organisation_id") REFERENCES "request_file" ("id", "organisation_id");
ALTER TABLE "request_letter"
  ADD CONSTRAINT "request_letter_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id"),
  ADD CONSTRAINT "request_letter_request_organisation" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "disclosure_request" ("id", "organisation_id");

-- 2. What a value must say.

ALTER TABLE "disclosure_request"
  ADD CONSTRAINT "disclosure_request_number" CHECK ("number" >= 1 AND "year" = extract(year FROM "arrived_on")),
  ADD CONSTRAINT "disclosure_request_stage" CHECK ("stage" IN ('registered', 'open', 'closed', 'archived')),
  ADD CONSTRAINT "disclosure_request_sealed" CHECK (("sealed" IS NULL) = ("sealed_with" IS NULL)),
  ADD CONSTRAINT "disclosure_request_erased" CHECK ("erased_at" IS NULL OR ("sealed" IS NULL AND "applicant_name" = '' AND "applicant_key" IS NULL));
ALTER TABLE "request_file"
  ADD CONSTRAINT "request_file_size" CHECK ("size" BETWEEN 1 AND 20 * 1024 * 1024);
ALTER TABLE "request_event"
  ADD CONSTRAINT "request_event_sequence" CHECK ("sequence" >= 1);

-- 3. A number is given once and stays, and what is erased does not come back.

CREATE FUNCTION "keep_request" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.year IS DISTINCT FROM OLD.year OR NEW.number IS DISTINCT FROM OLD.number OR NEW.organisation_id IS DISTINCT FROM OLD.organisation_id
    OR NEW.registered_at IS DISTINCT FROM OLD.registered_at
    OR (OLD.erased_at IS NOT NULL AND (NEW.erased_at IS DISTINCT FROM OLD.erased_at OR NEW.sealed IS NOT NULL)) THEN
    RAISE EXCEPTION 'the number of a request never changes, and what was erased stays erased'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'request_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "keep_request" BEFORE UPDATE ON "disclosure_request" FOR EACH ROW EXECUTE FUNCTION "keep_request" ();
ALTER TABLE "disclosure_request" ENABLE ALWAYS TRIGGER "keep_request";

CREATE FUNCTION "keep_letter_number" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.request_id IS DISTINCT FROM OLD.request_id OR NEW.kind IS DISTINCT FROM OLD.kind
    OR (OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number)
    OR (OLD.event_key IS NOT NULL AND NEW.event_key IS DISTINCT FROM OLD.event_key) THEN
    RAISE EXCEPTION 'the number of a letter and what it entered never change'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'letter_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "keep_letter_number" BEFORE UPDATE ON "request_letter" FOR EACH ROW EXECUTE FUNCTION "keep_letter_number" ();
ALTER TABLE "request_letter" ENABLE ALWAYS TRIGGER "keep_letter_number";

-- 4. What was written stays written; a request never goes.

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "request_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "request_event" ENABLE ALWAYS TRIGGER append_only;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['disclosure_request', 'request_file', 'request_letter'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER never_deleted', name);
  END LOOP;
END $$;

-- 5. What the application may do. Stretches of a file go when it is erased, and are sealed anew with a new key.

GRANT SELECT, INSERT ON "disclosure_request", "request_event", "request_file", "request_file_chunk", "request_letter" TO "gongkai_app";
GRANT UPDATE ON "disclosure_request" TO "gongkai_app";
GRANT UPDATE ("sealed_name", "sealed_with", "erased_at") ON "request_file" TO "gongkai_app";
GRANT UPDATE ("sealed"), DELETE ON "request_file_chunk" TO "gongkai_app";
GRANT UPDATE ("number", "signed_on", "event_key") ON "request_letter" TO "gongkai_app";
