import type { AttachmentFault, AttachmentType } from '@/lib/domain/attachment';
import { FileFault } from '@/lib/files/file-fault';

const longest = 120;
const path = /[/\\]|^\.\.?$|\.\.[/\\]|^[A-Za-z]:/;
// Control characters, those that turn the direction of writing, unseen ones, and what Windows forbids in a name.
const forbidden = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd<>:"|?*]/u;
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** The name as it is kept: composed characters, single spaces, the ending in small letters. Throws FileFault. */
export function cleanName(name: string): string {
  const refuse = (why: AttachmentFault) => new FileFault(why, JSON.stringify(name));
  if (path.test(name)) throw refuse('name_path');
  if (forbidden.test(name)) throw refuse('name_characters');
  const tidy = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (tidy.length > longest) throw refuse('name_too_long');
  if (reserved.test(tidy) || /^\.|[. ]$/.test(tidy) || tidy === '') throw refuse('name_reserved');
  return tidy.replace(/\.[A-Za-z0-9]+$/, (ending) => ending.toLowerCase());
}

export const endings: Record<AttachmentType, readonly string[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
};

/** What stands behind the last dot; empty where there is none. */
export const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
