/**
 * How long an answer is worth keeping, and beside what. `page`: until the next change of what is public. `list`: as long, but
 * apart, because there are as many as items allow; `file` too, because of their size. `search`: some seconds, apart
 * again. `asset`: for ever, its name is its hash.
 */
export type Keeping = 'page' | 'list' | 'file' | 'search' | 'asset';

/** What a reader's address means: where it is kept, and what Next.js is asked. */
export type Key = { address: string; keeping: Keeping };

type Rule = { shape: RegExp; keeping: Keeping; parameters?: readonly string[] };

const organisation = '^(?:/l)?/[a-z0-9-]{1,60}';
const search: Rule = {
  shape: new RegExp(`${organisation}/search$`),
  keeping: 'search',
  parameters: ['q', 'year', 'class', 'node', 'page', 'after'],
};
const file: Rule = { shape: /\.(?:pdf|docx|xlsx|csv|json(?:ld)?|jpe?g)$|\/(?:files|postings)\//i, keeping: 'file' };
// There are as many as items allow, too.
const siteMap: Rule = { shape: /\/sitemap(?:\/\d+)?\.xml$/, keeping: 'list' };
// Only what has an entry here knows parameters.
const rules: readonly Rule[] = [
  search,
  { shape: new RegExp(`${organisation}/(?:latest|catalogue/[^/]+)/(?:\\d{4}|p\\d+)(?:/|$)`), keeping: 'list' },
  siteMap,
  file,
];

// A value that cannot mean anything is left out, as an unknown parameter is.
const forms: Record<string, RegExp> = { year: /^\d{4}$/, page: /^[1-9]\d{0,5}$/ };
const longestValue = 200;

// A step up or an empty step is another path to somebody else, who says so.
const plainPath = /^(?:\/|(?:\/(?!(?:\.|%2e){1,2}(?:\/|$))[^/?#\\]+)+)$/i;
const notForReaders = /^\/(?:admin|api|_next)(?:\/|$)/;
// Made while it is read, and longer than anything that is kept.
const archive = /\/data\/[^/]+\.zip$/;
const asset = /^\/_next\/static\/[\w./~-]+\.(?:css|js|woff2?|svg|png|ico|json|map|txt)$/;

/**
 * The key of an address, null for what is none of the cache's business. Parameters that a page does not know are left
 * out, those that it knows are written one way: so nobody multiplies entries by adding, repeating or reordering them.
 */
export function keyOf(url: string): Key | null {
  const [path = '/', query = ''] = split(url);
  if (!plainPath.test(path)) return null;
  if (asset.test(path)) return { address: path, keeping: 'asset' };
  if (notForReaders.test(path) || archive.test(path)) return null;
  const rule = rules.find(({ shape }) => shape.test(path));
  const kept = rule?.parameters ? keptOf(rule.parameters, new URLSearchParams(query)) : '';
  return { address: kept === '' ? path : `${path}?${kept}`, keeping: rule?.keeping ?? 'page' };
}

/** Whether an address names a search, or a file to take along. */
export const isSearch = (path: string) => search.shape.test(path);
export const isFile = (path: string) => file.shape.test(path);

/** Whether an address names a whole year in one file, which costs more than all others. */
export const isArchive = (path: string) => archive.test(path);

function split(url: string): [string, string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}

function keptOf(parameters: readonly string[], given: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of parameters) {
    const value = meaningOf(name, given.get(name) ?? '');
    if (value !== '') kept.set(name, value);
  }
  return kept.toString();
}

function meaningOf(name: string, written: string): string {
  const value = [
    ...written
      .normalize('NFC')
      .replace(/[\p{Cc}\uFFFD\s]+/gu, ' ')
      .trim(),
  ]
    .slice(0, longestValue)
    .join('');
  const form = forms[name];
  return form && !form.test(value) ? '' : value;
}
