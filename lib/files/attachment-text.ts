import type { AttachmentText, AttachmentType } from '@/lib/domain/attachment';
import { docxText } from '@/lib/files/docx-text';
import { FileFault } from '@/lib/files/file-fault';
import { openPackage } from '@/lib/files/office-package';
import { otherParts } from '@/lib/files/part-text';
import { pdfText } from '@/lib/files/pdf/pdf-text';
import { xlsxText } from '@/lib/files/xlsx-text';

/**
 * Everything that can be read in a file, by place: its text, what is hidden or deleted, its properties, and what earlier
 * revisions left behind. `unread` names pictures and pages without text. Throws FileFault where it cannot be opened.
 */
export async function attachmentText(file: { type: AttachmentType; bytes: Uint8Array }): Promise<AttachmentText> {
  const { pieces, unread } = await textOf(file);
  const readable = pieces.map((piece) => ({ ...piece, text: piece.text.replace(unstorable, '\ufffd') }));
  return { pieces: readable.filter(({ text }) => text.trim() !== ''), unread };
}

// What no database takes in a text: NUL, and half a pair of surrogates.
const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

async function textOf({ type, bytes }: { type: AttachmentType; bytes: Uint8Array }): Promise<AttachmentText> {
  if (type === 'png' || type === 'jpeg') return { pieces: [], unread: [{ part: 'picture' }] };
  if (type === 'pdf') return pdfText(bytes);
  const office = await openPackage(bytes);
  if (office?.type !== type) throw new FileFault('broken', `no ${type}`);
  const { pieces, read } = type === 'docx' ? docxText(office) : xlsxText(office);
  const others = otherParts(office, read);
  return { pieces: [...pieces, ...others.pieces], unread: others.unread };
}
