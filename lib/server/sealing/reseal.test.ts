import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { changeRequest } from '@/lib/server/requests/change-request';
import { createRequest } from '@/lib/server/requests/create-request';
import { requestFile } from '@/lib/server/requests/request-files';
import { requestDesk, revealApplicant } from '@/lib/server/requests/requests';
import { addKey, keyRing } from '@/lib/server/sealing/key-ring';
import { missingKeys, missingKeysOf } from '@/lib/server/sealing/missing-keys';
import { keyUses, rotateKeys } from '@/lib/server/sealing/reseal';
import { aRequestForm } from '@/lib/server/testing/a-request-form';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { codesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';
import { missingKeysTitle } from '@/lib/text/missing-keys';

withDatabase();
const given = process.env.REQUEST_KEYS;
let folder: string;
let town: Township;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-keys-'));
  process.env.DATA_DIR = folder;
  delete process.env.REQUEST_KEYS;
  town = await aTownship();
});
afterAll(async () => {
  delete process.env.DATA_DIR;
  if (given) process.env.REQUEST_KEYS = given;
  await rm(folder, { recursive: true });
});

const numberOf = async (id: string) =>
  (await revealApplicant({ id, reason: '核对' }, town.people.drafter)).data?.identityNumber;

test('keys are made once, for the process alone, and all are changed; what was interrupted goes on', async () => {
  const { drafter } = town.people;
  const picture = new Uint8Array(
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#c00' } })
      .png()
      .toBuffer(),
  );
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    const files = n === 0 ? [{ kind: 'identity' as const, name: '身份证.png', bytes: picture }] : [];
    ids.push(await createRequest({ form: aRequestForm(), files }, drafter));
  }
  const file = join(folder, 'request-keys.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const [first] = keyRing().keys;
  const before = await db.disclosureRequest.findMany({ orderBy: { id: 'asc' } });
  expect(before.map(({ sealedWith }) => sealedWith)).toEqual(Array(4).fill(first.id));
  expect(new Set(before.map(({ applicantKey }) => applicantKey)).size).toBe(1);

  const { version } = await db.disclosureRequest.findUniqueOrThrow({ where: { id: ids[0] } });
  await changeRequest({ id: ids[0] ?? '', version, typed: { telephone: '13812345670' }, reason: '打字错误' }, drafter);

  const { sealed, sealedWith } = await db.requestChange.findFirstOrThrow();
  const sealedBefore = { sealed, sealedWith };

  // Half-way the process dies.
  const interrupted = rotateKeys((done) => {
    if (done === 2) throw new Error('interrupted');
  });
  await expect(interrupted).rejects.toThrow('interrupted');
  expect(keyRing().keys).toHaveLength(2);
  expect(await keyUses()).toMatchObject([
    { id: first.id, current: false, requests: 2, files: 1 },
    { current: true, requests: 2, files: 0 },
  ]);
  for (const id of ids) expect(await numberOf(id)).toBe('11010519491231002X');

  expect(await rotateKeys()).toMatchObject({ begun: 'went_on', requests: 2, files: 1 });
  expect(await keyUses()).toMatchObject([
    { id: first.id, requests: 0, files: 0 },
    { current: true, requests: 4, files: 1 },
  ]);
  for (const id of ids) expect(await numberOf(id)).toBe('11010519491231002X');
  const after = await db.disclosureRequest.findMany({ orderBy: { id: 'asc' } });
  expect(new Set(after.map(({ applicantKey }) => applicantKey)).size).toBe(1);
  expect(after[0]?.applicantKey).not.toBe(before[0]?.applicantKey);
  const { earlier } = await revealApplicant({ id: ids[0] ?? '', reason: '核对' }, drafter);
  expect(earlier).toMatchObject([{ values: { telephone: '13812345678' } }]);
  const [kept] = await db.requestChange.findMany();
  expect(kept?.sealedWith).toBe(keyRing().current.id);
  // Sealed by a process that did not know the new key yet: found again by what stood there before alone.
  await db.requestChange.updateMany({ data: sealedBefore });
  expect(await rotateKeys()).toMatchObject({ begun: 'went_on', requests: 1, files: 0 });
  expect((await db.requestChange.findFirstOrThrow()).sealedWith).toBe(keyRing().current.id);
  const stored = await db.requestFile.findFirstOrThrow({ where: { requestId: ids[0] } });
  const opened = await requestFile(ids[0] ?? '', stored.id, drafter);
  expect(opened?.name).toBe('身份证.png');
  expect((await new Response(opened?.bytes()).arrayBuffer()).byteLength).toBe(stored.size);

  // Now all stand under one key: the next change makes a further one.
  expect(await rotateKeys()).toMatchObject({ begun: 'new_key', requests: 4, files: 1 });
  expect(keyRing().keys).toHaveLength(3);
});

test('a key that is gone is told, and a spoilt file of keys is refused without its words', async () => {
  const file = join(folder, 'request-keys.json');
  const before = await readFile(file, 'utf8');
  addKey();
  const { keys } = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ keys: keys.slice(-1) }));
  expect((await keyUses()).filter(({ known }) => !known)).toMatchObject([{ requests: 4, files: 1 }]);
  const lost = [{ id: keys.at(-2).id, requests: 4, files: 1 }];
  expect(await missingKeys()).toEqual(lost);
  expect(await missingKeysOf(town.people.administrator)).toEqual(lost);
  expect(await missingKeysOf((await aTownship()).people.administrator)).toEqual([]);
  expect(missingKeysTitle(lost)).toBe(`缺少密钥 ${lost[0]?.id}，4件申请的申请人信息、1份材料打不开`);
  // The desk stands, what is sealed is refused with its reason, and what comes in now is sealed with the key that is there.
  const { drafter } = town.people;
  const { id, version } = await db.disclosureRequest.findFirstOrThrow({ where: { files: { some: {} } } });
  expect(await requestDesk(id, drafter)).toMatchObject({ applicant: null, keyMissing: true });
  const [kept] = await db.requestFile.findMany({ where: { requestId: id } });
  for (const attempt of [
    () => revealApplicant({ id, reason: '核对' }, drafter),
    () => requestFile(id, kept?.id ?? '', drafter),
    () => changeRequest({ id, version, typed: { telephone: '13812345671' }, reason: '打字错误' }, drafter),
  ])
    expect(await codesOf(attempt())).toEqual(['key_missing']);
  const added = await createRequest({ form: aRequestForm() }, drafter);
  expect(await requestDesk(added, drafter)).toMatchObject({ keyMissing: false });
  await writeFile(file, `${before}x`);
  expect(() => keyRing()).toThrow(/holds no keys/);
  await writeFile(file, before);
  expect(keyRing().keys).toHaveLength(3);
});
