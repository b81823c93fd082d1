import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '@/components/public/frame';
import { GuidePage, guideCrumbs, guidePagePath } from '@/components/public/guide-page';
import { Withdrawn } from '@/components/public/withdrawn';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { publicGuide } from '@/lib/server/public/public-guide';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { noSuchGuide } from '@/lib/text/guide';
import { guideColumn, pageLabels } from '@/lib/text/page-labels';
import { editionName } from '@/lib/text/public';

type GuideEditionProps = { slug: string; size: Size; number?: number };

/** The guide, the notice in its place, or what there is instead; proxy.ts gives the status that goes with each. */
export async function GuideEdition({ slug, size, number }: GuideEditionProps) {
  const organisation = await publicOrganisation(slug);
  if (!organisation) notFound();
  const found = await publicGuide(slug, number);
  if (found?.content) return <GuidePage {...{ organisation, size, found, content: found.content, number }} />;
  return (
    <Frame organisation={organisation} size={size} path={guidePagePath(number)} crumbs={guideCrumbs(number)}>
      {!found && <h1 className="page-title">{noSuchGuide(number)}</h1>}
      {found?.withdrawal && (
        <Withdrawn
          organisation={organisation}
          notice={found.withdrawal}
          subject="本指南"
          elsewhere={{ href: publicAddress(size, slug), label: '回到政府信息公开首页' }}
        />
      )}
    </Frame>
  );
}

export async function guideMetadata(slug: string, number?: number): Promise<Metadata> {
  const [organisation, found] = await Promise.all([publicOrganisation(slug), publicGuide(slug, number)]);
  if (!organisation) return {};
  const column = guideColumn(organisation);
  if (!found) {
    return {
      title: { absolute: `${noSuchGuide(number)} - ${organisation.name}` },
      other: pageLabels(organisation, column),
    };
  }
  const { edition, editions } = found;
  const old = edition.number !== editions.at(-1)?.number;
  return {
    title: { absolute: `${edition.title}${old ? `（${editionName(edition.number)}）` : ''} - ${organisation.name}` },
    other: pageLabels(organisation, column, edition),
  };
}
