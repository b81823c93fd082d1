import { FileFault } from '@/lib/files/file-fault';
import { type PdfObjects, pdfObjects } from '@/lib/files/pdf/objects';
import { openPages } from '@/lib/files/pdf/pages';
import { nameOf, walk } from '@/lib/files/pdf/values';

/**
 * Throws FileFault for what an attachment may not hold: passwords, scripts, actions that start something, files inside;
 * and for what no reader can open.
 */
export async function checkPdf(bytes: Uint8Array): Promise<void> {
  const found = await pdfObjects(bytes);
  if (found.trailers.some((trailer) => trailer.has('/Encrypt'))) throw new FileFault('encrypted', 'trailer');
  if (found.ends.length === 0 || bytes.length - (found.ends.at(-1) ?? 0) > mostTail)
    throw new FileFault('broken', 'no end');
  checkObjects(found);
  checkRaw(bytes);
  await openPages(bytes);
}

const mostTail = 1024; // bytes behind the last %%EOF

const scripts = new Set(['/JavaScript', '/JS', '/Launch', '/XFA', '/ImportData', '/SubmitForm', '/Rendition']);
const inside = new Set([
  '/EmbeddedFile',
  '/EmbeddedFiles',
  '/EF',
  '/FileAttachment',
  '/RichMedia',
  '/Movie',
  '/Sound',
  '/Screen',
  '/3D',
  '/GoToE',
]);

// In every version of every object: an action in an earlier revision is one click away.
function checkObjects({ objects }: PdfObjects) {
  for (const { value } of objects) {
    for (const [key, inner] of walk(value)) {
      refuse(key, key);
      if (actionKeys.has(key)) refuse(nameOf(inner), `${key} ${nameOf(inner)}`);
    }
  }
}

const actionKeys = new Set(['/S', '/Type', '/Subtype']);

function refuse(name: string, detail: string) {
  if (scripts.has(name)) throw new FileFault('script', detail);
  if (inside.has(name)) throw new FileFault('embedded_file', detail);
}

// A reader that follows other tables than we do may find an object where we see a stream.
function checkRaw(bytes: Uint8Array) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const name of ['/JavaScript', '/EmbeddedFile', '/RichMedia']) {
    if (file.includes(name, 0, 'latin1')) refuse(name, `${name} in the bytes`);
  }
  if (file.includes('/Launch', 0, 'latin1') && /\/Launch[^A-Za-z]/.test(file.toString('latin1')))
    throw new FileFault('script', '/Launch');
}
