import { type SearchQuery, searchQuery } from '@/lib/domain/search/query';

/** What an address of the search page asks for; what makes no sense is left out. */
export type SearchParams = {
  /** As it was typed. */
  typed: string;
  /** Null where it is too long. */
  query: SearchQuery | null;
  year?: number;
  /** Codes of the catalogue; `reports` of the filter are no node's, so it has a character that no code has. */
  node?: string;
  class?: string;
  page: number;
};

/** Stands for annual reports where a node is named. */
export const reportsNode = '_reports';

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

export function searchParams(given: Given): SearchParams {
  const one = (name: string) => {
    const value = given[name];
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  };
  const matching = (name: string, pattern: RegExp) => (pattern.test(one(name)) ? one(name) : undefined);
  const year = matching('year', /^\d{4}$/);
  const node = matching('node', /^[a-z0-9_-]{1,80}$/);
  const itsClass = matching('class', /^[a-z0-9-]{1,80}$/);
  return {
    typed: one('q').replace(/\p{Cc}+/gu, ' '),
    query: searchQuery(one('q')),
    year: year ? Number(year) : undefined,
    node,
    class: itsClass,
    page: Number(matching('page', /^[1-9]\d{0,4}$/) ?? 1),
  };
}

/** The other way round: what stands after the address of the search page. */
export function searchString({ typed, year, node, class: itsClass, page }: Omit<SearchParams, 'query'>): string {
  const named = new URLSearchParams({ q: typed });
  if (year !== undefined) named.set('year', String(year));
  if (node) named.set('node', node);
  if (itsClass) named.set('class', itsClass);
  if (page > 1) named.set('page', String(page));
  return `?${named}`;
}
