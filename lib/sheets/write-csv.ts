import { stringify } from 'csv-stringify';
import { neutral } from '@/lib/sheets/neutral';

/** A table as CSV, row by row as they come: UTF-8 with the mark that spreadsheets need to see it, and no formulas. */
export async function* csvOf(
  heads: readonly string[],
  chunks: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from('\uFEFF', 'utf8');
  yield await written([heads]);
  for await (const rows of chunks) yield await written(rows);
}

function written(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const cells = rows.map((row) => row.map(neutral));
  return new Promise((resolve, reject) => {
    stringify(cells, { record_delimiter: 'windows' }, (error, text) =>
      error ? reject(error) : resolve(Buffer.from(text, 'utf8')),
    );
  });
}
