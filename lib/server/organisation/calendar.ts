import 'server-only';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arrangement, arrangement, type Calendar, calendarWith } from '@/lib/domain/calendar/calendar';
import { environment } from '@/lib/server/environment';

let read: { stamp: string; calendar: Calendar } | undefined;

/**
 * The holidays of the product and those that the office has loaded since. Looked up anew whenever a file has changed, so
 * that what was provisional is recounted without a restart.
 */
export function calendarInForce(): Calendar {
  const folder = folderOfNotices();
  const files = filesIn(folder);
  const stamp = files.map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`).join('\n');
  if (read?.stamp !== `${folder}\n${stamp}`) {
    const loaded = files.map((name) => arrangement.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
    read = { stamp: `${folder}\n${stamp}`, calendar: calendarWith(loaded) };
  }
  return read.calendar;
}

/** Keeps a checked arrangement; one of the same year that was loaded before gives way. Names the file. */
export function keepArrangement(notice: Arrangement): string {
  const folder = folderOfNotices();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${notice.year}.json`);
  // Whole or not at all: another process may be reading.
  writeFileSync(`${file}.new`, `${JSON.stringify(notice, null, 2)}\n`);
  renameSync(`${file}.new`, file);
  return file;
}

const folderOfNotices = () => join(environment().DATA_DIR, 'calendar');

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{4}\.json$/.test(name))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
