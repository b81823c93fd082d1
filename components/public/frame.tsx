import type { ReactNode } from 'react';
import { Foot } from '@/components/public/foot';
import type { OrganisationSettings } from '@/lib/domain/organisation';
import { publicAddress, type Size } from '@/lib/domain/public-address';

export type FramedOrganisation = {
  slug: string;
  name: string;
  shortName: string;
  officeName: string;
  settings: OrganisationSettings;
};

type FrameProps = {
  organisation: FramedOrganisation;
  size: Size;
  /** The page's own place below the organisation: ['reports', 2020]. */
  path: readonly (string | number)[];
  /** Where the reader is, from the organisation's home down; the last one is this page. */
  crumbs?: readonly { label: string; path?: readonly (string | number)[] }[];
  children: ReactNode;
};

/** Head and foot of every public page. All links keep the size of the text, except the one that changes it. */
export function Frame({ organisation, size, path, crumbs, children }: FrameProps) {
  const { slug, name, shortName, settings } = organisation;
  const at = (...parts: readonly (string | number)[]) => publicAddress(size, slug, ...parts);
  const other: Size = size === 'large' ? 'standard' : 'large';
  const inReports = path[0] === 'reports';
  return (
    <>
      <link rel="canonical" href={publicAddress('standard', slug, ...path)} />
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
          <a className="size" href={publicAddress(other, slug, ...path)}>
            {size === 'large' ? '恢复标准字号' : '长辈版（大字）'}
          </a>
        </div>
        <div className="wrap masthead">
          <a className="organ" href={at()}>
            <strong>{name}</strong> 政府信息公开
          </a>
        </div>
        <div className="red-rule">
          <nav className="wrap columns" aria-label="公开栏目">
            <a href={at()} aria-current={path.length === 0 ? 'page' : undefined}>
              首页
            </a>
            <a href={at('reports')} aria-current={inReports ? (path.length === 1 ? 'page' : 'true') : undefined}>
              {settings.site.reportColumn}
            </a>
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
        {children}
      </main>
      <Foot organisation={organisation} />
    </>
  );
}
