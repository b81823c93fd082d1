import 'server-only';
import { LRUCache } from 'lru-cache';
import type { Proof } from '@/lib/documents/proof';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 as hashOf } from '@/lib/domain/hash';
import { signatory } from '@/lib/domain/workflow/signatory';
import { now } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { kindOf } from '@/lib/server/document-kinds';
import type { Document, Revision } from '@/lib/server/generated/client';
import { publicationFacts } from '@/lib/server/publication-facts';
import { Refusal } from '@/lib/server/refusal';

export type Announced = { number: number; note: string; publishedAt: Date };

// Of what is about to become public. The index number is not in the key: it is one line of the files, given at the very end.
const proofs = new LRUCache<string, Proof>({ max: 200 });

/** The sizes of the files that an edition is had in; refuses where one of them is not what was signed. */
export async function proofRead(tx: Tx, document: Document, revision: Revision, announced: Announced) {
  const { files, misprints } = await proofOf(tx, document, revision, announced);
  const [first] = misprints;
  if (first) throw new Refusal([{ code: 'misprinted', ...first, count: misprints.length }]);
  return files;
}

/**
 * Makes and reads the files of a document that is about to be signed or published, before anything is held for it: that
 * takes a while, and of many at once each would keep the others waiting. Does nothing where there is nothing of the kind.
 */
export async function proofAhead(id: string, status: 'in_sign_off' | 'signed', signer?: Signer) {
  const document = await db.document.findFirst({
    where: {
      id,
      status,
      ...(signer && { organisationId: signer.organisationId, revision: { sha256: signer.sha256 } }),
    },
    include: { revision: true },
  });
  const revision = document?.revision;
  // What is not the content that was frozen will be held anyway.
  if (!revision || hashOf(revision.content) !== revision.sha256) return;
  if (!kindOf(document.kind).becomesPublic(revision.content)) return;
  await proofOf(db, document, revision, await announcedOf(db, document, revision, now()));
}

type Signer = { organisationId: string; sha256: string };

/** What the next edition of a document says of itself. */
export async function announcedOf(
  tx: Tx,
  { id: documentId, kind }: Document,
  { content }: Revision,
  publishedAt: Date,
): Promise<Announced> {
  const { _max } = await tx.publication.aggregate({ where: { documentId }, _max: { number: true } });
  return { number: (_max.number ?? 0) + 1, note: kindOf(kind).correctionNoteOf(content), publishedAt };
}

async function proofOf(
  tx: Tx,
  document: Document,
  { content, sha256 }: Revision,
  announced: Announced,
): Promise<Proof> {
  const { organisationId: id, path } = document;
  const { slug } = await tx.organisation.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  const facts = publicationFacts({ ...announced, slug, path, signedBy: signatory, sha256 });
  const key = hashOf(canonicalJson([document.id, content, facts]));
  const known = proofs.get(key);
  if (known) return known;
  const proof = (await kindOf(document.kind).proof?.(content, facts, { tx, document })) ?? { files: {}, misprints: [] };
  proofs.set(key, proof);
  return proof;
}
