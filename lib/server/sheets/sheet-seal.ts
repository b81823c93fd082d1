import 'server-only';
import { z } from 'zod';
import { open, openText, seal } from '@/lib/server/sealing/sealed';

// What is kept of a list of requests until it is taken in tells who asked, and is sealed as requests are.

const ofSheet = (id: string) => ({ table: 'import_sheet', id }) as const;
const ofRow = (id: string, position: number) => ({ table: 'import_row', id, position }) as const;

/** The bytes of a list behind the id of their key, whose length stands in the first byte. */
export function sealBytes(id: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { sealed, sealedWith } = seal(bytes, ofSheet(id));
  const key = Buffer.from(sealedWith);
  return new Uint8Array(Buffer.concat([Buffer.of(key.length), key, sealed]));
}

export function openBytes(id: string, kept: Uint8Array): Uint8Array {
  const [length = 0] = kept;
  const key = Buffer.from(kept.subarray(1, 1 + length)).toString('utf8');
  return new Uint8Array(open(kept.subarray(1 + length), key, ofSheet(id)));
}

const sealedDraft = z.strictObject({ sealed: z.base64(), sealedWith: z.string() });

export function sealDraft(id: string, position: number, draft: object) {
  const { sealed, sealedWith } = seal(JSON.stringify(draft), ofRow(id, position));
  return { sealed: Buffer.from(sealed).toString('base64'), sealedWith };
}

export function openDraft(id: string, position: number, kept: unknown): unknown {
  const { sealed, sealedWith } = sealedDraft.parse(kept);
  return JSON.parse(openText(Buffer.from(sealed, 'base64'), sealedWith, ofRow(id, position)));
}
