import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { now } from '@/lib/server/clock';
import { environment } from '@/lib/server/environment';

/** A key of AES-256. Its id stands beside what it sealed. `madeAt` is not known of one that the environment gives. */
export type Key = { id: string; bytes: Buffer; madeAt: string | null };

/** Every key that something may still be sealed with, the one in use last. */
export type KeyRing = { keys: readonly [Key, ...Key[]]; current: Key; from: 'environment' | 'file' };

const key32 = z.base64().transform((text) => Buffer.from(text, 'base64'));
const ringFile = z.strictObject({
  keys: z
    .array(z.strictObject({ id: z.string().min(1), madeAt: z.iso.datetime(), key: key32 }))
    .min(1)
    .refine((keys) => keys.every(({ key }) => key.length === 32))
    .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length),
});

let read: { stamp: string; ring: KeyRing } | undefined;

/**
 * The keys of what is sealed: those of REQUEST_KEYS, else those of DATA_DIR/request-keys.json, which is made when it is first
 * asked for. Looked up anew whenever the file has changed, so that other processes seal with a new key at once.
 */
export function keyRing(): KeyRing {
  const { REQUEST_KEYS } = environment();
  if (REQUEST_KEYS)
    return ringOf(
      REQUEST_KEYS.map((key) => ({ ...key, madeAt: null })),
      'environment',
    );
  const file = fileOfKeys();
  const stamp = stampOf(file) ?? begun(file);
  if (read?.stamp !== stamp) read = { stamp, ring: ringIn(file) };
  return read.ring;
}

/** Makes a further key, which seals from now on; the others stay, to open what they sealed. Null where the environment gives the keys. */
export function addKey(): Key | null {
  const { keys, from } = keyRing();
  if (from === 'environment') return null;
  const made = newKey(keys.length + 1);
  const file = fileOfKeys();
  // Whole or not at all: what this file loses, nobody can open again.
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, written([...keys, made]), { mode: 0o600, flag: 'wx', flush: true });
  renameSync(`${file}.new`, file);
  return made;
}

const fileOfKeys = () => join(environment().DATA_DIR, 'request-keys.json');

function begun(file: string): string {
  mkdirSync(environment().DATA_DIR, { recursive: true });
  try {
    // `wx` refuses to replace: of two processes that start together, both read what the first wrote.
    writeFileSync(file, written([newKey(1)]), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return stampOf(file) ?? '';
}

function stampOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${file} ${found.ino} ${found.mtimeMs} ${found.size}` : null;
}

const newKey = (number: number): Key => ({
  id: `k${number}-${randomBytes(4).toString('hex')}`,
  bytes: randomBytes(32),
  madeAt: now().toISOString(),
});

const written = (keys: readonly Key[]) =>
  `${JSON.stringify({ keys: keys.map(({ id, madeAt, bytes }) => ({ id, madeAt, key: bytes.toString('base64') })) }, null, 2)}\n`;

function ringIn(file: string): KeyRing {
  const parsed = ringFile.safeParse(parsedJson(readFileSync(file, 'utf8')));
  // Its words are secrets: the error names the file alone.
  if (!parsed.success) throw new Error(`${file} holds no keys`);
  return ringOf(
    parsed.data.keys.map(({ id, madeAt, key }) => ({ id, madeAt, bytes: key })),
    'file',
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function ringOf(keys: readonly Key[], from: KeyRing['from']): KeyRing {
  const [first, ...rest] = keys;
  if (!first) throw new Error('a ring without keys');
  return { keys: [first, ...rest], current: rest.at(-1) ?? first, from };
}
