import { valueAt } from '@/lib/domain/report/cells';
import { difference } from '@/lib/editor/difference';
import type { Author } from '@/lib/editor/holds';
import type { Batch, Replica } from '@/lib/editor/replica';
import type { ReportTypes } from '@/lib/editor/report-draft';

/** Who wrote each figure last, where that is known; by address. */
export type Authors = Readonly<Record<string, Author>>;

/** The figures that came with somebody's save. */
export function authorsAfter(author: Author, before: Replica<ReportTypes>, after: Replica<ReportTypes>): Authors {
  const addresses = difference(before.server, after.server).flatMap((op) => {
    if (op.kind === 'cell') return [op.address];
    return op.kind === 'declare_zero' ? op.addresses : [];
  });
  return Object.fromEntries(addresses.map((address) => [address, { by: author.by, at: author.at }]));
}

/** The figures that the person here has just brought to the server. */
export function ownFigures({ changes }: Batch<ReportTypes>, { server }: Replica<ReportTypes>): Authors {
  const own: Author = { by: '您', at: new Date().toISOString() };
  return Object.fromEntries(
    changes.flatMap((op) =>
      op.kind === 'cell' && valueAt(server.draft.tables, op.address) === op.to ? [[op.address, own]] : [],
    ),
  );
}
