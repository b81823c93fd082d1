-- What the database refuses by itself about items, files, ledgers and the public entries.

-- 1. Every row belongs to the organisation that its parents belong to.

CREATE UNIQUE INDEX "catalogue_node_id_organisation_id_key" ON "catalogue_node" ("id", "organisation_id");
CREATE UNIQUE INDEX "import_batch_id_organisation_id_key" ON "import_batch" ("id", "organisation_id");
CREATE UNIQUE INDEX "ledger_entry_id_organisation_id_key" ON "ledger_entry" ("id", "organisation_id");
CREATE UNIQUE INDEX "publication_id_document_id_key" ON "publication" ("id", "document_id");

ALTER TABLE "catalogue_node"
  ADD CONSTRAINT "catalogue_node_field_organisation" FOREIGN KEY ("field_id", "organisation_id") REFERENCES "field" ("id", "organisation_id"),
  ADD CONSTRAINT "catalogue_node_parent_organisation" FOREIGN KEY ("parent_id", "organisation_id") REFERENCES "catalogue_node" ("id", "organisation_id");
ALTER TABLE "disclosure_item"
  ADD CONSTRAINT "disclosure_item_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id"),
  ADD CONSTRAINT "disclosure_item_node_organisation" FOREIGN KEY ("node_id", "organisation_id") REFERENCES "catalogue_node" ("id", "organisation_id"),
  ADD CONSTRAINT "disclosure_item_class_organisation" FOREIGN KEY ("class_id", "organisation_id") REFERENCES "catalogue_node" ("id", "organisation_id"),
  ADD CONSTRAINT "disclosure_item_batch_organisation" FOREIGN KEY ("batch_id", "organisation_id") REFERENCES "import_batch" ("id", "organisation_id");
ALTER TABLE "index_counter"
  ADD CONSTRAINT "index_counter_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id");
ALTER TABLE "stored_file"
  ADD CONSTRAINT "stored_file_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id");
ALTER TABLE "document_file"
  ADD CONSTRAINT "document_file_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id");
ALTER TABLE "import_batch"
  ADD CONSTRAINT "import_batch_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
ALTER TABLE "board_posting"
  ADD CONSTRAINT "board_posting_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id"),
  ADD CONSTRAINT "board_posting_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id"),
  ADD CONSTRAINT "board_posting_photo" FOREIGN KEY ("organisation_id", "photo_sha256") REFERENCES "stored_file" ("organisation_id", "sha256");
ALTER TABLE "ledger_entry"
  ADD CONSTRAINT "ledger_entry_field_organisation" FOREIGN KEY ("field_id", "organisation_id") REFERENCES "field" ("id", "organisation_id"),
  ADD CONSTRAINT "ledger_entry_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id"),
  ADD CONSTRAINT "ledger_entry_corrects" FOREIGN KEY ("corrects_id", "organisation_id") REFERENCES "ledger_entry" ("id", "organisation_id");
ALTER TABLE "public_entry"
  ADD CONSTRAINT "public_entry_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id"),
  ADD CONSTRAINT "public_entry_publication" FOREIGN KEY ("publication_id", "document_id") REFERENCES "publication" ("id", "document_id"),
  ADD CONSTRAINT "public_entry_node_organisation" FOREIGN KEY ("node_id", "organisation_id") REFERENCES "catalogue_node" ("id", "organisation_id"),
  ADD CONSTRAINT "public_entry_class_organisation" FOREIGN KEY ("class_id", "organisation_id") REFERENCES "catalogue_node" ("id", "organisation_id");

-- 2. What a value must say.

ALTER TABLE "catalogue_node"
  ADD CONSTRAINT "catalogue_node_code" CHECK ("code" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "catalogue_node_label" CHECK (btrim("label") <> '');
ALTER TABLE "stored_file"
  ADD CONSTRAINT "stored_file_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "stored_file_size" CHECK ("size" BETWEEN 1 AND 20 * 1024 * 1024);
ALTER TABLE "board_posting"
  ADD CONSTRAINT "board_posting_days" CHECK ("taken_down_on" >= "posted_on");
ALTER TABLE "ledger_entry"
  ADD CONSTRAINT "ledger_entry_month" CHECK (extract(day FROM "month") = 1),
  ADD CONSTRAINT "ledger_entry_source" CHECK (btrim("source") <> ''),
  -- Only a correction takes something back.
  ADD CONSTRAINT "ledger_entry_sign" CHECK ("corrects_id" IS NOT NULL OR ("count" >= 0 AND coalesce("amount", 0) >= 0)),
  ADD CONSTRAINT "ledger_entry_amount" CHECK (("kind" IN ('administrative_fees', 'government_procurement')) = ("amount" IS NOT NULL));
ALTER TABLE "index_counter"
  ADD CONSTRAINT "index_counter_last" CHECK ("last" >= 1);

-- 3. An index number is given once and stays; its day of first publication too.

CREATE FUNCTION "keep_index_number" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.index_number IS NOT NULL AND NEW.index_number IS DISTINCT FROM OLD.index_number)
    OR (OLD.first_published_on IS NOT NULL AND NEW.first_published_on IS DISTINCT FROM OLD.first_published_on) THEN
    RAISE EXCEPTION 'an index number and the day of first publication never change'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'index_number_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "keep_index_number" BEFORE UPDATE ON "disclosure_item" FOR EACH ROW EXECUTE FUNCTION "keep_index_number" ();
ALTER TABLE "disclosure_item" ENABLE ALWAYS TRIGGER "keep_index_number";

-- 4. What was written stays written.

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['stored_file', 'file_chunk', 'document_file', 'ledger_entry', 'import_batch'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', name);
  END LOOP;
END $$;

-- 5. What the application may do.

GRANT SELECT ON "catalogue_node", "disclosure_item", "index_counter", "stored_file", "file_chunk", "document_file", "import_batch",
  "board_posting", "ledger_entry", "public_entry" TO "gongkai_app";
GRANT INSERT ON "catalogue_node", "disclosure_item", "index_counter", "stored_file", "file_chunk", "document_file", "import_batch",
  "board_posting", "ledger_entry", "public_entry" TO "gongkai_app";
GRANT UPDATE ON "catalogue_node", "disclosure_item", "index_counter", "public_entry" TO "gongkai_app";
GRANT UPDATE ("taken_down_on", "revoked_at") ON "board_posting" TO "gongkai_app";
-- A node may go while nothing hangs on it; the references refuse the rest.
GRANT DELETE ON "catalogue_node" TO "gongkai_app";

-- 6. Postings and the catalogue are public too.

CREATE TRIGGER "public_change" AFTER INSERT OR UPDATE ON "board_posting" FOR EACH STATEMENT EXECUTE FUNCTION "notify_public_change" ();
CREATE TRIGGER "public_change" AFTER INSERT OR UPDATE OR DELETE ON "catalogue_node" FOR EACH STATEMENT EXECUTE FUNCTION "notify_public_change" ();
