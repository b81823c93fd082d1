import { type AddressWriter, type FileNamer, publicFeed, publicHtml } from '@/server/page-cache/public-html';
import { relativeLink } from '@/server/site-export/exported-file';
import { writtenRobots, writtenSitemap } from '@/server/site-export/for-machines';
import { pathOf } from '@/server/site-export/nginx-snippet';

export type Kind = 'page' | 'missing' | 'feed' | 'sitemap' | 'robots';
export type Text = { kind: Kind; address: string; file: string; text: string };

export type Placed = {
  /** The address of the website that runs, to which searches go; null leaves the forms out. */
  live: string | null;
  /** Where the files are going to lie: an address in full, or its path alone. */
  at: string;
  /** The file of an address. */
  named: (written: string) => string | undefined;
  /** What an address means on the website; null for somebody else's. */
  own: (written: string) => string | null;
};

/** An address as those write it who read it from elsewhere, and as a page does that is shown at any address. */
export function addressWriters({ named, own, at }: Placed) {
  const placed = (written: string, root: string) => {
    const to = named(written);
    return to === undefined ? null : `${root}/${to.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
  };
  return {
    // Who has not said where the files are going to lie has them read where the website runs.
    inFull: (written: string) => (URL.canParse(at) ? placed(written, at) : null) ?? written,
    fromRoot: (written: string) => placed(written, pathOf(at)) ?? `${pathOf(at)}${own(written)}`,
  };
}

/** A text with addresses that hold where the files are going to lie. */
export function rewritten({ kind, file, text }: Text, { nameOf, ...place }: Placed & { nameOf: FileNamer }): string {
  const { named, own, live, at } = place;
  const { inFull, fromRoot } = addressWriters(place);
  const relative = (written: string) => {
    const to = named(written);
    return to === undefined ? `${live ?? ''}${own(written)}` : relativeLink(file, to, /#.*/.exec(written)?.[0]);
  };
  switch (kind) {
    case 'sitemap':
      return writtenSitemap(text, inFull);
    case 'robots': {
      const map = URL.canParse(at) ? `${at}/sitemap.xml` : null;
      return writtenRobots(text, { inFull, path: (written) => `${pathOf(at)}${own(written)}`, map });
    }
    case 'feed':
      return publicFeed(text, relative);
    default: {
      const told = URL.canParse(at) ? writtenCanonical(text, inFull) : text;
      const whole = live === null ? withoutSearch(told) : told;
      return publicHtml(whole, kind === 'page' ? relative : fromRoot, nameOf);
    }
  }
}

// Which of several places is the first one is told in full.
const writtenCanonical = (html: string, write: AddressWriter) =>
  html.replace(
    /(<link rel="canonical" href=")([^"]*)/,
    (_, before: string, address: string) => before + write(address),
  );

// Forms do not lie in each other, and those of the public side only search.
const withoutSearch = (html: string) =>
  html
    .replace(/<form\b[^>]*\baction="[^"]*\/search"[^>]*>[\s\S]*?<\/form>/g, '')
    .replace(/<a\b[^>]*\bhref="[^"]*\/search(?:\?[^"]*)?"[^>]*>([\s\S]*?)<\/a>/g, '$1');
