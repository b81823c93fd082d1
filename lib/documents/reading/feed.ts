/** What a feed must say of a document, and says: its place below the organisation, and when it was last published. */
export type FeedLine = { path: string; title: string; updated: string };

/**
 * Reads the Atom feed of an organisation that was got at an address, entry by entry, without a line of the code that wrote
 * it; also as exported, where it names files from where it lies. Throws where it is none.
 */
export function readFeed(file: Uint8Array, slug: string, address: string): FeedLine[] {
  const text = Buffer.from(file).toString('utf8');
  if (!/<feed\b[^>]*http:\/\/www\.w3\.org\/2005\/Atom/.test(text)) throw new Error('no Atom feed');
  return [...text.matchAll(/<entry>(.*?)<\/entry>/gs)].map(([, entry = '']) => {
    const [, href = ''] = /<link\b[^>]*\bhref="([^"]*)"/.exec(entry) ?? [];
    const { pathname } = new URL(href, `http://feed${address}`);
    return {
      path: pathname.slice(pathname.lastIndexOf(`/${slug}/`) + slug.length + 2).replace(/\/index\.html$/, ''),
      ...{ title: within(entry, 'title'), updated: within(entry, 'updated') },
    };
  });
}

function within(entry: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(entry) ?? [];
  return text.replace(/&(lt|gt|quot|amp);/g, (_, entity: keyof typeof entities) => entities[entity]);
}

const entities = { lt: '<', gt: '>', quot: '"', amp: '&' } as const;
