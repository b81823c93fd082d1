import type { IncomingMessage } from 'node:http';

/** Whoever sends one of these may be answered otherwise than somebody who asks for the same address without it. */
const weighty = new Set([
  ...['content-length', 'cookie', 'expect', 'forwarded', 'if-none-match', 'transfer-encoding', 'upgrade'],
  ...['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto'],
]);
const longest = 1_000;

type Weight = 'host' | 'encodings' | 'none' | 'some';

/**
 * What an answer to a plain request depends on, in one text: address, host and encodings. Null where anything else may matter.
 * Read where Node.js keeps the headers as they came: making an object of all of them takes half as long as an answer.
 */
export function plainRequest({ method, url = '', rawHeaders }: Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>) {
  if (method !== 'GET') return null;
  let host: string | undefined;
  let encodings: string | undefined;
  for (let n = 0; n < rawHeaders.length; n += 2) {
    const weight = weightOf(rawHeaders[n] ?? '');
    if (weight === 'none') continue;
    if (weight === 'host' && host === undefined) host = rawHeaders[n + 1];
    else if (weight === 'encodings' && encodings === undefined) encodings = rawHeaders[n + 1];
    else return null;
  }
  const plain = `${host ?? ''}\n${encodings ?? ''}\n${url}`;
  return plain.length > longest ? null : plain;
}

// Names come in the capitals that each program likes; there are few of them.
const known = new Map<string, Weight>();

function weightOf(name: string): Weight {
  const found = known.get(name);
  if (found) return found;
  const lower = name.toLowerCase();
  const weight =
    lower === 'host' ? 'host' : lower === 'accept-encoding' ? 'encodings' : weighty.has(lower) ? 'some' : 'none';
  if (known.size < 1_000) known.set(name, weight);
  return weight;
}
