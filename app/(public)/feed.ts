import { atomFeed } from '@/lib/domain/atom';
import { subtree } from '@/lib/domain/catalogue/public-counts';
import { publicAddress } from '@/lib/domain/public-address';
import { publicNodes } from '@/lib/server/public/public-catalogue';
import { type FeedEntry, publicNews } from '@/lib/server/public/public-lists';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { feedTitle, validityWord } from '@/lib/text/public-lists';

/** What became public or was corrected last, of the organisation or of one node, as Atom. */
export async function feedResponse(slug: string, code?: string): Promise<Response> {
  const organisation = await publicOrganisation(slug);
  if (!organisation) return new Response(null, { status: 404 });
  const { id, name } = organisation;
  const nodes = code === undefined ? [] : await publicNodes(id);
  const node = nodes.find((each) => each.code === code);
  if (code !== undefined && !node) return new Response(null, { status: 404 });
  const entries = await publicNews(id, { nodeIds: node && subtree(nodes, node.id) });
  const own = node ? ['catalogue', node.code] : [];
  const at = (...parts: string[]) => publicAddress('standard', slug, ...parts);
  const feed = atomFeed({
    id: `urn:uuid:${node?.id ?? id}`,
    title: feedTitle(name, node?.label),
    author: name,
    self: at(...own, 'feed.xml'),
    page: at(...own),
    updated: entries[0]?.publishedAt ?? new Date(0),
    entries: entries.map((entry) => entryOf(entry, at(entry.path))),
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}

function entryOf({ documentId, title, firstPublishedAt, publishedAt, text, validity }: FeedEntry, page: string) {
  const ended = validityWord(validity);
  return {
    id: `urn:uuid:${documentId}`,
    ...{ title, page, published: firstPublishedAt, updated: publishedAt, summary: text },
    categories: ended ? [ended] : [],
  };
}
