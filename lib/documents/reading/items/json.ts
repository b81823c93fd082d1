import type { ItemReading } from '@/lib/documents/reading/items/reading';
import { itemContent } from '@/lib/domain/items/content';

/** Reads the signed content: one line for each value, with the way to it. */
export async function readItemJson(file: Uint8Array): Promise<ItemReading> {
  const item = itemContent.parse(JSON.parse(Buffer.from(file).toString('utf8')));
  return { title: item.title, pieces: valuesIn(item), pictures: [], links: [] };
}

/** body/3/rows/0/1/runs/0/text｜9300 */
export function valuesIn(value: unknown, way: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [`${way.join('/')}｜${JSON.stringify(value)}`];
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  if (entries.length === 0) return [`${way.join('/')}｜${JSON.stringify(value)}`];
  return entries.flatMap(([name, inside]) => valuesIn(inside, [...way, name]));
}
