import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '@/components/public/frame';
import { NoSuchPage } from '@/components/public/no-such-page';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { siteOfAll } from '@/lib/server/public/public-site';
import { pageLabels } from '@/lib/text/page-labels';
import { siteName } from '@/lib/text/public';

/** That nothing stands at an address below an organisation, within its head and foot. */
export async function OrganisationLacks({ slug, size }: { slug: string; size: Size }) {
  const organisation = await publicOrganisation(slug);
  if (!organisation) notFound();
  return (
    <Frame organisation={organisation} size={size} path={[]} missing>
      <NoSuchPage home={publicAddress(size, slug)} />
    </Frame>
  );
}

export async function lackMetadata(slug?: string): Promise<Metadata> {
  const all = await siteOfAll();
  const only = all.organisations.length === 1 ? all.organisations[0]?.slug : undefined;
  const named = slug ?? only;
  const organisation = named === undefined ? null : await publicOrganisation(named);
  const labels = pageLabels(organisation ?? { name: siteName, settings: all.settings }, null);
  return { title: { absolute: `没有这个网页 - ${organisation?.name ?? siteName}` }, other: labels };
}
