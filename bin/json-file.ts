import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** A file that a command cannot use; the message says why, in Chinese. */
export class Unusable extends Error {}

/** What a JSON file holds, not yet checked. `described` names the page that describes its format. */
export function readJson(file: string, described: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Unusable(`读不到文件“${file}”：${reasonOf(error)}。请核对文件名和读取权限。`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Unusable(`“${file}”不是JSON文件，或者没有写完整。文件格式见 ${described}。`);
  }
}

/** The first places that a schema refuses: events.3.on、events.4等7处. */
export function refusedPlaces(error: z.ZodError): string {
  const places = [...new Set(error.issues.map(placeOf))];
  return `${places.slice(0, 5).join('、')}${places.length > 5 ? `等${places.length}处` : ''}`;
}

function placeOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return [path, issue.keys.join(' ')].filter(Boolean).join('.');
  return path === '' ? '整个文件' : path;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return '没有这个文件';
  if (code === 'EISDIR') return '这是一个文件夹';
  return code === 'EACCES' ? '没有读取权限' : '读取出错';
}
