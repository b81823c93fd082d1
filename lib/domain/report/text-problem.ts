import type { InputProblem } from '@/lib/domain/issue';
import type { Block } from '@/lib/domain/report/content';

/**
 * Why a text cannot be kept: characters that nobody sees but that change what is read or break storage (controls, line
 * separators, half a surrogate pair, marks that turn the direction of writing). With 'lines', a line break may stand.
 */
export function textProblem(text: string, breaks: 'line' | 'lines' = 'line'): InputProblem | null {
  const kept = breaks === 'lines' ? text.replaceAll('\n', '') : text;
  return /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(kept)
    ? 'control_characters'
    : null;
}

/** The most characters that a section may hold. */
export const sectionLimit = 100_000;

export const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.length, 0);
