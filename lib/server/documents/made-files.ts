import 'server-only';
import { LRUCache } from 'lru-cache';

type Make = () => Promise<Uint8Array>;

// Whoever asks while a file is being made waits for that one.
const files = new LRUCache<string, Uint8Array, Make>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ length }) => length,
  fetchMethod: (_key, _before, { context }) => context(),
});

/** A file of something published, made when it is first asked for. The key is a hash of all that it says, so that none goes stale. */
export const madeFile = async (key: string, make: Make): Promise<Uint8Array> =>
  (await files.fetch(key, { context: make })) ?? make();
