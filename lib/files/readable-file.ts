import type { AttachmentText } from '@/lib/domain/attachment';
import { attachmentText } from '@/lib/files/attachment-text';
import { FileFault } from '@/lib/files/file-fault';
import { typeOf } from '@/lib/files/recognise-attachment';

/**
 * What can be read in any file, taken as an attachment or not: macros and links stop nobody from reading old files. Text
 * is UTF-8, UTF-16 with its mark, or GB 18030. Throws FileFault for what cannot be read.
 */
export async function readFileText(file: { name: string; bytes: Uint8Array }): Promise<AttachmentText> {
  if (file.bytes.length === 0) throw new FileFault('empty');
  const text = plainText(file.bytes);
  if (text !== null) return { pieces: [{ where: { part: 'text' }, text }], unread: [] };
  return attachmentText({ type: await typeOf(file), bytes: file.bytes });
}

/** The bytes as text, or null where they are none. */
function plainText(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start.startsWith('%PDF') || start.startsWith('PK\x03\x04')) return null;
  const wide = start.startsWith('\xff\xfe') ? 'utf-16le' : start.startsWith('\xfe\xff') ? 'utf-16be' : null;
  if (wide === null && bytes.includes(0)) return null;
  for (const encoding of wide ? [wide] : ['utf-8', 'gb18030']) {
    const text = decoded(bytes, encoding);
    if (text !== null) return text;
  }
  return null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
