import { randomBytes } from 'node:crypto';
import { aPdf, pagesOf } from '@/lib/files/testing/a-pdf';

type Line = { what: string; aim: number; runs: number; work: () => Promise<unknown> };
type Send = (path: string, init?: RequestInit) => Promise<Response>;

const megabytes = 20;

/**
 * An attachment of 20 MB up, which is recognised, read through, stored and listed, and down again, which is hashed on its
 * way. `send` asks the server as a drafter of the item.
 */
export async function benchFiles(item: string, send: Send): Promise<Line[]> {
  const kept = await upload();
  return [
    { what: `an attachment of ${megabytes} MB up`, aim: 3000, runs: 5, work: upload },
    { what: `an attachment of ${megabytes} MB down`, aim: 500, runs: 10, work: () => download(kept) },
  ];

  async function upload(): Promise<string> {
    const headers = { 'x-file-name': 'scan.pdf', 'sec-fetch-site': 'same-origin' };
    const response = await send(`/api/items/${item}/files`, { method: 'POST', headers, body: new Blob([aScan()]) });
    if (!response.ok) throw new Error(`a file was answered ${response.status}: ${await response.text()}`);
    const { attachment } = await response.json();
    return attachment.sha256;
  }

  async function download(sha256: string) {
    const response = await send(`/api/items/${item}/files/${sha256}`);
    if (!response.ok) throw new Error(`a file was answered ${response.status}`);
    const { byteLength } = await response.arrayBuffer();
    if (byteLength < (megabytes - 1) * 1024 * 1024) throw new Error(`only ${byteLength} bytes came`);
  }
}

/** A scanned page: a little text and a picture that nothing makes smaller. No two are alike. */
function aScan(): Uint8Array<ArrayBuffer> {
  const noise = randomBytes(1024)
    .toString('latin1')
    .repeat((megabytes - 1) * 1024);
  const entries = '/Type/XObject/Subtype/Image/Width 4096/Height 4864/BitsPerComponent 8/ColorSpace/DeviceGray';
  return new Uint8Array(aPdf({ ...pagesOf(['Notice']), 90: { entries, content: noise } }));
}
