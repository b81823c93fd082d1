import type { Metadata } from 'next';
import { Home, homeMetadata } from '@/app/(public)/home';
import { SiteFrame } from '@/components/public/site-frame';
import { publicAddress, sizeOf } from '@/lib/domain/public-address';
import { siteOfAll } from '@/lib/server/public/public-site';
import { pageLabels } from '@/lib/text/page-labels';
import { siteName } from '@/lib/text/public';

type FrontProps = { params: Promise<{ size: string }> };

/** An installation for one organisation shows its home; one for several lets the reader choose. */
export default async function FrontPage({ params }: FrontProps) {
  const size = sizeOf((await params).size);
  const { organisations, settings, address } = await siteOfAll();
  const [first, ...more] = organisations;
  if (first && more.length === 0) return <Home slug={first.slug} size={size} />;
  return (
    <SiteFrame settings={settings} size={size} canonical={{ address }}>
      <h1 className="page-title">{siteName}</h1>
      {first ? (
        <ul className="mt-4 space-y-2">
          {organisations.map(({ slug, name }) => (
            <li key={slug}>
              <a href={publicAddress(size, slug)}>{name}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-4">还没有设立公开机关。</p>
      )}
    </SiteFrame>
  );
}

export async function generateMetadata(): Promise<Metadata> {
  const { organisations, settings } = await siteOfAll();
  const [first, ...more] = organisations;
  if (first && more.length === 0) return homeMetadata(first.slug);
  return { title: { absolute: siteName }, other: pageLabels({ name: siteName, settings }, null) };
}
