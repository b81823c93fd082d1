import { Buffer } from 'node:buffer';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type ZipFile, zipStream } from '@/lib/documents/zip-stream';

async function zipped(files: Iterable<ZipFile>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipStream(
    (async function* () {
      yield* files;
    })(),
  )) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const text = new TextEncoder().encode('政府信息公开\n'.repeat(200));
const noise = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 251);
const files: ZipFile[] = [
  { path: '年度报告/报告.csv', day: '2021-01-22', bytes: text },
  { path: '年度报告/报告.pdf', day: '2021-01-22', bytes: noise },
  { path: '附件/空.txt', day: '2021-03-15', bytes: new Uint8Array() },
];

test('what goes in comes out, under Chinese names, and text is made smaller', async () => {
  const zip = await zipped(files);
  const read = unzipSync(zip);
  expect(Object.keys(read)).toEqual(files.map(({ path }) => path));
  for (const { path, bytes } of files) expect(read[path]).toEqual(bytes);
  expect(zip.length).toBeLessThan(noise.length + text.length / 4);
});

test('entries bear their day, wherever and whenever they are made', async () => {
  const zip = Buffer.from(await zipped(files));
  expect(await zipped(files)).toEqual(zip);
  const stamp = zip.readUInt16LE(12);
  expect([1980 + (stamp >> 9), (stamp >> 5) & 15, stamp & 31, zip.readUInt16LE(10)]).toEqual([2021, 1, 22, 0]);
});

test('the checksum of every file is that of its bytes', async () => {
  const bytes = new TextEncoder().encode('123456789');
  const zip = Buffer.from(await zipped([{ path: 'check', day: '2021-01-22', bytes }]));
  expect(zip.readUInt32LE(14).toString(16)).toBe('cbf43926'); // the check value of this CRC
});

test('more files than the old format can count', async () => {
  const many = (function* (): Generator<ZipFile> {
    for (let n = 0; n < 70_000; n += 1)
      yield { path: `${n}.txt`, day: '2021-01-22', bytes: new TextEncoder().encode(String(n)) };
  })();
  const read = unzipSync(await zipped(many), { filter: ({ name }) => name === '69999.txt' });
  expect(strFromU8(read['69999.txt'] ?? new Uint8Array())).toBe('69999');
});
