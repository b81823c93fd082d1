-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "becomes_public" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "declarations" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- A declaration is one of the three that the gate asks for.
ALTER TABLE "decision" ALTER COLUMN "declarations" SET NOT NULL,
  ADD CONSTRAINT "decision_declarations" CHECK ("declarations" <@ ARRAY['no_state_secret', 'no_commercial_secret_or_privacy', 'no_danger']);
