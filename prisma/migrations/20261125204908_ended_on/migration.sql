-- AlterTable
ALTER TABLE "public_entry" ADD COLUMN     "ended_on" DATE;
