import { Readable } from 'node:stream';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type SheetFormat = keyof typeof types;

/** The format that an address asks for with `?format=`; a workbook where it names none that there is. */
export const sheetFormatOf = (request: Request): SheetFormat =>
  new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'xlsx';

/** A list as a file to keep, sent as it is written. `name` stands without its ending. */
export function sheetDownload(name: string, format: SheetFormat, written: AsyncIterable<Uint8Array> | Uint8Array) {
  const body = written instanceof Uint8Array ? [written] : written;
  return new Response(Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
      'cache-control': 'no-store',
    },
  });
}
