import { TitleBySense } from '@/components/report/report-title';
import { ButtonLink } from '@/components/ui/button';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import type { KeyFigure } from '@/lib/domain/report/key-figures';
import { dayInProse, dayOf } from '@/lib/text/days';
import { type Download, downloads, sizeAndUse } from '@/lib/text/documents';

type LatestReportProps = {
  slug: string;
  size: Size;
  organisation: string;
  year: number;
  title: string;
  publishedAt: Date;
  correctedAt: Date | null;
  figures: readonly KeyFigure[];
  number: number;
  files: readonly Download[];
};

// What is read or worked with; the rest stands on the page of the report.
const offered: readonly Download['extension'][] = ['pdf', 'docx', 'xlsx'];

export function LatestReport({
  slug,
  size,
  organisation,
  year,
  title,
  publishedAt,
  correctedAt,
  figures,
  number,
  files,
}: LatestReportProps) {
  const href = publicAddress(size, slug, 'reports', year);
  return (
    <article className="cover mb-6">
      <p className="text-ink-2">
        最新年报　{dayInProse(dayOf(publishedAt))}发布{correctedAt && `，${dayInProse(dayOf(correctedAt))}更正`}
      </p>
      <h3>
        <a href={href} aria-label={title}>
          <TitleBySense title={title} organisation={organisation} />
        </a>
      </h3>
      <dl className="key-figures">
        {figures.map(({ label, value, unit }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value ?? '—'}
              <span>{unit}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="ways">
        <ButtonLink primary href={href}>
          阅读全文
        </ButtonLink>
        <ul aria-label="下载">
          {files
            .filter(({ extension }) => offered.includes(extension))
            .map(({ extension, size: bytes }) => (
              <li key={extension}>
                <a href={publicAddress(size, slug, 'reports', year, number, `report.${extension}`)}>
                  {downloads[extension].name}
                </a>
                {bytes !== null && `（${sizeAndUse(bytes, '')}）`}
              </li>
            ))}
        </ul>
      </div>
    </article>
  );
}
