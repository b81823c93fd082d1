import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Day } from '@/lib/domain/calendar/day';

/**
 * The same ZIP without the moment it was made at: its entries and the properties of the document bear the day of
 * publication, so that what is made twice is the same twice.
 */
export function dated(zip: Uint8Array, day: Day): Uint8Array {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const entries = Object.entries(unzipSync(zip)).map(([name, content]): [string, Uint8Array] => [
    name,
    name === 'docProps/core.xml' ? strToU8(coreDated(strFromU8(content), day)) : content,
  ]);
  // ZIP keeps local time without a zone, so that midnight here is the same bytes everywhere.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(year, month - 1, date) });
}

const coreDated = (xml: string, day: Day) =>
  xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);
