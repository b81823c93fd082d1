-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('waiting', 'checking', 'checked', 'importing', 'imported', 'refused');

-- AlterTable
ALTER TABLE "disclosure_item" ADD COLUMN     "drafter_id" UUID,
ADD COLUMN     "field_id" UUID,
ADD COLUMN     "status" "DocumentStatus" NOT NULL DEFAULT 'draft';

-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN     "field_id" UUID NOT NULL;

-- CreateTable
CREATE TABLE "batch_decision" (
    "organisation_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_post" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "batch_decision_pkey" PRIMARY KEY ("batch_id","number")
);

-- CreateTable
CREATE TABLE "import_sheet" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "bytes" BYTEA,
    "state" "ImportState" NOT NULL DEFAULT 'waiting',
    "fault" JSONB,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "sound" INTEGER NOT NULL DEFAULT 0,
    "faulty" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "organisation_id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "draft" JSONB,
    "field_id" UUID,
    "faults" JSONB NOT NULL DEFAULT '[]',
    "known" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("sheet_id","number")
);

-- CreateIndex
CREATE INDEX "import_sheet_organisation_id_user_id_uploaded_at_idx" ON "import_sheet"("organisation_id", "user_id", "uploaded_at");

-- AddForeignKey
ALTER TABLE "batch_decision" ADD CONSTRAINT "batch_decision_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "import_sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every row belongs to the organisation that its parents belong to.

CREATE UNIQUE INDEX "import_sheet_id_organisation_id_key" ON "import_sheet" ("id", "organisation_id");
ALTER TABLE "import_batch"
  ADD CONSTRAINT "import_batch_field_organisation" FOREIGN KEY ("field_id", "organisation_id") REFERENCES "field" ("id", "organisation_id");
ALTER TABLE "batch_decision"
  ADD CONSTRAINT "batch_decision_batch_organisation" FOREIGN KEY ("batch_id", "organisation_id") REFERENCES "import_batch" ("id", "organisation_id"),
  ADD CONSTRAINT "batch_decision_actor_organisation" FOREIGN KEY ("actor_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id"),
  ADD CONSTRAINT "batch_decision_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "batch_decision_rows" CHECK ("rows" >= 1),
  ADD CONSTRAINT "batch_decision_kind" CHECK ("kind" IN ('submit', 'take_back', 'approve', 'send_back', 'sign_off'));
ALTER TABLE "import_sheet"
  ADD CONSTRAINT "import_sheet_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
ALTER TABLE "import_row"
  ADD CONSTRAINT "import_row_sheet_organisation" FOREIGN KEY ("sheet_id", "organisation_id") REFERENCES "import_sheet" ("id", "organisation_id") ON DELETE CASCADE;

-- The rows of a batch, in the order that its hash covers them; the others have none.
CREATE INDEX "disclosure_item_batch_id_idx" ON "disclosure_item" ("batch_id", "document_id") WHERE "batch_id" IS NOT NULL;

-- What was decided on a batch stays.
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "batch_decision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change" ();
ALTER TABLE "batch_decision" ENABLE ALWAYS TRIGGER "append_only";

-- The register reads one table: an item carries the status, the field and the drafter of its document. Whoever writes them
-- writes what the document says.
CREATE FUNCTION "copy_from_document" () RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  SELECT status, field_id, drafter_id INTO NEW.status, NEW.field_id, NEW.drafter_id FROM document WHERE id = NEW.document_id;
  RETURN NEW;
END $$;
CREATE TRIGGER "copy_from_document" BEFORE INSERT OR UPDATE OF "status", "field_id", "drafter_id" ON "disclosure_item"
  FOR EACH ROW EXECUTE FUNCTION "copy_from_document" ();

CREATE FUNCTION "copy_to_item" () RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE disclosure_item SET status = NEW.status, field_id = NEW.field_id, drafter_id = NEW.drafter_id WHERE document_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "copy_to_item" AFTER UPDATE OF "status", "field_id", "drafter_id" ON "document"
  FOR EACH ROW WHEN (NEW."kind" = 'item' AND (OLD."status", OLD."field_id", OLD."drafter_id")
    IS DISTINCT FROM (NEW."status", NEW."field_id", NEW."drafter_id"))
  EXECUTE FUNCTION "copy_to_item" ();
UPDATE "disclosure_item" SET "status" = 'draft';

GRANT SELECT, INSERT ON "batch_decision", "import_sheet", "import_row" TO "gongkai_app";
-- An uploaded list is a working copy: it comes, is looked through, and goes.
GRANT UPDATE, DELETE ON "import_sheet", "import_row" TO "gongkai_app";
