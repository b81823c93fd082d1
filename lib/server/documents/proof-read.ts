import 'server-only';
import { LRUCache } from 'lru-cache';
import type { Proof } from '@/lib/documents/proof';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 as hashOf } from '@/lib/domain/hash';
import { signatory } from '@/lib/domain/workflow/signatory';
import { now } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { publicationFacts } from '@/lib/server/documents/publication-facts';
import type { Document, Revision } from '@/lib/server/generated/client';
import type { Edition } from '@/lib/server/public/public-editions';
import { Refusal } from '@/lib/server/refusal';

/** What an edition says of itself, and the organisation's part of its address. */
export type Announced = { number: number; note: string; publishedAt: Date; slug: string };

// Of what is about to become public. The index number is not in the key: it is one line of the files, given at the very end.
// Next.js and the process around it each have a copy of this module; what one has read the other need not read again.
const key = Symbol.for('gongkai.proofs');
const home = globalThis as { [key]?: LRUCache<string, Proof> };
home[key] ??= new LRUCache<string, Proof>({ max: 20_000 }); // some hundred bytes each: two batches of the largest size
const proofs = home[key];

/** The sizes of the files that an edition is had in; refuses where one of them, or its page, is not what was signed. */
export async function proofRead(tx: Tx, document: Document, revision: Revision, announced: Announced) {
  const { files, misprints } = await proofOf(tx, document, revision, announced);
  const misprint = misprintOf(misprints);
  if (misprint) throw new Refusal([misprint]);
  return files;
}

/** The first place where something was read that was not signed; of a row of a batch, which one it is. */
export function misprintOf(misprints: Proof['misprints'], row?: { path: string; title: string }) {
  const [first] = misprints;
  if (!first) return null;
  const { path, title } = row ?? {};
  return {
    code: 'misprinted' as const,
    ...first,
    count: misprints.length,
    ...(title && path && { row: { path, title } }),
  };
}

/**
 * Makes and reads the files and pages of a document that is about to be signed or published, before anything is held for
 * it: that takes a while, and of many at once each would keep the others waiting. Does nothing where there is nothing of the
 * kind.
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
  { id: documentId, organisationId, kind }: Document,
  { content }: Revision,
  publishedAt: Date,
): Promise<Announced> {
  const { slug } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { slug: true } });
  const { _max } = await tx.publication.aggregate({ where: { documentId }, _max: { number: true } });
  return { number: (_max.number ?? 0) + 1, note: kindOf(kind).correctionNoteOf(content), publishedAt, slug };
}

/** Whether it has been made and read, so that nobody has to wait for it. */
export const isProofRead = (document: Document, revision: Revision, announced: Announced) =>
  proofs.has(keyOf(document, revision, announced).name);

/** What comes out when an edition is made in every form and read back; remembered by all that is signed of it. */
export async function proofOf(tx: Tx, document: Document, revision: Revision, announced: Announced): Promise<Proof> {
  const { name, facts } = keyOf(document, revision, announced);
  const known = proofs.get(name);
  if (known) return known;
  const { content, sha256 } = revision;
  const { number, note, publishedAt } = announced;
  const edition: Edition = {
    ...{ number, note, publishedAt, act: number === 1 ? 'publish' : 'correct' },
    ...{ title: document.title, sha256, signedBy: signatory },
  };
  const proof = (await kindOf(document.kind).proof?.(content, facts, { tx, document, edition })) ?? nothing;
  proofs.set(name, proof, proof.misprints.length > 0 ? { ttl: aMinute } : {});
  return proof;
}

function keyOf({ id, path }: Document, { content, sha256 }: Revision, announced: Announced) {
  const facts = publicationFacts({ ...announced, path, signedBy: signatory, sha256 });
  return { facts, name: hashOf(canonicalJson([id, content, facts])) };
}

// What surrounds a page is not in the key either, and may be put right.
const aMinute = 60_000;
const nothing: Proof = { files: {}, misprints: [] };
