import 'server-only';
import type { ColumnKey } from '@/lib/domain/items/import-columns';
import type { Heads } from '@/lib/domain/items/import-heads';
import type { ImportContext } from '@/lib/domain/items/import-rows';
import { type ImportedRow, readList } from '@/lib/domain/items/import-rows';
import { organisationSettings } from '@/lib/domain/organisation';
import type { RequestColumnKey } from '@/lib/domain/requests/import-columns';
import { readRequestList } from '@/lib/domain/requests/import-request';
import type { SheetRow } from '@/lib/domain/sheet';
import { today } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { defaultField } from '@/lib/server/items/default-field';
import { groundUnder } from '@/lib/server/requests/request-events';
import { takeInItems } from '@/lib/server/sheets/take-in-items';
import { takeInRequests } from '@/lib/server/sheets/take-in-requests';

export const sheetKinds = ['items', 'requests'] as const;
export type SheetKindName = (typeof sheetKinds)[number];

/** A row as it is kept while its list is looked through. */
export type ReadRow = Omit<ImportedRow, 'draft'> & { draft: object | null };

export type Sheet = { id: string; organisationId: string; userId: string; fileName: string; fileSha256: string };

/** All that differs between lists of items and of requests; upload, dry run, progress and doors know nothing more. */
export type SheetKind = {
  /** Whether what is kept of a list tells who asked: then it is sealed. */
  sealed: boolean;
  read(
    cells: readonly SheetRow[],
    organisationId: string,
  ): Promise<{ heads: Heads<ColumnKey | RequestColumnKey>; rows: ReadRow[] }>;
  /** Of these rows those that an earlier import has taken in. */
  taken(organisationId: string, hashes: readonly string[]): Promise<Set<string | null>>;
  /** Takes the sound rows in; answers how many. `noted` hears how far it is, apart from the transaction. */
  takeIn(tx: Tx, sheet: Sheet, noted: (done: number) => Promise<unknown>): Promise<number>;
};

const kinds: Record<SheetKindName, SheetKind> = {
  items: {
    sealed: false,
    read: async (cells, organisationId) => readList(cells, await contextOf(organisationId)),
    async taken(organisationId, hashes) {
      const where = { organisationId, rowSha256: { in: [...hashes] } };
      const rows = await db.disclosureItem.findMany({ where, select: { rowSha256: true } });
      return new Set(rows.map(({ rowSha256 }) => rowSha256));
    },
    takeIn: takeInItems,
  },
  requests: {
    sealed: true,
    async read(cells, organisationId) {
      const { settings } = await db.organisation.findUniqueOrThrow({
        where: { id: organisationId },
        select: { settings: true },
      });
      const since = organisationSettings.parse(settings).requests.registerSince ?? 0;
      const published = await db.publicEntry.findMany({
        where: { organisationId, kind: 'annual_report', withdrawn: false, year: { gte: since } },
        select: { year: true },
      });
      return readRequestList(cells, { ground: groundUnder(settings), published: published.map(({ year }) => year) });
    },
    async taken(organisationId, hashes) {
      const where = { organisationId, rowSha256: { in: [...hashes] } };
      const rows = await db.disclosureRequest.findMany({ where, select: { rowSha256: true } });
      return new Set(rows.map(({ rowSha256 }) => rowSha256));
    },
    takeIn: takeInRequests,
  },
};

export function sheetKind(name: string): SheetKind {
  const kind = sheetKinds.find((each) => each === name);
  if (!kind) throw new Error(`no lists of kind ${name}`);
  return kinds[kind];
}

async function contextOf(organisationId: string): Promise<ImportContext> {
  const { name } = await db.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { name: true } });
  const nodes = await db.catalogueNode.findMany({
    where: { organisationId },
    select: { id: true, kind: true, code: true, label: true, closedAt: true, fieldId: true, ways: true },
  });
  const fields = await db.field.findMany({
    where: { organisationId },
    select: { id: true, name: true, closedAt: true },
  });
  return {
    today: today(),
    organisation: name,
    nodes: nodes.map(({ closedAt, ...node }) => ({ ...node, open: closedAt === null })),
    fields: fields.map(({ closedAt, ...field }) => ({ ...field, open: closedAt === null })),
    defaultFieldId: await defaultField(db, organisationId),
  };
}
