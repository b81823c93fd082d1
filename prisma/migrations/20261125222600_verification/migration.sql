-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "night" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "editions" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "fault_count" INTEGER NOT NULL,
    "faults" JSONB NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "verification_organisation_id_at_idx" ON "verification"("organisation_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "verification_organisation_id_night_key" ON "verification"("organisation_id", "night");

-- AddForeignKey
ALTER TABLE "verification" ADD CONSTRAINT "verification_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a check has found stays found; a later one says that it is mended.
ALTER TABLE "verification"
  ADD CONSTRAINT "verification_counts" CHECK ("editions" >= 0 AND "answers" >= 0 AND "fault_count" >= 0),
  ADD CONSTRAINT "verification_faults" CHECK (
    jsonb_typeof("faults") = 'array' AND jsonb_array_length("faults") <= "fault_count" AND ("fault_count" = 0) = ("faults" = '[]')
  );
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "verification" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change" ();
ALTER TABLE "verification" ENABLE ALWAYS TRIGGER "append_only";
GRANT SELECT, INSERT ON "verification" TO "gongkai_app";
