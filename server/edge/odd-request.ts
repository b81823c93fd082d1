import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;
type Odd = 400 | 404 | 405 | 411 | 413 | 414;

const methods: readonly (string | undefined)[] = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** Longer than any address of ours: a search of 200 Chinese characters has 1,800, a filtered register some 500. */
const longestAddress = 4096;
const longestPath = 1000;
/** An attachment of 20 MB with its form around it; what a form may hold is asked where it is read. */
const longestBody = 24 * 1024 * 1024;

const printable = /^[!-~]+$/;
const everydayPath = /^(?:\/[\w~-][\w.~-]*)*\/?$/;
// Next.js knows every page by such names too, in pieces for its scripts; ours ask for them by headers.
const piece = /\.rsc$|\.segments(?:\/|$)/i;
const plainHost = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** The status for a request that nothing here can mean; null for all others. Next.js would fail on some of them. */
export function oddRequest({ method, url = '', headers }: Asked): Odd | null {
  if (!methods.includes(method)) return 405;
  if (url.length > longestAddress) return 414;
  if (!url.startsWith('/') || !printable.test(url) || /[\\#]/.test(url)) return 400;
  if (!plainHost.test(headers.host ?? '')) return 400;
  const path = url.split('?', 1)[0] ?? '';
  if (path.length > longestPath) return 414;
  if (!isPlainPath(path)) return 400;
  if (piece.test(path)) return 404;
  return oddBody(method, headers);
}

/** No step up, no empty step, no text that is not UTF-8, nothing that becomes any of these when read once more. */
function isPlainPath(path: string): boolean {
  if (everydayPath.test(path)) return true;
  const decoded = decode(path);
  if (decoded === null || [...decoded].some(isControl)) return false;
  if (/[\\]|%[0-9a-f]{2}/i.test(decoded) || /%2f/i.test(path)) return false;
  const [, ...steps] = decoded.split('/');
  const last = steps.length - 1;
  return steps.every((step, n) => step !== '.' && step !== '..' && (step !== '' || n === last));
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

const isControl = (character: string) => /\p{Cc}/u.test(character);

// A length that is told beforehand can be refused beforehand; browsers and proxies tell it.
function oddBody(method: string | undefined, headers: IncomingHttpHeaders): Odd | null {
  const length = Number(headers['content-length'] ?? 0);
  if (method !== 'POST') return length > 0 || headers['transfer-encoding'] ? 400 : null;
  if (headers['transfer-encoding']) return 411;
  return length > longestBody ? 413 : null;
}
