import 'server-only';
import { randomBytes } from 'node:crypto';
import { now } from '@/lib/server/clock';

/** So many ids of version 7, each later than the one before: what is sorted by id keeps the order it came in. */
export function newIds(count: number): string[] {
  const begun = now().getTime();
  const random = randomBytes(count * 8);
  return Array.from({ length: count }, (_, at) => {
    // Twelve bits count within a millisecond; after 4,096 ids the time itself moves on.
    const time = (begun + Math.floor(at / 4096)).toString(16).padStart(12, '0');
    const counted = (at % 4096).toString(16).padStart(3, '0');
    const tail = random.subarray(at * 8, at * 8 + 8).toString('hex');
    const variant = ((Number.parseInt(tail[0] ?? '0', 16) & 0x3) | 0x8).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counted}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
  });
}
