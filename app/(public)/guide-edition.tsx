import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GuideDocument } from '@/components/guide/guide-document';
import { otherEditions, Superseded } from '@/components/public/editions';
import { Frame, type FramedOrganisation } from '@/components/public/frame';
import { Withdrawn } from '@/components/public/withdrawn';
import { Correction } from '@/components/report/correction';
import { PublicationFacts } from '@/components/report/publication-facts';
import { guideChanges } from '@/lib/domain/guide/changes';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { type PublicGuide, publicGuide } from '@/lib/server/public-guide';
import { publicOrganisation } from '@/lib/server/public-organisation';
import { dayInProse, dayOf } from '@/lib/text/days';
import { correctedInGuide, guideCorrectionSummary, noSuchGuide } from '@/lib/text/guide';
import { columnNames, guideColumn, pageLabels } from '@/lib/text/page-labels';
import { editionName } from '@/lib/text/public';

type GuideEditionProps = { slug: string; size: Size; number?: number };

/** The guide, the notice in its place, or what there is instead; proxy.ts gives the status that goes with each. */
export async function GuideEdition({ slug, size, number }: GuideEditionProps) {
  const organisation = await publicOrganisation(slug);
  if (!organisation) notFound();
  const found = await publicGuide(slug, number);
  const here = { label: columnNames.guide };
  return (
    <Frame
      organisation={organisation}
      size={size}
      path={['guide', ...(number === undefined ? [] : [number])]}
      crumbs={number === undefined ? [here] : [{ ...here, path: ['guide'] }, { label: editionName(number) }]}
    >
      {!found && <h1 className="page-title">{noSuchGuide(number)}</h1>}
      {found?.withdrawal && (
        <Withdrawn
          organisation={organisation}
          notice={found.withdrawal}
          subject="本指南"
          elsewhere={{ href: publicAddress(size, slug), label: '回到政府信息公开首页' }}
        />
      )}
      {found?.content && <Published organisation={organisation} size={size} found={found} content={found.content} />}
    </Frame>
  );
}

type PublishedProps = {
  organisation: FramedOrganisation;
  size: Size;
  found: PublicGuide;
  content: NonNullable<PublicGuide['content']>;
};

function Published({ organisation, size, found: { edition, editions }, content: { guide, before } }: PublishedProps) {
  const { slug, officeName, settings } = organisation;
  const href = (...parts: readonly (string | number)[]) => publicAddress(size, slug, 'guide', ...parts);
  const last = editions.at(-1) ?? edition;
  const current = last.number === edition.number;
  const earlier = editions.findLast(({ number, act }) => number < edition.number && act !== 'withdraw');
  const corrected = before ? correctedInGuide(guideChanges(before, guide)) : [];
  const { phone } = settings.contact;
  return (
    <article className="max-w-[45rem] text-body">
      <h1 className="page-title">{guide.title}</h1>
      <p className="mt-2 text-ink-2 text-note">
        {dayInProse(dayOf(edition.publishedAt))}公布　
        <a href="#publication">
          {editionName(edition.number)}，{edition.signedBy}已签发
        </a>
      </p>
      {!current && <Superseded edition={edition} last={last} href={href()} />}
      {edition.act === 'correct' && (
        <Correction
          subject="本指南"
          edition={{ ...edition, publishedOn: dayOf(edition.publishedAt) }}
          note={edition.note}
          corrected={corrected}
          summary={guideCorrectionSummary(corrected)}
          before={before && earlier ? { ...earlier, href: href(earlier.number) } : null}
        />
      )}
      <GuideDocument guide={guide} form={current && <FormToPrint href={href} />} />
      <p className="signature mt-8 text-right">
        {guide.organisation.name}
        <br />
        {dayInProse(dayOf(edition.publishedAt))}
      </p>
      <PublicationFacts
        subject="本指南"
        column={columnNames.guide}
        signedBy={edition.signedBy}
        edition={edition}
        current={current}
        others={otherEditions(editions, edition, href)}
        contentHref={href(edition.number, 'guide.json')}
        contact={`${officeName}${phone && `，电话${phone}`}`}
      />
    </article>
  );
}

const FormToPrint = ({ href }: { href: (file: string) => string }) => (
  <section className="guide-form" aria-labelledby="form">
    <h3 id="form">政府信息公开申请表</h3>
    <p>可以打印出来填写，也可以不用本表、自己书写申请。</p>
    <ul>
      <li>
        <a href={href('form.pdf')}>申请表（PDF，打印用）</a>
      </li>
      <li>
        <a href={href('form.docx')}>申请表（Word，填写用）</a>
      </li>
    </ul>
  </section>
);

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
