import type { Metadata } from 'next';
import { Home, homeMetadata } from '@/app/(public)/home';
import { publicAddress, sizeOf } from '@/lib/domain/public-address';
import { publicOrganisations } from '@/lib/server/public-organisation';

type FrontProps = { params: Promise<{ size: string }> };

/** An installation for one organisation shows its home; one for several lets the reader choose. */
export default async function FrontPage({ params }: FrontProps) {
  const size = sizeOf((await params).size);
  const organisations = await publicOrganisations();
  const [first, ...more] = organisations;
  if (first && more.length === 0) return <Home slug={first.slug} size={size} />;
  return (
    <main className="wrap" id="main">
      <h1 className="page-title">政府信息公开</h1>
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
    </main>
  );
}

export async function generateMetadata(): Promise<Metadata> {
  const [first, ...more] = await publicOrganisations();
  return first && more.length === 0 ? homeMetadata(first.slug) : { title: { absolute: '政府信息公开' } };
}
