-- CreateTable
CREATE TABLE "password_tries" (
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "locked_until" TIMESTAMPTZ(3),
    "tried_at" TIMESTAMPTZ(3) NOT NULL,
    "right_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_tries_pkey" PRIMARY KEY ("user_id","place")
);

-- AddForeignKey
ALTER TABLE "password_tries" ADD CONSTRAINT "password_tries_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A row belongs to the organisation of its person, and is neither decided nor kept: what is old is forgotten.
ALTER TABLE "password_tries"
  ADD CONSTRAINT "password_tries_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
GRANT SELECT, INSERT, UPDATE, DELETE ON "password_tries" TO "gongkai_app";
