import { isReportExtension } from '@/lib/documents/report-formats';
import { publicFile } from '@/lib/server/public-files';
import { publicStatus } from '@/lib/server/public-reports';
import { fileName } from '@/lib/text/documents';

type Place = { params: Promise<{ organisation: string; year: string; number: string; file: string }> };

export const dynamic = 'force-dynamic';

/** A published report as PDF, Word, XLSX or CSV: /deting/reports/2020/1/report.pdf */
export async function GET(_request: Request, { params }: Place) {
  const { organisation, year, number, file } = await params;
  const [, extension = ''] = /^report\.([a-z]+)$/.exec(file) ?? [];
  if (!isReportExtension(extension)) return new Response(null, { status: 404 });
  const place = [organisation, Number(year), Number(number)] as const;
  const found = await publicFile(...place, extension);
  if (!found) return new Response(null, { status: await publicStatus(...place) });
  const plain = `${organisation}-${year}-${number}.${extension}`;
  const name = encoded(fileName(found.title, found.number, extension));
  // A PDF is read at once, the others are opened by what the reader has for them.
  const disposition = extension === 'pdf' ? 'inline' : 'attachment';
  return new Response(Uint8Array.from(found.bytes), {
    headers: {
      'Content-Type': found.mediaType,
      'Content-Disposition': `${disposition}; filename="${plain}"; filename*=UTF-8''${name}`,
    },
  });
}

// RFC 8187 leaves fewer characters as they are than encodeURIComponent does.
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
