import { GuideDocument } from '@/components/guide/guide-document';
import { type Edition, otherEditions, Superseded } from '@/components/public/editions';
import { Frame, type FramedOrganisation } from '@/components/public/frame';
import { Correction } from '@/components/report/correction';
import { PublicationFacts } from '@/components/report/publication-facts';
import { guideChanges } from '@/lib/domain/guide/changes';
import type { GuideContent } from '@/lib/domain/guide/content';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { dayInProse, dayOf } from '@/lib/text/days';
import { correctedInGuide, guideCorrectionSummary } from '@/lib/text/guide';
import { columnNames } from '@/lib/text/page-labels';
import { editionName } from '@/lib/text/public';

type PublishedProps = {
  organisation: FramedOrganisation;
  size: Size;
  found: { edition: Edition; editions: readonly Edition[] };
  content: { guide: GuideContent; before: GuideContent | null };
};

type GuidePageProps = PublishedProps & {
  /** Where the page stands at the permanent address of an edition. */
  number?: number;
};

/** The whole page of a published guide, as it is drawn for readers and before it is published. */
export const GuidePage = ({ number, ...published }: GuidePageProps) => (
  <Frame
    organisation={published.organisation}
    size={published.size}
    path={guidePagePath(number)}
    crumbs={guideCrumbs(number)}
  >
    <Published {...published} />
  </Frame>
);

export const guidePagePath = (number?: number) => ['guide', ...(number === undefined ? [] : [number])];

export function guideCrumbs(number?: number) {
  const here = { label: columnNames.guide };
  return number === undefined ? [here] : [{ ...here, path: ['guide'] }, { label: editionName(number) }];
}

function Published({ organisation, size, found: { edition, editions }, content: { guide, before } }: PublishedProps) {
  const { slug, officeName, settings } = organisation;
  const href = (...parts: readonly (string | number)[]) => publicAddress(size, slug, 'guide', ...parts);
  const last = editions.at(-1) ?? edition;
  const current = last.number === edition.number;
  const earlier = editions.findLast(({ number, act }) => number < edition.number && act !== 'withdraw');
  const corrected = before ? correctedInGuide(guideChanges(before, guide)) : [];
  const { phone } = settings.contact;
  return (
    <article className="guide-page max-w-[45rem] text-body">
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
