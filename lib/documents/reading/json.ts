import type { Reading } from '@/lib/documents/reading/reading';
import { type Block, type CellAddress, report } from '@/lib/domain/report/content';

/** Reads a report file. What is neither title nor figure becomes one line each. */
export async function readJson(file: Uint8Array): Promise<Reading> {
  const { title = '', preamble, text, tables, ...rest } = report.parse(JSON.parse(Buffer.from(file).toString('utf8')));
  const cells = new Map<CellAddress, string>();
  for (const [table, rows] of Object.entries(tables)) {
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, value] of Object.entries(columns))
        cells.set(`${table}/${row}/${column}`, String(value ?? ''));
    }
  }
  const prose = Object.entries({ ...(preamble && { preamble }), ...text });
  return {
    title,
    cells,
    paragraphs: [...prose.flatMap(([section, blocks]) => linesOf(section, blocks)), ...factsOf(rest)],
  };
}

const linesOf = (section: string, blocks: readonly Block[]) =>
  blocks.map(({ id, kind, text }) => [section, id, kind, text].join('｜'));

const factsOf = (facts: Readonly<Record<string, unknown>>) =>
  Object.entries(facts)
    .map(
      ([name, value]) =>
        `${name}｜${
          typeof value === 'object'
            ? Object.entries(value ?? {})
                .sort()
                .join('｜')
            : value
        }`,
    )
    .sort();
