-- A feed tells what became public or was corrected last, and pages of data tell when that was: without this index each of them
-- reads all that an organisation has made public.
CREATE INDEX "public_entry_published_idx" ON "public_entry" ("organisation_id", "published_at" DESC, "document_id" DESC);
