-- What the database refuses by itself, whatever the application may do. Prisma's schema has no words for it.

-- 1. Every row belongs to the organisation, and to the document, that its parents belong to.

CREATE UNIQUE INDEX "field_id_organisation_id_key" ON "field" ("id", "organisation_id");
CREATE UNIQUE INDEX "user_account_id_organisation_id_key" ON "user_account" ("id", "organisation_id");
CREATE UNIQUE INDEX "document_id_organisation_id_key" ON "document" ("id", "organisation_id");
CREATE UNIQUE INDEX "revision_id_document_id_key" ON "revision" ("id", "document_id");
CREATE UNIQUE INDEX "decision_id_document_id_key" ON "decision" ("id", "document_id");

ALTER TABLE "field_leader"
  ADD CONSTRAINT "field_leader_field_organisation" FOREIGN KEY ("field_id", "organisation_id") REFERENCES "field" ("id", "organisation_id"),
  ADD CONSTRAINT "field_leader_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
ALTER TABLE "user_role"
  ADD CONSTRAINT "user_role_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
ALTER TABLE "sign_in_session"
  ADD CONSTRAINT "sign_in_session_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
ALTER TABLE "document"
  ADD CONSTRAINT "document_field_organisation" FOREIGN KEY ("field_id", "organisation_id") REFERENCES "field" ("id", "organisation_id"),
  ADD CONSTRAINT "document_drafter_organisation" FOREIGN KEY ("drafter_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id"),
  ADD CONSTRAINT "document_own_revision" FOREIGN KEY ("revision_id", "id") REFERENCES "revision" ("id", "document_id");
ALTER TABLE "annual_report"
  ADD CONSTRAINT "annual_report_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id");
ALTER TABLE "draft_change"
  ADD CONSTRAINT "draft_change_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id"),
  ADD CONSTRAINT "draft_change_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
ALTER TABLE "revision"
  ADD CONSTRAINT "revision_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id"),
  ADD CONSTRAINT "revision_drafter_organisation" FOREIGN KEY ("drafter_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
ALTER TABLE "decision"
  ADD CONSTRAINT "decision_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id"),
  ADD CONSTRAINT "decision_actor_organisation" FOREIGN KEY ("actor_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id"),
  ADD CONSTRAINT "decision_own_revision" FOREIGN KEY ("revision_id", "document_id") REFERENCES "revision" ("id", "document_id");
ALTER TABLE "participation"
  ADD CONSTRAINT "participation_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id"),
  ADD CONSTRAINT "participation_user_organisation" FOREIGN KEY ("user_id", "organisation_id") REFERENCES "user_account" ("id", "organisation_id");
ALTER TABLE "remark"
  ADD CONSTRAINT "remark_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id"),
  ADD CONSTRAINT "remark_own_decision" FOREIGN KEY ("decision_id", "document_id") REFERENCES "decision" ("id", "document_id");
ALTER TABLE "publication"
  ADD CONSTRAINT "publication_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id"),
  ADD CONSTRAINT "publication_own_revision" FOREIGN KEY ("revision_id", "document_id") REFERENCES "revision" ("id", "document_id"),
  ADD CONSTRAINT "publication_own_decision" FOREIGN KEY ("decision_id", "document_id") REFERENCES "decision" ("id", "document_id");
ALTER TABLE "audit_event"
  ADD CONSTRAINT "audit_event_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  ADD CONSTRAINT "audit_event_document_organisation" FOREIGN KEY ("document_id", "organisation_id") REFERENCES "document" ("id", "organisation_id");

-- 2. A hash is the hash of what it stands beside; a decision says what its kind must say.

CREATE FUNCTION "sha256_hex" (text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN encode(sha256(convert_to($1, 'UTF8')), 'hex');

ALTER TABLE "revision"
  ADD CONSTRAINT "revision_sha256" CHECK ("sha256" = "sha256_hex"("content")),
  ADD CONSTRAINT "revision_office_sha256" CHECK ("office_sha256" = "sha256_hex"("office")),
  ADD CONSTRAINT "revision_number" CHECK ("number" >= 1);
ALTER TABLE "publication"
  ADD CONSTRAINT "publication_sha256" CHECK ("sha256" = "sha256_hex"("snapshot")),
  ADD CONSTRAINT "publication_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "publication_revision" CHECK (("act" = 'withdraw') = ("revision_id" IS NULL)),
  ADD CONSTRAINT "publication_note" CHECK ("act" = 'publish' OR btrim("note") <> '');
ALTER TABLE "audit_event"
  ADD CONSTRAINT "audit_event_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "previous_hash" ~ '^([0-9a-f]{64})?$'),
  ADD CONSTRAINT "audit_event_sequence" CHECK ("sequence" >= 1);
ALTER TABLE "document"
  ADD CONSTRAINT "document_frozen" CHECK (CASE "status"
    WHEN 'draft' THEN "revision_id" IS NULL
    WHEN 'in_review' THEN "revision_id" IS NOT NULL
    WHEN 'in_sign_off' THEN "revision_id" IS NOT NULL
    WHEN 'signed' THEN "revision_id" IS NOT NULL
    ELSE TRUE END);
ALTER TABLE "user_account"
  ADD CONSTRAINT "user_account_sign_in_name_lower" CHECK ("sign_in_name" = lower("sign_in_name"));
ALTER TABLE "decision"
  ADD CONSTRAINT "decision_stage" CHECK (CASE "kind"
    WHEN 'approve' THEN "stage" = 'review'
    WHEN 'send_back' THEN "stage" IN ('review', 'sign_off')
    WHEN 'sign_off' THEN "stage" = 'sign_off'
    WHEN 'withdraw' THEN "stage" = 'sign_off'
    WHEN 'publish' THEN "stage" IS NULL
    ELSE "stage" = 'drafting' END IS TRUE),
  -- Only the process itself, publishing on the named day, is nobody.
  ADD CONSTRAINT "decision_actor" CHECK (("stage" IS NULL) = ("actor_id" IS NULL)),
  ADD CONSTRAINT "decision_sha256" CHECK (("revision_id" IS NULL) = ("sha256" IS NULL)),
  ADD CONSTRAINT "decision_binds" CHECK ("kind" NOT IN ('submit', 'approve', 'sign_off', 'publish') OR "sha256" IS NOT NULL);

-- 3. One stage a person a document. The rows are written here and nowhere else.

CREATE FUNCTION "register_participation" (organisation uuid, document uuid, person uuid, part "Stage") RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  taken "Stage";
BEGIN
  INSERT INTO participation (organisation_id, document_id, user_id, stage) VALUES (organisation, document, person, part)
    ON CONFLICT (document_id, user_id) DO NOTHING;
  SELECT stage INTO STRICT taken FROM participation p WHERE p.document_id = document AND p.user_id = person;
  IF taken <> part THEN
    RAISE EXCEPTION 'one person takes one stage in a document: % has %, not %', person, taken, part
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'participation_one_stage';
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION "register_participation" FROM PUBLIC;

CREATE FUNCTION "register_drafter" () RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'document' THEN
    PERFORM register_participation(NEW.organisation_id, NEW.id, NEW.drafter_id, 'drafting');
  ELSIF TG_TABLE_NAME = 'revision' THEN
    PERFORM register_participation(NEW.organisation_id, NEW.document_id, NEW.drafter_id, 'drafting');
  ELSE
    PERFORM register_participation(NEW.organisation_id, NEW.document_id, NEW.user_id, 'drafting');
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "register_decider" () RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.actor_id IS NOT NULL THEN
    PERFORM register_participation(NEW.organisation_id, NEW.document_id, NEW.actor_id, NEW.stage);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "register_drafter" AFTER INSERT ON "document" FOR EACH ROW EXECUTE FUNCTION "register_drafter" ();
CREATE TRIGGER "register_drafter" AFTER INSERT ON "revision" FOR EACH ROW EXECUTE FUNCTION "register_drafter" ();
CREATE TRIGGER "register_drafter" AFTER INSERT ON "draft_change" FOR EACH ROW EXECUTE FUNCTION "register_drafter" ();
CREATE TRIGGER "register_decider" AFTER INSERT ON "decision" FOR EACH ROW EXECUTE FUNCTION "register_decider" ();

-- 4. Approval and signature bind to the revision that lies on the desk; a signature comes after an approval.

CREATE FUNCTION "check_decision" () RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.kind NOT IN ('approve', 'sign_off') THEN RETURN NEW; END IF;
  IF NEW.revision_id IS DISTINCT FROM (SELECT revision_id FROM document WHERE id = NEW.document_id) THEN
    RAISE EXCEPTION 'a decision names the current revision of its document'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'decision_current_revision';
  END IF;
  IF NEW.kind = 'sign_off' AND NOT EXISTS (
    SELECT FROM decision WHERE kind = 'approve' AND revision_id = NEW.revision_id AND sha256 = NEW.sha256
  ) THEN
    RAISE EXCEPTION 'a signature needs an approval of the same content'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'decision_approved_first';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "check_decision" BEFORE INSERT ON "decision" FOR EACH ROW EXECUTE FUNCTION "check_decision" ();

-- 5. What is published is what three different people drafted, approved and signed, byte for byte.

CREATE FUNCTION "check_publication" () RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  frozen revision;
  deciding decision;
BEGIN
  SELECT * INTO STRICT deciding FROM decision WHERE id = NEW.decision_id;
  IF NEW.act = 'withdraw' THEN
    IF deciding.kind <> 'withdraw' THEN
      RAISE EXCEPTION 'a withdrawal is published by the decision to withdraw'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'publication_decision';
    END IF;
    RETURN NEW;
  END IF;

  SELECT * INTO STRICT frozen FROM revision WHERE id = NEW.revision_id;
  IF NEW.snapshot <> frozen.content OR NEW.sha256 <> frozen.sha256 THEN
    RAISE EXCEPTION 'a publication is its revision, byte for byte'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'publication_snapshot';
  END IF;
  IF deciding.kind NOT IN ('sign_off', 'publish') OR deciding.revision_id IS DISTINCT FROM frozen.id THEN
    RAISE EXCEPTION 'a publication follows from the signature of its revision'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'publication_decision';
  END IF;
  IF NOT EXISTS (
    SELECT FROM decision approval JOIN decision signature USING (revision_id, sha256)
    WHERE revision_id = frozen.id AND sha256 = frozen.sha256
      AND approval.kind = 'approve' AND signature.kind = 'sign_off'
      AND approval.actor_id <> signature.actor_id
      AND frozen.drafter_id NOT IN (approval.actor_id, signature.actor_id)
  ) OR EXISTS (
    SELECT FROM decision WHERE revision_id = frozen.id AND kind IN ('take_back', 'send_back')
  ) THEN
    RAISE EXCEPTION 'a publication needs a drafter, an approver and a signer of the same content, three people'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'publication_three_people';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "check_publication" BEFORE INSERT ON "publication" FOR EACH ROW EXECUTE FUNCTION "check_publication" ();

-- 6. What was written stays written, for the owner of the tables too, and in a session that replays a replica.

CREATE FUNCTION "refuse_change" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'append_only';
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['revision', 'decision', 'publication', 'audit_event', 'draft_change', 'participation'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', name);
  END LOOP;
END $$;
ALTER TABLE "decision" ENABLE ALWAYS TRIGGER "check_decision";
ALTER TABLE "decision" ENABLE ALWAYS TRIGGER "register_decider";
ALTER TABLE "publication" ENABLE ALWAYS TRIGGER "check_publication";

-- 7. The application signs in as a role that owns nothing and may do what it must.

GRANT USAGE ON SCHEMA "public" TO "gongkai_app";
GRANT SELECT ON ALL TABLES IN SCHEMA "public" TO "gongkai_app";
GRANT INSERT ON
  "organisation", "field", "field_leader", "user_account", "user_role", "sign_in_session", "document", "annual_report",
  "draft_change", "revision", "decision", "remark", "publication", "audit_event", "audit_head" TO "gongkai_app";
GRANT UPDATE ON
  "organisation", "field", "user_account", "sign_in_session", "document", "audit_head" TO "gongkai_app";
GRANT UPDATE ("answer", "answered_at") ON "remark" TO "gongkai_app";
GRANT DELETE ON "field_leader", "user_role", "sign_in_session" TO "gongkai_app";
GRANT USAGE ON SEQUENCE "draft_change_id_seq" TO "gongkai_app";

-- 8. Every process keeps public pages in memory; it hears here, after the commit, that they have changed.

CREATE FUNCTION "notify_public_change" () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('gongkai_public', '');
  RETURN NULL;
END $$;

CREATE TRIGGER "public_change" AFTER INSERT ON "publication" FOR EACH STATEMENT EXECUTE FUNCTION "notify_public_change" ();
CREATE TRIGGER "public_change" AFTER INSERT OR UPDATE ON "organisation" FOR EACH STATEMENT EXECUTE FUNCTION "notify_public_change" ();
