-- AlterTable
ALTER TABLE "publication" ADD COLUMN     "files" JSONB NOT NULL DEFAULT '{}';
