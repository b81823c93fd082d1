-- CreateTable
CREATE TABLE "request_change" (
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "fields" TEXT[],
    "reason" TEXT NOT NULL,
    "sealed" BYTEA,
    "sealed_with" TEXT,
    "applicant_kind_before" "ApplicantKind",
    "restates" TEXT NOT NULL DEFAULT '',
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_change_pkey" PRIMARY KEY ("request_id","sequence")
);

-- CreateIndex
CREATE INDEX "request_change_organisation_id_changed_at_idx" ON "request_change"("organisation_id", "changed_at");

-- AddForeignKey
ALTER TABLE "request_change" ADD CONSTRAINT "request_change_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "disclosure_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_change" ADD CONSTRAINT "request_change_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- It belongs to the organisation that its request and its author belong to.
ALTER TABLE "request_change"
  ADD CONSTRAINT "request_change_request_organisation" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "disclosure_request" ("id", "organisation_id"),
  ADD CONSTRAINT "request_change_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id"),
  ADD CONSTRAINT "request_change_sequence" CHECK ("sequence" >= 1),
  ADD CONSTRAINT "request_change_says_what" CHECK (cardinality("fields") >= 1 AND "reason" <> ''),
  ADD CONSTRAINT "request_change_sealed" CHECK (("sealed" IS NULL) = ("sealed_with" IS NULL));

-- What was written stays written; the values before are sealed anew with a new key, and go with all else that tells who asked.
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON "request_change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "request_change" ENABLE ALWAYS TRIGGER never_deleted;
CREATE FUNCTION "keep_request_change" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'sealed' - 'sealed_with') IS DISTINCT FROM (to_jsonb(OLD) - 'sealed' - 'sealed_with')
    OR (OLD.sealed IS NULL AND NEW.sealed IS NOT NULL) THEN
    RAISE EXCEPTION 'a change of a request stays as it was written'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'request_change_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "keep_request_change" BEFORE UPDATE ON "request_change" FOR EACH ROW EXECUTE FUNCTION "keep_request_change" ();
ALTER TABLE "request_change" ENABLE ALWAYS TRIGGER "keep_request_change";

GRANT SELECT, INSERT ON "request_change" TO "gongkai_app";
GRANT UPDATE ("sealed", "sealed_with") ON "request_change" TO "gongkai_app";
