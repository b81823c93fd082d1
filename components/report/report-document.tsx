import type { ReactNode } from 'react';
import { Basis } from '@/components/report/basis';
import { Gist } from '@/components/report/gist';
import { TitleBySense } from '@/components/report/report-title';
import { StatutoryTable } from '@/components/report/statutory-table';
import { blockElementId } from '@/lib/domain/report/addresses';
import type { Block, Report } from '@/lib/domain/report/content';
import type { ReportFormat, Section } from '@/lib/domain/report/format';
import { gist } from '@/lib/domain/report/key-figures';
import { titleOf } from '@/lib/domain/report/report-of';
import { unitsOf } from '@/lib/text/figures';
import { periodOf } from '@/lib/text/public';

type ReportDocumentProps = {
  report: Report;
  format: ReportFormat;
  /** What stands below the title before and after the period that is reported on: when published, which edition. */
  published: ReactNode;
  edition?: ReactNode;
  /** The day below the signature: 2021年1月22日. Null while nobody has signed. */
  signedOn: string | null;
  /** Between title and text: a correction, or that another edition holds. */
  above?: ReactNode;
  /** Below the contents: what can be downloaded, other editions. */
  beside?: ReactNode;
  /** After the signature, and its line in the contents. */
  facts?: ReactNode;
};

/** The report as citizens read it; the preview shows the draft through the same component. */
export function ReportDocument({
  report,
  format,
  published,
  edition,
  signedOn,
  above,
  beside,
  facts,
}: ReportDocumentProps) {
  const { name } = report.organisation;
  const title = report.title ?? titleOf(report.organisation, report.year);
  return (
    <div className="report-page">
      <div className="report-top">
        <header className="report-title">
          <h1 aria-label={title}>
            <TitleBySense title={title} organisation={name} />
          </h1>
          <p className="report-dates">
            <span>{published}</span>
            <span>统计期限：{periodOf(report.year)}</span>
            {edition && <span>{edition}</span>}
          </p>
        </header>
        {above}
      </div>
      <div className="rail">
        <nav aria-label="报告目录" id="contents">
          <h2>目录</h2>
          <ol>
            {format.sections.map(({ id, heading }) => (
              <li key={id}>
                <a href={`#${id}`}>{heading}</a>
              </li>
            ))}
            {facts && (
              <li>
                <a href="#publication">签发与版本</a>
              </li>
            )}
          </ol>
        </nav>
        {beside}
      </div>
      <article className="report-body">
        <div className="prose">
          <Blocks section="preamble" blocks={report.preamble} />
          {format.sections.map((section, index) => (
            <SectionOf key={section.id} report={report} format={format} section={section} first={index === 0} />
          ))}
        </div>
        <p className="signature">
          <span>
            {name}
            {signedOn && (
              <>
                <br />
                {signedOn}
              </>
            )}
          </span>
        </p>
        {facts}
      </article>
    </div>
  );
}

type SectionProps = { report: Report; format: ReportFormat; section: Section; first: boolean };

function SectionOf({ report, format, section, first }: SectionProps) {
  const tables = (section.tables ?? []).flatMap((id) => format.tables.find((table) => table.id === id) ?? []);
  const small = tables.filter(({ headerRows }) => !headerRows).flatMap(({ columns }) => columns);
  return (
    <>
      {!first && (
        <p className="to-contents">
          <a href="#contents">回到目录</a>
        </p>
      )}
      <h2 id={section.id}>{section.heading}</h2>
      <Blocks section={section.id} blocks={report.text?.[section.id]} />
      {tables.length > 0 && <Gist sentence={gist(format, section.id, report)} />}
      {small.length > 0 && <p className="units">{unitsOf(small)}</p>}
      {tables.map((table) => (
        <StatutoryTable key={table.id} table={table} figures={report.tables[table.id]} />
      ))}
      {tables.map((table) => (
        <Basis key={table.id} table={table} />
      ))}
    </>
  );
}

const elements = { paragraph: 'p', heading2: 'h3', heading3: 'h4' } as const;

function Blocks({ section, blocks = [] }: { section: string; blocks?: readonly Block[] }) {
  return blocks.map(({ id, kind, text }) => {
    const Element = elements[kind];
    return (
      <Element key={id} id={blockElementId(section, id)}>
        {text}
      </Element>
    );
  });
}
