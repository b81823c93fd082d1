-- CreateEnum
CREATE TYPE "ApplicantKind" AS ENUM ('natural_person', 'commercial_enterprise', 'research_institution', 'public_welfare_org', 'legal_service_institution', 'other_org');

-- CreateEnum
CREATE TYPE "RequestFileKind" AS ENUM ('application', 'identity', 'proof', 'other');

-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'guide';

-- CreateTable
CREATE TABLE "disclosure_request" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "applicant_kind" "ApplicantKind" NOT NULL,
    "applicant_name" TEXT NOT NULL,
    "applicant_key" TEXT,
    "sealed" BYTEA,
    "sealed_with" TEXT,
    "asked" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "handler_id" UUID NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "row_sha256" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "erased_at" TIMESTAMPTZ(3),
    "stage" TEXT NOT NULL,
    "arrived_on" DATE NOT NULL,
    "received_on" DATE,
    "due_step" TEXT,
    "due_on" DATE,
    "due_provisional" BOOLEAN NOT NULL DEFAULT false,
    "ended_on" DATE,
    "result_row" TEXT,
    "archived_on" DATE,
    "cases_open" INTEGER NOT NULL DEFAULT 0,
    "case_moved_on" DATE,

    CONSTRAINT "disclosure_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_event" (
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "facts" JSONB NOT NULL,
    "user_id" UUID,
    "user_name" TEXT NOT NULL,
    "document_id" UUID,
    "restates" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_event_pkey" PRIMARY KEY ("request_id","sequence")
);

-- CreateTable
CREATE TABLE "request_file" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" "RequestFileKind" NOT NULL,
    "type" "FileType" NOT NULL,
    "size" INTEGER NOT NULL,
    "sealed_name" BYTEA,
    "sealed_with" TEXT NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_file_chunk" (
    "organisation_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "request_file_chunk_pkey" PRIMARY KEY ("file_id","position")
);

-- CreateTable
CREATE TABLE "request_letter" (
    "document_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "signed_on" DATE,
    "event_key" TEXT,

    CONSTRAINT "request_letter_pkey" PRIMARY KEY ("document_id")
);

-- CreateIndex
CREATE INDEX "disclosure_request_organisation_id_registered_at_idx" ON "disclosure_request"("organisation_id", "registered_at");

-- CreateIndex
CREATE INDEX "disclosure_request_organisation_id_stage_due_on_idx" ON "disclosure_request"("organisation_id", "stage", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_request_organisation_id_year_number_key" ON "disclosure_request"("organisation_id", "year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_request_organisation_id_row_sha256_key" ON "disclosure_request"("organisation_id", "row_sha256");

-- CreateIndex
CREATE INDEX "request_event_organisation_id_recorded_at_idx" ON "request_event"("organisation_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "request_event_request_id_key_key" ON "request_event"("request_id", "key");

-- CreateIndex
CREATE INDEX "request_file_request_id_idx" ON "request_file"("request_id");

-- CreateIndex
CREATE INDEX "request_letter_request_id_idx" ON "request_letter"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_letter_organisation_id_number_key" ON "request_letter"("organisation_id", "number");

-- AddForeignKey
ALTER TABLE "disclosure_request" ADD CONSTRAINT "disclosure_request_handler_id_fkey" FOREIGN KEY ("handler_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_event" ADD CONSTRAINT "request_event_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "disclosure_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_event" ADD CONSTRAINT "request_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_event" ADD CONSTRAINT "request_event_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_file" ADD CONSTRAINT "request_file_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "disclosure_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_file_chunk" ADD CONSTRAINT "request_file_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "request_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_letter" ADD CONSTRAINT "request_letter_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_letter" ADD CONSTRAINT "request_letter_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "disclosure_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
