import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse, defaultTreeAdapter as tree } from 'parse5';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A public page as it leaves the house: one body an encoding, each with its own strong ETag. */
export type PlainPage = {
  status: number;
  headers: Readonly<Record<string, string>>;
  bodies: Readonly<Record<Encoding, Buffer>>;
  etag: string;
};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Takes every script, and every hint to load one, out of an HTML document; the rest stays byte for byte. */
export function withoutScripts(html: string): string {
  const cuts: { from: number; to: number }[] = [];
  collect(parse(html, { sourceCodeLocationInfo: true }), cuts);
  let rest = '';
  let at = 0;
  for (const { from, to } of cuts.sort((a, b) => a.from - b.from)) {
    rest += html.slice(at, from);
    at = Math.max(at, to);
  }
  return rest + html.slice(at);
}

/** Compresses once and for all what will be answered many times. */
export async function plainPage(status: number, headers: Record<string, string>, body: Buffer): Promise<PlainPage> {
  const [br, gz] = await Promise.all([
    brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    zip(body, { level: 9 }),
  ]);
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  return { status, headers, bodies: { br, gzip: gz, identity: body }, etag };
}

/** Bytes that a page takes in memory. */
export const sizeOf = ({ bodies }: PlainPage) => bodies.br.length + bodies.gzip.length + bodies.identity.length;

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

function collect(node: Node, cuts: { from: number; to: number }[]) {
  if (tree.isElementNode(node) && isScript(node)) {
    const place = node.sourceCodeLocation;
    if (place) cuts.push({ from: place.startOffset, to: place.endOffset });
    return;
  }
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, cuts);
}

function isScript(element: DefaultTreeAdapterTypes.Element): boolean {
  if (element.tagName === 'script') return true;
  if (element.tagName !== 'link') return false;
  const value = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value ?? '';
  return value('rel') === 'modulepreload' || (value('rel') === 'preload' && value('as') === 'script');
}
