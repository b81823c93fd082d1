import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Signs the cookies of this installation; made once and kept, so that a restart signs nobody out. */
export async function sessionSecret(folder: string): Promise<string> {
  const file = join(folder, 'session-secret');
  // `wx` refuses to replace: of two processes that start together, both read what the first wrote.
  await writeFile(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
}
