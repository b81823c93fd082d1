import type { ReactNode } from 'react';
import { HeadSearch } from '@/components/public/finder';
import { Foot } from '@/components/public/foot';
import type { ColumnCode } from '@/lib/domain/catalogue/standard-columns';
import type { OrganisationSettings } from '@/lib/domain/organisation';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { columnNames } from '@/lib/text/page-labels';
import { feedTitle } from '@/lib/text/public-lists';

export type FramedOrganisation = {
  slug: string;
  name: string;
  shortName: string;
  officeName: string;
  settings: OrganisationSettings;
  /** Standard columns that have something in them. */
  columns: readonly ColumnCode[];
  /** Whether its guide can be read. */
  hasGuide: boolean;
  /** What stands before canonical addresses: that of the site in full, where somebody has told it. */
  siteAddress?: string | null;
};

type FrameProps = {
  organisation: FramedOrganisation;
  size: Size;
  /** The page's own place below the organisation: ['reports', 2020]. */
  path: readonly (string | number)[];
  /** What the address has after it, which the other size of text keeps: "?q=…". */
  query?: string;
  /** The column that it lies in, where its place does not say so. */
  column?: ColumnCode | null;
  /** Nothing stands at the address that the reader came by: `path` is where there is something again. */
  missing?: boolean;
  /** Where the reader is, from the organisation's home down; the last one is this page. */
  crumbs?: readonly { label: string; path?: readonly (string | number)[] }[];
  children: ReactNode;
};

/** Head and foot of every public page. All links keep the size of the text, except the one that changes it. */
export function Frame({ organisation, size, path, query = '', column, missing, crumbs, children }: FrameProps) {
  const { slug, name, shortName, settings } = organisation;
  const at = (...parts: readonly (string | number)[]) => publicAddress(size, slug, ...parts);
  const other: Size = size === 'large' ? 'standard' : 'large';
  return (
    <>
      {!missing && (
        <link rel="canonical" href={`${organisation.siteAddress ?? ''}${publicAddress('standard', slug, ...path)}`} />
      )}
      <link rel="alternate" type="application/atom+xml" title={feedTitle(name)} href={at('feed.xml')} />
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <header className="public-head">
        <div className="wrap utility">
          {settings.site.portalUrl && (
            <nav aria-label="所属网站">
              <a href={settings.site.portalUrl}>{settings.site.name || settings.site.domain}</a> › {shortName}
            </nav>
          )}
          <a className="size" href={`${publicAddress(other, slug, ...path)}${query}`}>
            {size === 'large' ? '恢复标准字号' : '长辈版（大字）'}
          </a>
        </div>
        <div className="wrap masthead">
          <a className="organ" href={at()} aria-current={path.length === 0 && !missing ? 'page' : undefined}>
            <strong>{name}</strong> 政府信息公开
          </a>
          {(missing || path.length > 0) && path[0] !== 'search' && <HeadSearch action={at('search')} />}
        </div>
        <div className="red-rule">
          <nav className="wrap columns" aria-label="公开栏目">
            {columnsOf(organisation).map(({ path: place, label }) => (
              <a key={label} href={at(...place)} aria-current={currentOf(place, path, column ?? null)}>
                {label}
              </a>
            ))}
          </nav>
        </div>
      </header>
      {crumbs && (
        <nav className="wrap crumbs" aria-label="所在位置">
          <a href={at()}>政府信息公开</a>
          {crumbs.map((crumb) => (
            <span key={crumb.label}> › {crumb.path ? <a href={at(...crumb.path)}>{crumb.label}</a> : crumb.label}</span>
          ))}
        </nav>
      )}
      <main className="wrap" id="main">
        {!isDocument(path) && <p className="print-only">{name}政府信息公开</p>}
        {children}
      </main>
      <Foot organisation={organisation} guide={organisation.hasGuide ? at('guide') : null} data={at('data')} />
    </>
  );
}

// A document on paper says itself whose it is.
const isDocument = ([first, second]: Place) =>
  first === 'guide' || ((first === 'reports' || first === 'items') && second !== undefined);

type Place = readonly (string | number)[];

const columnsOf = ({ columns, hasGuide, settings }: FramedOrganisation): { path: Place; label: string }[] => [
  ...(hasGuide ? [{ path: ['guide'], label: columnNames.guide }] : []),
  // Where the guide is a document, the column of that name leads to it.
  ...columns
    .filter((code) => code !== 'guide' || !hasGuide)
    .map((code) => ({ path: ['catalogue', code], label: columnNames[code] })),
  { path: ['catalogue'], label: columnNames.catalogue },
  { path: ['reports'], label: settings.site.reportColumn },
];

/** The column is this page, or this page lies in it. */
function currentOf(place: Place, path: Place, column: ColumnCode | null): 'page' | 'true' | undefined {
  const [own, here] = [place.join('/'), path.join('/')];
  if (own === here) return 'page';
  const holding =
    path[0] === 'reports' || path[0] === 'guide'
      ? path[0]
      : listed(path)
        ? `catalogue${column ? `/${column}` : ''}`
        : null;
  return own === holding ? 'true' : undefined;
}

const listed = ([first]: Place) => first === 'catalogue' || first === 'items' || first === 'latest';
