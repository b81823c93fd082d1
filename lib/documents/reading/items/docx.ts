import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { parse } from 'parse5';
import { linksIn, picturesIn, piecesIn } from '@/lib/documents/reading/items/markup';
import type { ItemReading } from '@/lib/documents/reading/items/reading';

/** Reads a Word document as one sees it: its paragraphs, its tables with merged cells, and its pictures byte for byte. */
export async function readItemDocx(file: Uint8Array): Promise<ItemReading> {
  const convertImage = mammoth.images.imgElement(async (image) => ({
    src: createHash('sha256')
      .update(await image.readAsBuffer())
      .digest('hex'),
  }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) }, { convertImage });
  const document = parse(value);
  return {
    title: titleIn(file),
    pieces: piecesIn(document),
    pictures: picturesIn(document, (name) => name),
    links: linksIn(document),
  };
}

function titleIn(file: Uint8Array): string {
  const core = unzipSync(file, { filter: ({ name }) => name === 'docProps/core.xml' })['docProps/core.xml'];
  const [, title = ''] = /<dc:title>([^<]*)<\/dc:title>/.exec(core ? strFromU8(core) : '') ?? [];
  const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;
  return title.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof entities) => entities[name]);
}
