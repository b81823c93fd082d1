import { type Edition, otherEditions, Superseded } from '@/components/public/editions';
import type { FramedOrganisation } from '@/components/public/frame';
import { Correction } from '@/components/report/correction';
import { PublicationFacts } from '@/components/report/publication-facts';
import { ReportDocument } from '@/components/report/report-document';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { changesBetween } from '@/lib/domain/report/changes';
import type { Report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { dayInProse, dayOf } from '@/lib/text/days';
import { type Download, downloads, sizeAndUse } from '@/lib/text/documents';
import { correctedPlaces, editionName } from '@/lib/text/public';

type PublishedEditionProps = {
  organisation: FramedOrganisation;
  size: Size;
  found: { year: number; edition: Edition; editions: readonly Edition[] };
  content: { report: Report; format: ReportFormat; before: Report | null };
  /** The forms in which it can be had, with their sizes in bytes. */
  files: readonly Download[];
};

/** One edition of a report with all that its publication says about it. */
export function PublishedEdition({ organisation, size, found, content, files }: PublishedEditionProps) {
  const { year, edition, editions } = found;
  const { report, format, before } = content;
  const href = (...parts: readonly (string | number)[]) =>
    publicAddress(size, organisation.slug, 'reports', year, ...parts);
  const last = editions.at(-1) ?? edition;
  const current = last.number === edition.number;
  const earlier = editions.findLast(({ number, act }) => number < edition.number && act !== 'withdraw');
  const { phone } = organisation.settings.contact;
  return (
    <ReportDocument
      report={report}
      format={format}
      published={publishedDays(editions, edition)}
      edition={
        <a href="#publication">
          {editionName(edition.number)}，{edition.signedBy}已签发
        </a>
      }
      signedOn={dayInProse(dayOf(edition.publishedAt))}
      above={
        <>
          {!current && <Superseded edition={edition} last={last} href={href()} />}
          {edition.act === 'correct' && (
            <Correction
              edition={{ ...edition, publishedOn: dayOf(edition.publishedAt) }}
              note={edition.note}
              corrected={before ? correctedPlaces(format, changesBetween(format, before, report)) : []}
              before={before && earlier ? { ...earlier, href: href(earlier.number) } : null}
            />
          )}
        </>
      }
      beside={
        <section aria-labelledby="downloads">
          <h2 id="downloads">下载</h2>
          <ul>
            {files.map(({ extension, size: bytes }) => (
              <li key={extension}>
                <a href={href(edition.number, `report.${extension}`)}>{downloads[extension].name}</a>
                <span>{sizeAndUse(bytes, downloads[extension].use)}</span>
              </li>
            ))}
          </ul>
        </section>
      }
      facts={
        <PublicationFacts
          signedBy={edition.signedBy}
          edition={edition}
          current={current}
          others={otherEditions(editions, edition, href)}
          contentHref={href(edition.number, 'report.json')}
          contact={`${organisation.officeName}${phone && `，电话${phone}`}`}
        />
      }
    />
  );
}

// The day of first publication stays; the edition at hand tells when it was corrected.
function publishedDays(editions: readonly Edition[], { act, number, publishedAt }: Edition): string {
  const first = editions.find((each) => each.act !== 'withdraw' && each.number <= number)?.publishedAt ?? publishedAt;
  const corrected = act === 'correct' ? `（${dayInProse(dayOf(publishedAt))}更正）` : '';
  return `发布日期：${dayInProse(dayOf(first))}${corrected}`;
}
