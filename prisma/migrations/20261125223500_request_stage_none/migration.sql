-- A request whose registration was reversed keeps its number and stands nowhere: 'none'.
ALTER TABLE "disclosure_request" DROP CONSTRAINT "disclosure_request_stage";
ALTER TABLE "disclosure_request"
  ADD CONSTRAINT "disclosure_request_stage" CHECK ("stage" IN ('none', 'registered', 'open', 'closed', 'archived'));
