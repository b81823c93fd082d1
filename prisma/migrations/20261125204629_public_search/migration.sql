-- What a search reads, and how public items hang together. Both follow from what is public and are written here alone:
-- whoever writes a public entry need not know of them. docs/decisions/search-by-pairs-of-characters.md says why so.

-- 1. Folding. lib/domain/search/fold.ts does the same to what is looked for; a test compares them character by character.

CREATE FUNCTION "fold_for_search" (text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate(lower($1 COLLATE "C"),
    U&'\3000\FF01\FF02\FF03\FF04\FF05\FF06\FF07\FF08\FF09\FF0A\FF0B\FF0C\FF0D\FF0E\FF0F\FF10\FF11\FF12\FF13\FF14\FF15\FF16\FF17\FF18\FF19\FF1A\FF1B\FF1C\FF1D\FF1E\FF1F\FF20\FF21\FF22\FF23\FF24\FF25\FF26\FF27\FF28\FF29\FF2A\FF2B\FF2C\FF2D\FF2E\FF2F\FF30\FF31\FF32\FF33\FF34\FF35\FF36\FF37\FF38\FF39\FF3A\FF3B\FF3C\FF3D\FF3E\FF3F\FF40\FF41\FF42\FF43\FF44\FF45\FF46\FF47\FF48\FF49\FF4A\FF4B\FF4C\FF4D\FF4E\FF4F\FF50\FF51\FF52\FF53\FF54\FF55\FF56\FF57\FF58\FF59\FF5A\FF5B\FF5C\FF5D\FF5E',
    ' !"#$%&''()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\]^_`abcdefghijklmnopqrstuvwxyz{|}~');

CREATE FUNCTION "fold_number" (text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate("fold_for_search"($1), '〔〕[]【】 ', '()()()');

-- 2. Keys. A key is one character or two that follow each other, exact, together with 21 bits of the organisation: so an
-- organisation's common word is not looked for among everybody's, and a word of one or two characters needs no second look.

CREATE FUNCTION "search_prefix" (organisation uuid) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (('x' || right(organisation::text, 6))::bit(24)::bigint & 2097151) << 42;

-- A whole number (文号, 索引号) is a key too. Another text may have the same one: who asks by it looks at the number again.
CREATE FUNCTION "search_number_key" (organisation uuid, number text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN "search_prefix"(organisation) | (hashtextextended(number, 0) & 4398046511103);

-- The cost is what it is in truth, so that PostgreSQL asks the index even where there are few rows.
CREATE FUNCTION "search_keys" (organisation uuid, folded text, numbers text[]) RETURNS bigint[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 4000
  RETURN (
    SELECT array_agg(key) FROM (
      SELECT "search_prefix"(organisation) | unnest(ARRAY[this << 21, this << 21 | following]) FROM (
        SELECT ascii(character)::bigint AS this, ascii(lead(character) OVER ())::bigint AS following
        FROM string_to_table(folded, NULL) AS character
      ) AS pairs
      UNION ALL SELECT "search_number_key"(organisation, number) FROM unnest(numbers) AS number
    ) AS keys (key) WHERE key IS NOT NULL
  );

-- What the keys of a text must hold for each of the words to stand in it.
CREATE FUNCTION "search_keys_of_words" (organisation uuid, words text[]) RETURNS bigint[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (
    SELECT array_agg(DISTINCT "search_prefix"(organisation) | (this << 21 | coalesce(following, 0))) FROM (
      SELECT ascii(character)::bigint AS this, place,
        ascii(lead(character) OVER (PARTITION BY word ORDER BY place))::bigint AS following
      FROM unnest(words) AS word, string_to_table(word, NULL) WITH ORDINALITY AS characters (character, place)
    ) AS pairs WHERE following IS NOT NULL OR place = 1
  );

-- 3. One row for each entry that can be found, folded. The rows of an organisation lie close together, because a search
-- for a common word reads most of them: with a million rows in one table each would be a page of its own.

CREATE TABLE "public_search" (
  "organisation_id" uuid NOT NULL,
  "document_id" uuid NOT NULL REFERENCES "document" ("id"),
  "year" integer NOT NULL,
  "node_id" uuid,
  "class_id" uuid,
  "first_published_at" timestamptz(3) NOT NULL,
  -- Document number, index number and its last part, folded.
  "numbers" text[] NOT NULL,
  "title" text NOT NULL,
  "folded" text NOT NULL,
  PRIMARY KEY ("organisation_id", "document_id")
) PARTITION BY HASH ("organisation_id");

DO $$
BEGIN
  FOR part IN 0..31 LOOP
    EXECUTE format('CREATE TABLE public_search_%s PARTITION OF public_search FOR VALUES WITH (MODULUS 32, REMAINDER %s)', part, part);
    -- A short list of what is not sorted in yet: every search reads it through.
    EXECUTE format('CREATE INDEX public_search_%s_keys ON public_search_%s USING gin (search_keys(organisation_id, folded, numbers))
      WITH (gin_pending_list_limit = 512)', part, part);
    -- ANALYZE need not work out the keys of thousands of rows: the plan is the same whatever it finds.
    EXECUTE format('ALTER INDEX public_search_%s_keys ALTER COLUMN 1 SET STATISTICS 0', part);
  END LOOP;
END $$;

-- 4. What a published item says of others: 解读, 更正, 澄清, 废止.

CREATE TABLE "public_relation" (
  "organisation_id" uuid NOT NULL,
  "document_id" uuid NOT NULL REFERENCES "document" ("id"),
  "kind" text NOT NULL,
  "path" text NOT NULL,
  PRIMARY KEY ("document_id", "kind", "path")
);
CREATE INDEX "public_relation_organisation_id_path_idx" ON "public_relation" ("organisation_id", "path");

-- 5. Both follow the public entry.

CREATE FUNCTION "numbers_to_search" (document_number text, index_number text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_remove(ARRAY[
    nullif("fold_number"(document_number), ''), "fold_number"(index_number), "fold_number"(split_part(index_number, '/', -1))
  ], NULL);

CREATE FUNCTION "keep_public_search" () RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM public_search WHERE organisation_id = OLD.organisation_id AND document_id = OLD.document_id;
    DELETE FROM public_relation WHERE document_id = OLD.document_id;
  END IF;
  IF TG_OP = 'DELETE' OR NEW.withdrawn THEN RETURN NULL; END IF;
  INSERT INTO public_search (organisation_id, document_id, year, node_id, class_id, first_published_at, numbers, title, folded)
    VALUES (NEW.organisation_id, NEW.document_id, NEW.year, NEW.node_id, NEW.class_id, NEW.first_published_at,
      numbers_to_search(NEW.document_number, NEW.index_number), fold_for_search(NEW.title),
      fold_for_search(CASE WHEN starts_with(NEW.text, NEW.title) THEN NEW.text ELSE NEW.title || E'\n' || NEW.text END));
  IF NEW.kind = 'item' THEN
    INSERT INTO public_relation (organisation_id, document_id, kind, path)
      SELECT DISTINCT NEW.organisation_id, NEW.document_id, relation ->> 'kind', relation ->> 'path'
      FROM publication, json_array_elements(snapshot::json -> 'relations') AS relation WHERE id = NEW.publication_id;
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION "keep_public_search" FROM PUBLIC;

CREATE TRIGGER "keep_public_search" AFTER INSERT OR UPDATE OR DELETE ON "public_entry" FOR EACH ROW EXECUTE FUNCTION "keep_public_search" ();
-- What became public before.
UPDATE "public_entry" SET "title" = "title";

-- 6. Lists: of everything, of a node and of a class, the newest first; and how many there are of each.

CREATE INDEX "public_entry_newest_idx" ON "public_entry" ("organisation_id", "first_published_at" DESC, "document_id" DESC) WHERE NOT "withdrawn";
CREATE INDEX "public_entry_node_idx" ON "public_entry" ("organisation_id", "node_id", "first_published_at" DESC, "document_id" DESC) WHERE NOT "withdrawn";
CREATE INDEX "public_entry_class_idx" ON "public_entry" ("organisation_id", "class_id", "first_published_at" DESC, "document_id" DESC) WHERE NOT "withdrawn";
CREATE INDEX "public_entry_count_idx" ON "public_entry" ("organisation_id", "node_id", "class_id", "year") WHERE NOT "withdrawn";

GRANT SELECT ON "public_search", "public_relation" TO "gongkai_app";
