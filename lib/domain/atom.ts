/** A feed as RFC 4287 has it. Addresses may be relative to the feed's own. */
export type AtomFeed = {
  /** Never changes, whatever the address: "urn:uuid:…". */
  id: string;
  title: string;
  author: string;
  self: string;
  page: string;
  updated: Date;
  entries: readonly AtomEntry[];
};

export type AtomEntry = {
  id: string;
  title: string;
  page: string;
  published: Date;
  updated: Date;
  summary: string;
  categories: readonly string[];
};

/** Written by hand: the library for feeds demands absolute addresses, and a site under a portal's path has none to give. */
export function atomFeed({ id, title, author, self, page, updated, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    element('id', id),
    element('title', title),
    element('updated', updated.toISOString()),
    `<author>${element('name', author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    ...entries.map(entryOf),
    '</feed>\n',
  ].join('\n');
}

const entryOf = ({ id, title, page, published, updated, summary, categories }: AtomEntry) =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    element('published', published.toISOString()),
    element('updated', updated.toISOString()),
    ...categories.map((term) => `<category term="${escaped(term)}"/>`),
    element('summary', summary),
    '</entry>',
  ].join('\n');

const element = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`;

// XML 1.0 has no way to write most controls, half characters and the two last of the first plane.
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escaped = (text: string) =>
  text.replace(unwritable, '\ufffd').replace(/[&<>"]/g, (character) => entities[character] ?? '');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
