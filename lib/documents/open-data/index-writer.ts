import type { IndexEntry, IndexHead } from '@/lib/domain/open-data';

/** Writes an index piece by piece, so that it may be longer than memory: head, entries, tail. */
export type IndexWriter = {
  mediaType: string;
  head: (of: IndexHead) => string;
  /** `position` counts from 0. */
  entry: (entry: IndexEntry, of: IndexHead, position: number) => string;
  tail: string;
};
