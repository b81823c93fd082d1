import 'server-only';
import { db } from '@/lib/server/db';
import type { DocumentFacts } from '@/lib/server/documents/document-facts';

/** Whether a draft has moved on since a version, and if so the whole of it and who saved last. */
export async function draftNews<State>(
  document: DocumentFacts,
  version: number,
  stateOf: (document: DocumentFacts) => State,
) {
  if (document.version === version) return { version };
  const last = await db.draftChange.findFirst({
    where: { documentId: document.id },
    orderBy: { version: 'desc' },
    select: { at: true, user: { select: { name: true } } },
  });
  const { status } = document;
  return {
    ...{ version: document.version, status, state: stateOf(document) },
    ...{ by: last?.user.name ?? null, at: last?.at.toISOString() ?? null },
  };
}
