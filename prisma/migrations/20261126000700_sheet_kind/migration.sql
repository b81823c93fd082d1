-- AlterTable
ALTER TABLE "import_sheet" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'items';

ALTER TABLE "import_sheet" ADD CONSTRAINT "import_sheet_kind" CHECK ("kind" IN ('items', 'requests'));
