import type { Hit } from '@/lib/domain/personal-data/hit';
import { plainCharacters } from '@/lib/domain/personal-data/plain-characters';
import { surnameLength } from '@/lib/domain/personal-data/surnames';

/** How many digits of a number stay readable at its two ends; the office chooses. */
export type MaskStyle = { first: number; last: number };
export const usualMask: MaskStyle = { first: 4, last: 4 };

/** A stretch of a text and what is to stand there instead. */
export type Mask = { start: number; end: number; masked: string };

/** What stands instead of a hit: 张某某, 4103**********1234, z****@163.com. At least three characters of a number are hidden. */
export function maskHit({ type, text }: Pick<Hit, 'type' | 'text'>, style: MaskStyle = usualMask): string {
  if (type === 'name') return maskedName(text);
  if (type === 'email') return maskedAddress(text);
  // Of a plate the region, its letter and the last character stay.
  return maskedNumber(text, type === 'plate' ? { first: 1, last: 1 } : style);
}

/** The text with every mask in its place, and nothing else changed. Masks that overlap an earlier one are an error. */
export function applyMasks(text: string, masks: readonly Mask[]): string {
  let masked = '';
  let done = 0;
  for (const mask of [...masks].sort((one, other) => one.start - other.start)) {
    if (mask.start < done || mask.end > text.length) throw new RangeError(`masks overlap at ${mask.start}`);
    masked += text.slice(done, mask.start) + mask.masked;
    done = mask.end;
  }
  return masked + text.slice(done);
}

function maskedName(name: string): string {
  const letters = name.replace(/\s/g, '');
  const dot = letters.search(/[·•]/);
  const kept = dot > 0 ? 1 : surnameLength(letters) || 1;
  const hidden = dot > 0 ? 2 : Math.max(1, Math.min(2, letters.length - kept));
  return letters.slice(0, kept) + '某'.repeat(hidden);
}

function maskedAddress(address: string): string {
  const at = plainCharacters(address).indexOf('@');
  return `${at > 1 ? address.charAt(0) : ''}****${address.slice(at)}`;
}

const fewestHidden = 3;

// Spaces and dashes stay, so that a number keeps its look.
function maskedNumber(text: string, { first, last }: MaskStyle): string {
  const plain = plainCharacters(text);
  const places = plain.split('').flatMap((character, at) => (/[0-9A-Za-z]/.test(character) ? [at] : []));
  const spare = Math.max(0, places.length - Math.max(fewestHidden, Math.ceil(places.length / 4)));
  const end = Math.min(Math.max(0, last), spare);
  const start = Math.min(Math.max(0, first), spare - end);
  const hidden = new Set(places.slice(start, places.length - end));
  return text
    .split('')
    .map((character, at) => (hidden.has(at) ? '*' : character))
    .join('');
}
