-- CreateEnum
CREATE TYPE "NodeKind" AS ENUM ('article_20', 'article_21', 'own');

-- CreateEnum
CREATE TYPE "Attribute" AS ENUM ('proactive', 'on_request', 'withheld');

-- CreateEnum
CREATE TYPE "Validity" AS ENUM ('valid', 'lapsed', 'repealed');

-- CreateEnum
CREATE TYPE "FileType" AS ENUM ('pdf', 'docx', 'xlsx', 'png', 'jpeg');

-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('licensing', 'other_management', 'penalties', 'coercive_measures', 'administrative_fees', 'government_procurement');

-- CreateTable
CREATE TABLE "catalogue_node" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" "NodeKind" NOT NULL,
    "parent_id" UUID,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "basis" TEXT NOT NULL DEFAULT '',
    "period" JSONB NOT NULL,
    "ways" TEXT[],
    "field_id" UUID,
    "position" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "catalogue_node_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure_item" (
    "document_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "index_number" TEXT,
    "node_id" UUID NOT NULL,
    "class_id" UUID,
    "attribute" "Attribute" NOT NULL DEFAULT 'proactive',
    "validity" "Validity" NOT NULL DEFAULT 'valid',
    "normative" BOOLEAN NOT NULL DEFAULT false,
    "document_number" TEXT NOT NULL DEFAULT '',
    "formed_on" DATE,
    "due_on" DATE,
    "due_provisional" BOOLEAN NOT NULL DEFAULT false,
    "reassess_on" DATE,
    "ended_on" DATE,
    "first_published_on" DATE,
    "batch_id" UUID,
    "row_sha256" TEXT,

    CONSTRAINT "disclosure_item_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "index_counter" (
    "organisation_id" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "index_counter_pkey" PRIMARY KEY ("organisation_id","series")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "organisation_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "type" "FileType" NOT NULL,
    "size" INTEGER NOT NULL,
    "text" JSONB NOT NULL DEFAULT '[]',
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("organisation_id","sha256")
);

-- CreateTable
CREATE TABLE "file_chunk" (
    "organisation_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_chunk_pkey" PRIMARY KEY ("organisation_id","sha256","position")
);

-- CreateTable
CREATE TABLE "document_file" (
    "organisation_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_file_pkey" PRIMARY KEY ("document_id","sha256")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board_posting" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "posted_on" DATE NOT NULL,
    "taken_down_on" DATE,
    "photo_sha256" TEXT,
    "user_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "board_posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "month" DATE NOT NULL,
    "field_id" UUID NOT NULL,
    "count" INTEGER NOT NULL,
    "amount" DECIMAL(18,2),
    "source" TEXT NOT NULL,
    "corrects_id" UUID,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_entry" (
    "document_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "path" TEXT NOT NULL,
    "publication_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "index_number" TEXT,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "node_id" UUID,
    "class_id" UUID,
    "validity" "Validity" NOT NULL DEFAULT 'valid',
    "document_number" TEXT NOT NULL DEFAULT '',
    "formed_on" DATE,
    "first_published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "year" INTEGER NOT NULL,

    CONSTRAINT "public_entry_pkey" PRIMARY KEY ("document_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "catalogue_node_organisation_id_code_key" ON "catalogue_node"("organisation_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_item_organisation_id_index_number_key" ON "disclosure_item"("organisation_id", "index_number");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_item_organisation_id_row_sha256_key" ON "disclosure_item"("organisation_id", "row_sha256");

-- CreateIndex
CREATE INDEX "import_batch_organisation_id_imported_at_idx" ON "import_batch"("organisation_id", "imported_at");

-- CreateIndex
CREATE INDEX "board_posting_document_id_idx" ON "board_posting"("document_id");

-- CreateIndex
CREATE INDEX "board_posting_organisation_id_recorded_at_idx" ON "board_posting"("organisation_id", "recorded_at");

-- CreateIndex
CREATE INDEX "ledger_entry_organisation_id_kind_month_idx" ON "ledger_entry"("organisation_id", "kind", "month");

-- CreateIndex
CREATE UNIQUE INDEX "public_entry_publication_id_key" ON "public_entry"("publication_id");

-- CreateIndex
CREATE UNIQUE INDEX "public_entry_organisation_id_path_key" ON "public_entry"("organisation_id", "path");

-- AddForeignKey
ALTER TABLE "catalogue_node" ADD CONSTRAINT "catalogue_node_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_node" ADD CONSTRAINT "catalogue_node_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "field"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_node" ADD CONSTRAINT "catalogue_node_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "catalogue_node"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_item" ADD CONSTRAINT "disclosure_item_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_item" ADD CONSTRAINT "disclosure_item_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "catalogue_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_item" ADD CONSTRAINT "disclosure_item_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "catalogue_node"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_item" ADD CONSTRAINT "disclosure_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_organisation_id_sha256_fkey" FOREIGN KEY ("organisation_id", "sha256") REFERENCES "stored_file"("organisation_id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_file" ADD CONSTRAINT "document_file_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_file" ADD CONSTRAINT "document_file_organisation_id_sha256_fkey" FOREIGN KEY ("organisation_id", "sha256") REFERENCES "stored_file"("organisation_id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_posting" ADD CONSTRAINT "board_posting_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_posting" ADD CONSTRAINT "board_posting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "field"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_entry" ADD CONSTRAINT "public_entry_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
