import 'server-only';
import { publicAddress } from '@/lib/domain/public-address';
import { itemsInSiteMap, type SiteMapAddress } from '@/lib/domain/sitemap';
import { dayOf } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { publicNodes } from '@/lib/server/public/public-catalogue';
import { organisationIdOf, publicOrganisations } from '@/lib/server/public/public-organisation';

// What search engines are told of: the address of every edition that holds, and of the lists that lead there. Opens
// public_entry, the catalogue and the organisations.

/** A part of the map of an organisation's items: those of numbers from (part - 1) times 10,000 on. */
type Part = { part: number; changedOn: string };

/** The parts that have something in them. */
export async function siteMapParts(organisationId: string): Promise<Part[]> {
  const rows = await db.$queryRaw<{ part: number; at: Date }[]>`
    SELECT substr(path, 7)::int / ${itemsInSiteMap}::int + 1 AS part, max(published_at) AS at FROM public_entry
    WHERE organisation_id = ${organisationId}::uuid AND kind = 'item' AND NOT withdrawn GROUP BY 1 ORDER BY 1`;
  return rows.map(({ part, at }) => ({ part, changedOn: dayOf(at) }));
}

/** Every map of this installation, at addresses without the site before them. */
export async function siteMaps(): Promise<SiteMapAddress[]> {
  const maps: SiteMapAddress[] = [];
  for (const { slug } of await publicOrganisations()) {
    const id = await organisationIdOf(slug);
    if (!id) continue;
    maps.push({ address: publicAddress('standard', slug, 'sitemap.xml'), changedOn: await lastChange(id) });
    for (const { part, changedOn } of await siteMapParts(id)) {
      maps.push({ address: publicAddress('standard', slug, 'sitemap', `${part}.xml`), changedOn });
    }
  }
  return maps;
}

/** Home, guide, reports, catalogue and lists of an organisation. */
export async function siteMapPages({ id, slug }: { id: string; slug: string }): Promise<SiteMapAddress[]> {
  const at = (...parts: (string | number)[]) => publicAddress('standard', slug, ...parts);
  const [changedOn, documents, lists] = await Promise.all([
    lastChange(id),
    db.publicEntry.findMany({
      where: { organisationId: id, kind: { in: ['annual_report', 'guide'] }, withdrawn: false },
      select: { path: true, publishedAt: true },
      orderBy: { path: 'asc' },
    }),
    filledNodes(id),
  ]);
  return [
    ...['', 'catalogue', 'reports', 'latest', 'data'].map((path) => ({ address: path ? at(path) : at(), changedOn })),
    ...documents.map(({ path, publishedAt }) => ({ address: at(path), changedOn: dayOf(publishedAt) })),
    ...lists.map(({ code, at: last }) => ({ address: at('catalogue', code), changedOn: dayOf(last) })),
  ];
}

/** The items of a part, by their numbers. */
export async function siteMapItems(
  { id, slug }: { id: string; slug: string },
  part: number,
): Promise<SiteMapAddress[]> {
  const from = (part - 1) * itemsInSiteMap;
  const rows = await db.$queryRaw<{ path: string; at: Date }[]>`
    SELECT path, published_at AS at FROM public_entry
    WHERE organisation_id = ${id}::uuid AND kind = 'item' AND NOT withdrawn
      AND substr(path, 7)::int >= ${from}::int AND substr(path, 7)::int < ${from + itemsInSiteMap}::int
    ORDER BY length(path), path`;
  return rows.map(({ path, at }) => ({ address: publicAddress('standard', slug, path), changedOn: dayOf(at) }));
}

async function filledNodes(organisationId: string): Promise<{ code: string; at: Date }[]> {
  const last = await db.$queryRaw<{ id: string; at: Date }[]>`
    SELECT id, max(at) AS at FROM (
      SELECT node_id AS id, max(published_at) AS at FROM public_entry
        WHERE organisation_id = ${organisationId}::uuid AND NOT withdrawn AND node_id IS NOT NULL GROUP BY 1
      UNION ALL SELECT class_id, max(published_at) FROM public_entry
        WHERE organisation_id = ${organisationId}::uuid AND NOT withdrawn AND class_id IS NOT NULL GROUP BY 1
    ) filled GROUP BY id`;
  const byId = new Map(last.map(({ id, at }) => [id, at]));
  return (await publicNodes(organisationId)).flatMap(({ id, code }) => {
    const at = byId.get(id);
    return at ? [{ code, at }] : [];
  });
}

async function lastChange(organisationId: string): Promise<string | null> {
  const { _max } = await db.publicEntry.aggregate({ where: { organisationId }, _max: { publishedAt: true } });
  return _max.publishedAt && dayOf(_max.publishedAt);
}
