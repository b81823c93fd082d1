import { join } from 'node:path';
import { FileFault } from '@/lib/files/file-fault';
import { installedFolder } from '@/lib/files/installed-folder';
import type { PDFDocumentProxy } from '@/lib/files/pdf/pdfjs';
import { type Run, textLines } from '@/lib/files/pdf/text-lines';

/** One page: its text by lines, and whether there is none because it is a picture. */
export type PageText = { page: number; text: string };

const mostPages = 3000;

/** The text of every page. Throws FileFault: broken, encrypted. */
export async function pageTexts(bytes: Uint8Array): Promise<PageText[]> {
  return withDocument(bytes, async (pdf) => {
    const pages: PageText[] = [];
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const proxy = await pdf.getPage(page);
      const { items } = await proxy.getTextContent();
      const runs = items.flatMap((item): Run[] => ('str' in item ? [runOf(item)] : []));
      pages.push({ page, text: textLines(runs) });
      proxy.cleanup();
    }
    return pages;
  });
}

/** Whether a reader can open it, and its first and last page. Throws FileFault: broken, encrypted. */
export async function openPages(bytes: Uint8Array): Promise<void> {
  await withDocument(bytes, async (pdf) => {
    for (const page of [1, pdf.numPages]) await (await pdf.getPage(page)).getTextContent();
  });
}

// Not a byte is fetched: character maps lie beside the library, fonts need not be drawn.
async function withDocument<Result>(
  bytes: Uint8Array,
  work: (pdf: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  const { getDocument, VerbosityLevel } = await import('@/lib/files/pdf/pdfjs');
  const folder = installedFolder('pdfjs-dist');
  const task = getDocument({
    data: new Uint8Array(bytes), // a copy: the library keeps what it is given
    cMapUrl: join(/* turbopackIgnore: true */ folder, 'cmaps/'),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > mostPages) throw new FileFault('archive_bomb', `${pdf.numPages} pages`);
    return await work(pdf);
  } catch (error) {
    if (error instanceof FileFault) throw error;
    const name = error instanceof Error ? error.name : '';
    throw new FileFault(name === 'PasswordException' ? 'encrypted' : 'broken', String(error));
  } finally {
    await task.destroy();
  }
}

type Item = { str: string; transform: number[]; width: number; height: number };

// On a page laid on its side the axes change places.
function runOf({ str, transform, width, height }: Item): Run {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform;
  const size = Math.hypot(a, b) || height || 1;
  const [along, across] = Math.abs(a) >= Math.abs(b) ? [Math.sign(a) * x, y] : [Math.sign(b) * y, -x];
  return { text: str, x: along, y: across, width, size };
}
