import { OrganisationLacks } from '@/app/(public)/no-such-page';
import { NoSuchPage } from '@/components/public/no-such-page';
import { SiteFrame } from '@/components/public/site-frame';
import { publicAddress, sizeOf } from '@/lib/domain/public-address';
import { siteOfAll } from '@/lib/server/public/public-site';

type Props = { params: Promise<{ size: string }> };

/** lib/server/public/public-route.ts leads here from every address that names nothing; no name of an organisation holds a dot. */
export default async function Page({ params }: Props) {
  const size = sizeOf((await params).size);
  const { organisations, settings } = await siteOfAll();
  const [first, ...more] = organisations;
  if (first && more.length === 0) return <OrganisationLacks slug={first.slug} size={size} />;
  return (
    <SiteFrame settings={settings} size={size}>
      <NoSuchPage home={publicAddress(size)} />
    </SiteFrame>
  );
}
