import { posix } from 'node:path';

// Where an address of the site lies among exported files, and how one file names another.

const extensions: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** The file of an address: /deting/reports is deting/reports/index.html; what is no page keeps its name. Null for an odd one. */
export function exportedFile(address: string, type: string): string | null {
  const steps = decoded(address.replace(/[?#].*/, ''))
    ?.split('/')
    .filter((step) => step !== '');
  if (!steps || steps.some((step) => step === '..' || step === '.' || /[\\\p{Cc}]/u.test(step))) return null;
  if (type.startsWith('text/html')) return [...steps, 'index.html'].join('/');
  const file = steps.join('/');
  if (file === '') return null;
  const extension = extensions[type.split(';', 1)[0] ?? ''];
  return extension && !/\.\w+$/.test(file) ? `${file}.${extension}` : file;
}

/** How a page names another file, or a place in it: ../2020/index.html#t2 */
export function relativeLink(from: string, to: string, place = ''): string {
  const path = posix.relative(posix.dirname(from), to);
  return `${path.split('/').map(encodeURIComponent).join('/')}${place}`;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
