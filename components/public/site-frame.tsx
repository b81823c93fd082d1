import type { ReactNode } from 'react';
import { Foot } from '@/components/public/foot';
import type { OrganisationSettings } from '@/lib/domain/organisation';
import { publicAddress, type Size } from '@/lib/domain/public-address';

type SiteFrameProps = {
  settings: OrganisationSettings;
  size: Size;
  /** The address of the site in full, where it is known; absent where nothing stands at the reader's address. */
  canonical?: { address: string | null };
  children: ReactNode;
};

/** Head and foot of a page that belongs to no organisation. */
export function SiteFrame({ settings, size, canonical, children }: SiteFrameProps) {
  const { site } = settings;
  const other: Size = size === 'large' ? 'standard' : 'large';
  return (
    <>
      {canonical && <link rel="canonical" href={`${canonical.address ?? ''}/`} />}
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <header className="public-head">
        <div className="wrap utility">
          {site.portalUrl && (
            <nav aria-label="所属网站">
              <a href={site.portalUrl}>{site.name || site.domain}</a>
            </nav>
          )}
          {canonical && (
            <a className="size" href={publicAddress(other)}>
              {size === 'large' ? '恢复标准字号' : '长辈版（大字）'}
            </a>
          )}
        </div>
        <div className="wrap masthead">
          <a className="organ" href={publicAddress(size)}>
            政府信息公开
          </a>
        </div>
        <div className="red-rule" />
      </header>
      <main className="wrap" id="main">
        {children}
      </main>
      <Foot organisation={{ officeName: '', settings }} guide={null} data={null} />
    </>
  );
}
