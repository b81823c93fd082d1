import ExcelJS from 'exceljs';
import { dated } from '@/lib/documents/fixed-zip';
import type { Snapshot } from '@/lib/documents/snapshot';
import { addTable } from '@/lib/documents/xlsx-table';
import { titleOf } from '@/lib/domain/report/report-of';
import { correctedLine, factLines, longTableWords, wordsSheet } from '@/lib/text/documents';

/** The report as a workbook: a sheet a table, with the official labels, and one for the words. Totals are formulas. */
export async function writeXlsx(snapshot: Snapshot): Promise<Uint8Array> {
  const { report, format, facts } = snapshot;
  const title = report.title ?? titleOf(report.organisation, report.year);
  const workbook = new ExcelJS.Workbook();
  const day = new Date(`${facts.publishedOn}T00:00:00Z`);
  const { name } = report.organisation;
  Object.assign(workbook, { title, creator: name, lastModifiedBy: name, created: day, modified: day });
  for (const id of format.sections.flatMap(({ tables }) => tables ?? [])) {
    const table = format.tables.find((each) => each.id === id);
    if (table) addTable(workbook, table, report.tables, title);
  }
  addWords(workbook, wordsOf(snapshot, title));
  const written = await workbook.xlsx.writeBuffer();
  return dated(new Uint8Array(written), facts.publishedOn);
}

type Words = readonly (readonly [section: string, text: string])[];

function wordsOf({ report, format, facts }: Snapshot, title: string): Words {
  const { title: ofTitle, preamble, facts: ofFacts } = longTableWords;
  return [
    [ofTitle, title],
    ...(facts.number > 1 ? [[ofTitle, correctedLine(facts)] as const] : []),
    ...(report.preamble ?? []).map(({ text }) => [preamble, text] as const),
    ...format.sections.flatMap(({ id, heading }) =>
      (report.text?.[id] ?? []).map(({ text }) => [heading, text] as const),
    ),
    ...factLines(facts).map(([label, text]) => [ofFacts, `${label}：${text}`] as const),
  ];
}

function addWords(workbook: ExcelJS.Workbook, words: Words) {
  const sheet = workbook.addWorksheet(wordsSheet.name, {
    pageSetup: { paperSize: 9, fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = [{ width: 24 }, { width: 90 }];
  sheet.addRows([wordsSheet.headings, ...words]);
  sheet.getRow(1).font = { bold: true };
  sheet.eachRow((row) => {
    row.alignment = { wrapText: true, vertical: 'top' };
  });
}
