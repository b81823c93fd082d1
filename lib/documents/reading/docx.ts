import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { type Grid, placed } from '@/lib/documents/reading/grid';
import { flowOf } from '@/lib/documents/reading/html';
import type { Reading } from '@/lib/documents/reading/reading';
import type { ReportFormat } from '@/lib/domain/report/format';

/** Reads a Word document as one sees it: its paragraphs, and its tables with merged cells. */
export async function readDocx(file: Uint8Array, format: ReportFormat): Promise<Reading> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
  const pieces = flowOf(value);
  const grids = pieces.filter((piece): piece is Grid => typeof piece !== 'string');
  const { cells, rest } = placed(format, grids);
  return {
    title: titleIn(file),
    cells,
    paragraphs: [...pieces.filter((piece) => typeof piece === 'string'), ...rest],
  };
}

/** The title among the properties, which a title field shows once it is updated. */
function titleIn(file: Uint8Array): string {
  const core = unzipSync(file, { filter: ({ name }) => name === 'docProps/core.xml' })['docProps/core.xml'];
  const [, title = ''] = /<dc:title>([^<]*)<\/dc:title>/.exec(core ? strFromU8(core) : '') ?? [];
  return title
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
