import 'server-only';
import { type StatutoryNode, statutoryNodes } from '@/lib/domain/catalogue/statutory-nodes';
import type { Level } from '@/lib/domain/organisation';
import { db, type Tx } from '@/lib/server/db';
import { record } from '@/lib/server/record';

/** Gives an organisation the nodes that the Regulations prescribe, unless it has nodes already. */
export async function installCatalogue(tx: Tx, organisationId: string) {
  const there = await tx.catalogueNode.findFirst({ where: { organisationId }, select: { id: true } });
  if (there) return;
  const { level } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { level: true },
  });
  const nodes = statutoryNodes.filter((node) => binds(node, level));
  await tx.catalogueNode.createMany({
    data: nodes.map(({ kind, code, label, basis, period }, at) => {
      return { organisationId, kind, code, label, basis, period, ways: ['website'], position: at + 1 };
    }),
  });
  await record(tx, { id: null, organisationId }, null, { kind: 'catalogue_installed', nodes: nodes.length });
}

// The list of Article 21 that we hold is the one of townships; a street office does the same work in a town.
const binds = ({ kind }: StatutoryNode, level: Level) =>
  kind === 'article_20' || ['township', 'street'].includes(level);

/** The same for organisations that were there before the catalogue was. */
export async function installMissingCatalogues() {
  const without = await db.organisation.findMany({ where: { nodes: { none: {} } }, select: { id: true } });
  for (const { id } of without) {
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
      await installCatalogue(tx, id);
    });
  }
}
