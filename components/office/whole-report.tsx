import { BlockRemark, TableRemarks } from '@/components/office/remark-slots';
import { TitleBySense } from '@/components/report/report-title';
import { type FigureCell, StatutoryTable } from '@/components/report/statutory-table';
import { blockElementId, columnName, rowName, sectionName } from '@/lib/domain/report/addresses';
import type { Block, Report } from '@/lib/domain/report/content';
import type { ReportFormat, Section, Table } from '@/lib/domain/report/format';

type WholeReportProps = {
  format: ReportFormat;
  report: Report;
  /** Cells that have changed, to be lit up. */
  changed: ReadonlySet<string>;
  /** Whether a remark can be left at each paragraph and table. */
  remarks: boolean;
};

/** The whole of what would become public, with room for a remark at every place. */
export function WholeReport({ format, report, changed, remarks }: WholeReportProps) {
  return (
    <div className="whole">
      <h3 className="whole-title">
        <TitleBySense title={report.title ?? ''} organisation={report.organisation.name} />
      </h3>
      <Blocks blocks={report.preamble ?? []} section="preamble" name="导言" remarks={remarks} />
      {format.sections.map((section) => (
        <section key={section.id} id={section.id} aria-labelledby={`${section.id}-heading`}>
          <h3 id={`${section.id}-heading`}>{section.heading}</h3>
          <SectionBody {...{ format, report, changed, remarks, section }} />
        </section>
      ))}
    </div>
  );
}

function SectionBody({ format, report, section, changed, remarks }: WholeReportProps & { section: Section }) {
  if (section.kind === 'narrative') {
    const blocks = report.text?.[section.id] ?? [];
    return <Blocks blocks={blocks} section={section.id} name={sectionName(format, section.id)} remarks={remarks} />;
  }
  const mark = ({ address }: FigureCell) => (changed.has(address) ? 'changed' : undefined);
  return format.tables
    .filter((table) => table.section === section.id)
    .map((table) => (
      <div key={table.id}>
        <StatutoryTable table={table} figures={report.tables[table.id]} cellClass={mark} />
        {remarks && <TableRemarks table={table.id} label={table.name} {...choicesOf(table)} />}
      </div>
    ));
}

const choicesOf = (table: Table) => ({
  rows: table.rows
    .filter(({ figures }) => figures)
    .map((row) => ({ value: row.id, label: rowName(table, row) || '这一行' })),
  columns: table.columns.map((column) => ({ value: column.id, label: columnName(table, column) })),
});

const tags = { paragraph: 'p', heading2: 'h4', heading3: 'h5' } as const;

type BlocksProps = { blocks: readonly Block[]; section: string; name: string; remarks: boolean };

function Blocks({ blocks, section, name, remarks }: BlocksProps) {
  return blocks.map(({ id, kind, text }, index) => {
    const Tag = tags[kind];
    return (
      <div key={id} id={blockElementId(section, id)}>
        <Tag>{text}</Tag>
        {remarks && <BlockRemark place={`${section}#${id}`} label={`${name}第${index + 1}段`} />}
      </div>
    );
  });
}
