import { TitleBySense } from '@/components/report/report-title';
import { ButtonLink } from '@/components/ui/button';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import type { KeyFigure } from '@/lib/domain/report/key-figures';
import { dayInProse, dayOf } from '@/lib/text/days';

type LatestReportProps = {
  slug: string;
  size: Size;
  organisation: string;
  year: number;
  title: string;
  publishedAt: Date;
  correctedAt: Date | null;
  figures: readonly KeyFigure[];
};

export function LatestReport({
  slug,
  size,
  organisation,
  year,
  title,
  publishedAt,
  correctedAt,
  figures,
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
      <ButtonLink primary href={href}>
        阅读全文
      </ButtonLink>
    </article>
  );
}
