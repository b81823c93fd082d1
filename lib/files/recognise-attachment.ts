import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import {
  type AttachmentFault,
  type AttachmentType,
  attachmentLimit,
  mediaTypes,
  type RecognisedAttachment,
} from '@/lib/domain/attachment';
import type { Issue } from '@/lib/domain/issue';
import { cleanName, endingOf, endings } from '@/lib/files/attachment-name';
import { FileFault } from '@/lib/files/file-fault';
import { checkPackage, openPackage } from '@/lib/files/office-package';
import { checkPdf } from '@/lib/files/pdf/check-pdf';
import { reEncodedPicture } from '@/lib/files/re-encoded-picture';

type Uploaded = { name: string; bytes: Uint8Array };

/**
 * Takes a file in or says in one sentence why not. Its type is told by its content; it is opened whole, pictures are drawn
 * anew, and a name that does not fit, macros, scripts, files inside, links outside and bombs are refused.
 */
export async function recogniseAttachment({
  name,
  bytes,
}: Uploaded): Promise<{ attachment: RecognisedAttachment } | { issue: Issue }> {
  try {
    return { attachment: await recognised({ name: cleanName(name), bytes }) };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return { issue: { code: 'attachment_refused', field: 'attachment', name: shownName(name), why: error.why } };
  }
}

async function recognised({ name, bytes }: Uploaded): Promise<RecognisedAttachment> {
  if (bytes.length === 0) throw new FileFault('empty');
  if (bytes.length > attachmentLimit) throw new FileFault('too_large');
  const type = await typeOf({ name, bytes });
  const ending = endingOf(name);
  if (ending === 'docm' || ending === 'xlsm') throw new FileFault('macros', name);
  if (!endings[type].includes(ending)) throw new FileFault('extension_differs', `${name} is ${type}`);
  const kept = await checked(type, bytes);
  if (kept.length > attachmentLimit) throw new FileFault('too_large');
  const sha256 = createHash('sha256').update(kept).digest('hex');
  return { name, type, mediaType: mediaTypes[type], size: kept.length, sha256, bytes: kept };
}

async function checked(type: AttachmentType, bytes: Uint8Array): Promise<Uint8Array> {
  if (type === 'png' || type === 'jpeg') return reEncodedPicture(type, bytes);
  if (type === 'pdf') await checkPdf(bytes);
  else {
    const office = await openPackage(bytes);
    if (!office) throw new FileFault('broken', type);
    checkPackage(office);
  }
  return bytes;
}

const zip = [0x50, 0x4b, 0x03, 0x04];
const types: Partial<Record<string, AttachmentType>> = { pdf: 'pdf', png: 'png', jpg: 'jpeg' };

/** The type by content. Throws FileFault: for a type that is not taken with what to do about it, for a broken archive. */
export async function typeOf({ name, bytes }: Uploaded): Promise<AttachmentType> {
  if (zip.every((byte, at) => bytes[at] === byte)) {
    const office = await openPackage(bytes);
    if (office) return office.type;
    throw new FileFault(otherType(endingOf(name)));
  }
  const found = await fileTypeFromBuffer(bytes.subarray(0, 8192));
  const type = types[found?.ext ?? ''];
  if (type) return type;
  if (found?.ext === 'cfb') throw new FileFault(compoundType(name, bytes));
  throw new FileFault(claimsOurs(name) ? 'broken' : otherType(endingOf(name)));
}

const claimsOurs = (name: string) => Object.values(endings).some((some) => some.includes(endingOf(name)));

const otherTypes: Partial<Record<string, AttachmentFault>> = {
  doc: 'old_word',
  dot: 'old_word',
  rtf: 'old_word',
  xls: 'old_excel',
  xlt: 'old_excel',
  ppt: 'old_slides',
  pptx: 'old_slides',
  pps: 'old_slides',
  wps: 'wps',
  et: 'wps',
  dps: 'wps',
  docm: 'macros',
  xlsm: 'macros',
  xlsb: 'old_excel',
};
const otherType = (ending: string): AttachmentFault => otherTypes[ending] ?? 'type_unknown';

// Compound files (MS-CFB): the old formats, and new ones with a password. The names of their streams tell which.
function compoundType(name: string, bytes: Uint8Array): AttachmentFault {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  const known = otherTypes[endingOf(name)];
  if (known) return known;
  if (holds('WordDocument')) return 'old_word';
  if (holds('Workbook')) return 'old_excel';
  return holds('PowerPoint Document') ? 'old_slides' : 'type_unknown';
}

// A name that is refused is shown without what makes it dangerous to show.
const shownName = (name: string) =>
  name.replace(/[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '').slice(0, 60);
