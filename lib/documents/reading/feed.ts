/** What a feed must say of a document, and says: its place below the organisation, and when it was last published. */
export type FeedLine = { path: string; title: string; updated: string };

/** Reads an Atom feed, entry by entry, without a line of the code that wrote it. Throws where it is none. */
export function readFeed(file: Uint8Array, slug: string): FeedLine[] {
  const text = Buffer.from(file).toString('utf8');
  if (!/<feed\b[^>]*http:\/\/www\.w3\.org\/2005\/Atom/.test(text)) throw new Error('no Atom feed');
  return [...text.matchAll(/<entry>(.*?)<\/entry>/gs)].map(([, entry = '']) => {
    const [, href = ''] = /<link\b[^>]*\bhref="([^"]*)"/.exec(entry) ?? [];
    return {
      path: href.slice(href.lastIndexOf(`/${slug}/`) + slug.length + 2),
      ...{ title: within(entry, 'title'), updated: within(entry, 'updated') },
    };
  });
}

function within(entry: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(entry) ?? [];
  return text.replace(/&(lt|gt|quot|amp);/g, (_, entity: keyof typeof entities) => entities[entity]);
}

const entities = { lt: '<', gt: '>', quot: '"', amp: '&' } as const;
