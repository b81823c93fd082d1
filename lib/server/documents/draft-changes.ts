import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/access';
import { block, cellValue } from '@/lib/domain/report/content';
import { type DraftOp, draftOp } from '@/lib/domain/report/merge';
import { db } from '@/lib/server/db';

/** A change that found another value than it was based on, and who had written that value, when we know. */
const conflict = z.object({
  op: draftOp,
  current: z.union([cellValue, z.string(), z.array(block)]),
  by: z.string().nullable(),
  at: z.string().nullable(),
});

/** What is kept of one accepted save. */
export const savedChanges = z.object({ applied: z.array(draftOp), conflicts: z.array(conflict) });

const enough = 200;

/** Names of what an operation is about. */
export function subjectsOf(op: DraftOp): string[] {
  switch (op.kind) {
    case 'cell':
      return [op.address];
    case 'declare_zero':
      return op.addresses;
    case 'text':
      return [...op.from, ...op.to].map(({ id }) => `${op.section}#${id}`);
    case 'reason':
      return [`reason ${op.key}`];
    case 'note':
    case 'publishOn':
      return [op.kind];
  }
}

export type FigureAuthor = { by: string; at: string };

/** Who wrote each figure of a draft last, and when; by address. */
export async function figureAuthors(documentId: string, actor: Actor): Promise<Record<string, FigureAuthor>> {
  const saves = await db.draftChange.findMany({
    where: { documentId, organisationId: actor.organisationId },
    orderBy: { version: 'desc' },
    take: enough,
    select: { changes: true, at: true, user: { select: { name: true } } },
  });
  const written = saves.toReversed().flatMap(({ changes, at, user }) => {
    const figures = savedChanges
      .parse(changes)
      .applied.filter(({ kind }) => kind === 'cell' || kind === 'declare_zero');
    return figures.flatMap(subjectsOf).map((address) => [address, { by: user.name, at: at.toISOString() }] as const);
  });
  return Object.fromEntries(written);
}
