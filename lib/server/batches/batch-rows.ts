import 'server-only';
import { LRUCache } from 'lru-cache';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { checkItem } from '@/lib/domain/items/check';
import { itemOf, type OpenItem, parseItem } from '@/lib/domain/items/item-of';
import type { Beside } from '@/lib/domain/items/rules/rule';
import { allowListOf, maskStyleOf, organisationSettings } from '@/lib/domain/organisation';
import type { Finding } from '@/lib/domain/report/finding';
import { type Unsettled, unsettled } from '@/lib/domain/report/settled';
import type { Status } from '@/lib/domain/workflow/moves';
import { frozenOffice } from '@/lib/domain/workflow/revision-office';
import { today } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import { checkedDraft, checkedItem, itemStateOf } from '@/lib/server/items/disclosure-item';

// The rows of a batch, looked at by the thousand. The rules are those of a single item; what they look at beside it is
// asked for once, except for the few rows that have attachments or relations.

export type BatchRow = {
  id: string;
  organisationId: string;
  path: string;
  title: string;
  status: Status;
  fieldId: string;
  version: number;
  draft: unknown;
  office: unknown;
  revisionId: string | null;
};

const atOnce = 500;

/** All rows of a batch in the order of their addresses, some hundred at a time. */
export async function* batchRows(tx: Tx, batchId: string): AsyncGenerator<BatchRow[]> {
  for (let after = firstOfAll; ; ) {
    const rows = await tx.document.findMany({
      where: { item: { batchId }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: atOnce,
      select: {
        ...{ id: true, organisationId: true, path: true, title: true, status: true, fieldId: true, version: true },
        ...{ draft: true, office: true, revisionId: true },
      },
    });
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.id;
  }
}

const firstOfAll = '00000000-0000-0000-0000-000000000000';

/** What the rows of one organisation have in common. */
export type Surroundings = Awaited<ReturnType<typeof surroundingsOf>>;

export async function surroundingsOf(tx: Tx, organisationId: string) {
  const { settings, ...organisation } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true, shortName: true, level: true, settings: true },
  });
  const nodes = await tx.catalogueNode.findMany({
    where: { organisationId },
    select: { id: true, code: true, label: true, basis: true, closedAt: true },
  });
  const fields = await tx.field.findMany({ where: { organisationId }, select: { id: true, name: true } });
  const known = organisationSettings.parse(settings);
  return {
    ...{ organisation, known, today: today(), allow: allowListOf(known), mask: maskStyleOf(known) },
    nodesById: new Map(nodes.map((node) => [node.id, node])),
    nodesByCode: new Map(nodes.map((node) => [node.code, node])),
    fields: new Map(fields.map(({ id, name }) => [id, name])),
    /** Changes with any of it. */
    mark: sha256(
      canonicalJson({ known, day: today(), nodes: nodes.map(({ id, closedAt }) => [id, closedAt !== null]) }),
    ),
  };
}

export type PreparedRow = { content: string; item: OpenItem; findings: readonly Finding[]; unsettled: Unsettled };

/** The draft of a row as it would be frozen, with what still stands in its way. */
export async function prepareRow(tx: Tx, row: BatchRow, around: Surroundings): Promise<PreparedRow> {
  const { draft, office } = itemStateOf(row);
  const lone = draft.attachments.length + draft.relations.length > 0 || draft.body.some(({ kind }) => kind === 'image');
  const { item, findings } = lone
    ? await checkedDraft(tx, row)
    : checkedAlike(row, draftedItem(row, around), around, false);
  return { content: canonicalJson(item), item, findings, unsettled: unsettled(findings, office.reasons) };
}

/** What the rules of this moment say of a frozen row. */
export async function recheckRow(
  tx: Tx,
  row: BatchRow,
  frozen: { content: string; office: string },
  around: Surroundings,
) {
  const item = parseItem(frozen.content);
  const lone = item.attachments.length + item.relations.length > 0 || item.body.some(({ kind }) => kind === 'image');
  const { findings } = lone ? await checkedItem(tx, row, item) : checkedAlike(row, item, around, true);
  return unsettled(findings, frozenOffice.parse(JSON.parse(frozen.office)).reasons);
}

function draftedItem(row: BatchRow, { organisation, nodesById, fields }: Surroundings): OpenItem {
  const { draft } = itemStateOf(row);
  const [node, itsClass] = [nodesById.get(draft.nodeId), draft.classId === null ? null : nodesById.get(draft.classId)];
  const field = fields.get(row.fieldId);
  if (!node || itsClass === undefined || field === undefined) throw new Error(`row ${row.path} has lost its place`);
  return itemOf(draft, {
    organisation,
    node: { code: node.code, label: node.label, basis: node.basis },
    class: itsClass && { code: itsClass.code, label: itsClass.label },
    field,
  });
}

function checkedAlike({ path }: BatchRow, item: OpenItem, around: Surroundings, isFrozen: boolean) {
  const node = around.nodesByCode.get(item.node.code);
  const beside: Beside = {
    ...{ today: around.today, path, allow: around.allow, mask: around.mask },
    nodeOpen: node !== undefined && (isFrozen || node.closedAt === null),
    isPublic: false, // a row of a batch becomes public with it
    related: new Map(),
    files: new Map(),
  };
  return { item, findings: checkItem({ item, ...beside }) };
}

// A draft that has not changed, among what has not changed either, is not looked at again on the same day.
const counted = new LRUCache<string, { blocks: number; warnings: number }>({ max: 50_000 });

/** How much stands in the way of a row. */
export async function openOf(
  tx: Tx,
  row: BatchRow,
  around: Surroundings,
): Promise<{ blocks: number; warnings: number }> {
  const key = `${row.id} ${row.version} ${row.fieldId} ${around.mark}`;
  const known = counted.get(key);
  if (known) return known;
  const { blocks, warnings } = (await prepareRow(tx, row, around)).unsettled;
  const count = { blocks: blocks.length, warnings: warnings.length };
  counted.set(key, count);
  return count;
}
