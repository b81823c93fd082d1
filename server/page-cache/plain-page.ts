import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A public page as it leaves the house: ready to send in each encoding, each with its own strong ETag. */
export type PlainPage = { status: number; size: number; answers: Readonly<Record<Encoding, Answer>> };

/** Names and values of headers in one row, as `writeHead` takes them fastest; `unchanged` go with a 304. */
export type Answer = { etag: string; headers: string[]; unchanged: string[]; body: Buffer };

type Headers = Readonly<Record<string, string>>;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
// The best compression of a megabyte takes two seconds.
const longestForCare = 512 * 1024;
const compressible = /^(?:text\/|application\/(?:json|xml|javascript|[\w.+-]+\+(?:json|xml))|image\/svg\+xml)/;

/** Compresses what can be: `often` once and for all, with all care; what is soon forgotten only quickly. */
export async function plainPage(status: number, headers: Headers, body: Buffer, often: boolean): Promise<PlainPage> {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  const answer = (encoding: Encoding, encoded: Buffer) => answerOf(encoding, encoded, `"${hash}-${encoding}"`, headers);
  const identity = answer('identity', body);
  if (!compressible.test(headers['Content-Type'] ?? '')) {
    return { status, size: body.length + overhead, answers: { br: identity, gzip: identity, identity } };
  }
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const careful = often && body.length < longestForCare;
  const [br, gz] = await Promise.all([
    brotli(body, { params: { [BROTLI_PARAM_QUALITY]: careful ? 11 : 4, [BROTLI_PARAM_SIZE_HINT]: body.length } }),
    zip(body, { level: careful ? 9 : 5 }),
  ]);
  const size = body.length + br.length + gz.length + overhead;
  return { status, size, answers: { br: answer('br', br), gzip: answer('gzip', gz), identity } };
}

// Headers and the objects around them, in bytes, so that many small pages are not taken for nothing.
const overhead = 3000;

function answerOf(encoding: Encoding, body: Buffer, etag: string, headers: Headers): Answer {
  const unchanged = Object.entries({ ...headers, ETag: etag, Vary: 'Accept-Encoding' }).flat();
  const coded = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
  return { etag, body, unchanged, headers: [...unchanged, ...coded, 'Content-Length', String(body.length)] };
}
