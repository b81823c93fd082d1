import { foldForSearch, foldNumber } from '@/lib/domain/search/fold';

/** What a search looks for. */
export type SearchQuery = {
  /** Each must stand somewhere in the title or the body; folded. */
  words: string[];
  /** The whole as a document number or an index number would be written. */
  number: string;
};

/** In characters, and in words. What is longer is no search but something pasted by mistake. */
export const longestQuery = 150;
export const mostWords = 20;

/** Null where it is too long; without words where there is nothing to look for. */
export function searchQuery(typed: string): SearchQuery | null {
  // NUL and other controls stand in no text, so they part words as blanks do.
  const parts = foldForSearch(typed).split(/[\s\p{Cc}]+/u);
  const words = [...new Set(parts)].filter((word) => word !== '');
  const number = foldNumber(words.join(''));
  if (words.length > mostWords || charactersIn(words.join('')) > longestQuery) return null;
  return { words, number };
}

/** In Unicode characters, as the database counts them. */
export const charactersIn = (word: string): number => [...word].length;
