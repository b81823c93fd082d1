/** 长辈版 has addresses of its own, so that a link keeps the choice and a cache keeps both. */
export type Size = 'standard' | 'large';

/** The address of a public page: publicAddress('large', 'deting', 'reports', 2020) is /l/deting/reports/2020. */
export const publicAddress = (size: Size, ...parts: readonly (string | number)[]) =>
  `${size === 'large' ? '/l' : ''}/${parts.join('/')}`;

/** What a public address names. */
export type PublicPlace = { size: Size } & (
  | { kind: 'front' }
  | { kind: 'home' | 'reports' | 'catalogue' | 'search' | 'feed' | 'data' | 'index' | 'sitemap'; organisation: string }
  | { kind: 'archive'; organisation: string; year: number; page?: number }
  | { kind: 'sitemap_part'; organisation: string; page: number }
  | { kind: 'guide'; organisation: string; number?: number; file?: true }
  | { kind: 'report'; organisation: string; year: number; number?: number; file?: true }
  | { kind: 'latest'; organisation: string; year?: number; page?: number }
  | { kind: 'node'; organisation: string; code: string; year?: number; page?: number }
  | { kind: 'node_feed'; organisation: string; code: string }
  | { kind: 'item'; organisation: string; item: number; number?: number; file?: true }
  | { kind: 'attachment'; organisation: string; item: number; number: number; sha256: string }
  | { kind: 'photograph'; organisation: string; item: number; sha256: string }
);

/** Which page of a list: its number below the year, if any. The first page has no number. */
export const listParts = ({ year, page = 1 }: { year?: number; page?: number }): (string | number)[] => [
  ...(year === undefined ? [] : [year]),
  ...(page > 1 ? [`p${page}`] : []),
];

const year = '(?<year>\\d{4})';
const number = '(?<number>[1-9]\\d{0,3})';
const page = 'p(?<page>[2-9]|[1-9]\\d{1,4})';
const list = `(?:/${year})?(?:/${page})?`;
const code = '(?<code>[a-z0-9]+(?:-[a-z0-9]+)*)';
const item = 'items/(?<item>[1-9]\\d{0,8})';
const file = '(?<sha256>[0-9a-f]{64})/[^/]+';

const shapes: readonly [kind: PublicPlace['kind'], below: string][] = [
  ['home', ''],
  ['reports', '/reports'],
  ['report', `/reports/${year}(?:/${number}(?:/(?<file>report\\.(?:json|pdf|docx|xlsx|csv)))?)?`],
  ['guide', `/guide(?:/${number}(?:/(?<file>guide\\.json))?|/(?<form>form\\.(?:pdf|docx)))?`],
  ['catalogue', '/catalogue'],
  ['node_feed', `/catalogue/${code}/feed\\.xml`],
  ['node', `/catalogue/${code}${list}`],
  ['latest', `/latest${list}`],
  ['item', `/${item}(?:/${number}(?:/(?<file>item\\.(?:json|pdf|docx)))?)?`],
  ['attachment', `/${item}/${number}/files/${file}`],
  ['photograph', `/${item}/postings/${file}`],
  ['search', '/search'],
  ['feed', '/feed\\.xml'],
  ['data', '/data'],
  ['index', '/data/index\\.(?:json|csv|jsonld)'],
  ['archive', `/data/${year}(?:-(?<page>[2-9]|[1-9]\\d{1,3}))?\\.zip`],
  ['sitemap', '/sitemap\\.xml'],
  ['sitemap_part', '/sitemap/(?<page>[1-9]\\d{0,4})\\.xml'],
];

const patterns = shapes.map(
  ([kind, below]) => [kind, new RegExp(`^(?<large>/l)?/(?<organisation>[a-z0-9-]{1,60})${below}/?$`)] as const,
);

/** Null where no public page can stand. */
export function publicPlace(pathname: string): PublicPlace | null {
  if (/^(\/l)?\/?$/.test(pathname)) return { kind: 'front', size: pathname.startsWith('/l') ? 'large' : 'standard' };
  for (const [kind, pattern] of patterns) {
    const groups = pattern.exec(pathname)?.groups;
    if (!groups || groups.organisation === 'l') continue;
    const { large, file, form, ...named } = groups;
    const parts = Object.entries(named).flatMap(([name, text]): [string, string | number][] =>
      text === undefined ? [] : [[name, counted.has(name) ? Number(text) : text]],
    );
    const place = {
      kind,
      size: large ? 'large' : 'standard',
      ...Object.fromEntries(parts),
      ...((file || form) && { file: true }),
    };
    return place as PublicPlace; // a parsed border: the pattern of each kind has named its parts
  }
  return null;
}

const counted = new Set(['year', 'number', 'page', 'item']);

const sizes: readonly string[] = ['standard', 'large'] satisfies Size[];

export const isSize = (text: string): text is Size => sizes.includes(text);

/** The size that a route's parameter names; the layout above has refused every other word. */
export const sizeOf = (text: string): Size => (text === 'large' ? 'large' : 'standard');

/** What the address of a picture ends in; it has no name of its own. */
export const pictureName = 'picture';
