import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const name = '.gongkai-export.json';
const part = '.gongkai-part';
const manifest = z.object({
  product: z.literal('gongkai'),
  /** SHA-256 of each file, by its path. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  /** Addresses that are withdrawn: their pages are notices, to be answered with 410 where the server can. */
  gone: z.array(z.string()),
});
type Manifest = z.infer<typeof manifest>;

export type Exported = { written: string[]; removed: string[]; kept: number };

/** The folder is somebody else's: it holds files, and none of them is our list. */
export class ForeignFolder extends Error {}

/**
 * Opens a folder for an export: empty, new, or an earlier export. Only what differs from the earlier one is written, each
 * file under another name first; what is gone is removed at the end, when everything else is there.
 */
export async function openExport(folder: string) {
  const before = await earlier(folder);
  const files: Manifest['files'] = {};
  const written: string[] = [];
  return {
    async put(file: string, body: Uint8Array) {
      const sha256 = createHash('sha256').update(body).digest('hex');
      files[file] = sha256;
      if (before.files[file] === sha256) return;
      await replace(folder, file, body);
      written.push(file);
    },
    async close(gone: readonly string[]): Promise<Exported> {
      const removed = Object.keys(before.files).filter((file) => files[file] === undefined);
      // Listed before they go: who is stopped in between finds them in the list again.
      for (const file of removed) await remove(folder, file);
      const sorted = Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
      const list = { product: 'gongkai' as const, files: sorted, gone: [...gone].sort() };
      const text = `${JSON.stringify(list, null, 1)}\n`;
      if (text !== before.text) await replace(folder, name, Buffer.from(text));
      return { written, removed, kept: Object.keys(files).length - written.length };
    },
  };
}

async function earlier(folder: string): Promise<Pick<Manifest, 'files'> & { text: string }> {
  await mkdir(folder, { recursive: true });
  const present = (await readdir(folder)).filter((each) => each !== part);
  if (present.length === 0) return { files: {}, text: '' };
  try {
    const text = await readFile(join(folder, name), 'utf8');
    return { files: manifest.parse(JSON.parse(text)).files, text };
  } catch {
    throw new ForeignFolder(folder);
  }
}

async function replace(folder: string, file: string, body: Uint8Array) {
  const target = join(folder, file);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(join(folder, part), body);
  await rename(join(folder, part), target);
}

async function remove(folder: string, file: string) {
  await rm(join(folder, file), { force: true });
  for (let path = dirname(file); path !== '.'; path = dirname(path)) {
    const emptied = await rmdir(join(folder, path)).then(
      () => true,
      () => false,
    );
    if (!emptied) return;
  }
}
