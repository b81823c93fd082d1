import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unzipped } from '@/lib/files/zip-archive';

const text = (length: number) => strToU8('政务公开 '.repeat(length));
const why = async (bytes: Uint8Array, limits?: Parameters<typeof unzipped>[1]) =>
  unzipped(bytes, limits).then(
    (files) => [...files.keys()],
    (error) => error.why,
  );

/** A zip whose bytes are changed at every place where `from` stands. */
function changed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');
}

function streamed(): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk, last) => {
      if (error) reject(error);
      chunks.push(chunk);
      if (last) resolve(Buffer.concat(chunks));
    });
    const file = new ZipDeflate('a.xml');
    zip.add(file);
    file.push(text(50));
    file.push(text(50), true);
    zip.end();
  });
}

test('files come out as they went in, packed, stored or streamed', async () => {
  const files = { 'a.xml': text(100), 'b/c.xml': text(3) };
  for (const level of [0, 9] as const) {
    const unpacked = await unzipped(zipSync(files, { level }));
    expect(unpacked.get('a.xml')?.length).toBe(files['a.xml'].length);
    expect(Buffer.from(unpacked.get('b/c.xml') ?? [])).toEqual(Buffer.from(files['b/c.xml']));
  }
  expect((await unzipped(await streamed())).get('a.xml')?.length).toBe(text(100).length);
});

test('a bomb is stopped while it unpacks, whatever its headers say', async () => {
  const bomb = zipSync({ 'a.xml': new Uint8Array(40_000_000) });
  expect(await why(bomb)).toBe('archive_bomb');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(40_000_000);
  expect(await why(changed(bomb, size.toString('latin1'), '\x10\0\0\0'))).toBe('archive_bomb');
});

test('limits hold for the sum and for the number of entries', async () => {
  const limits = { entries: 3, unpacked: 30_000, ratio: 1000, alwaysAllowed: 20_000 };
  expect(await why(zipSync({ a: new Uint8Array(15_000) }), limits)).toEqual(['a']);
  expect(await why(zipSync({ a: new Uint8Array(15_000), b: new Uint8Array(16_000) }), limits)).toBe('archive_bomb');
  expect(await why(zipSync({ a: text(1), b: text(1), c: text(1), d: text(1) }), limits)).toBe('archive_bomb');
});

const whole = zipSync({ 'a.xml': text(10), 'b.xml': text(20) });

test.each<[string, Uint8Array, string]>([
  ['a name that climbs', zipSync({ '../a.xml': text(1) }), 'broken'],
  ['a name from the root', zipSync({ '/a.xml': text(1) }), 'broken'],
  ['a name with a backslash', zipSync({ 'a\\b.xml': text(1) }), 'broken'],
  ['one name twice', zipSync({ 'a.xml': text(1), 'A.xml': text(1) }), 'broken'],
  ['cut off', whole.subarray(0, whole.length - 10), 'broken'],
  ['something before it', Buffer.concat([Buffer.from('MZ'), whole]), 'broken'],
  ['something behind it', Buffer.concat([whole, Buffer.from('x')]), 'broken'],
  ['a wrong name in a local header', Buffer.from(whole).fill('z', 30, 31), 'broken'],
  ['a changed byte', Buffer.from(whole).fill(0, 60, 62), 'broken'],
  ['nothing', new Uint8Array(), 'broken'],
])('an archive with %s is refused', async (_, bytes, expected) => expect(await why(bytes)).toBe(expected));

test('what two readers would see differently is refused: data hidden between the entries', async () => {
  const [first, second] = [zipSync({ 'a.xml': text(10) }), whole];
  const entry = first.subarray(0, Buffer.from(first).indexOf('PK\x01\x02'));
  expect(await why(Buffer.concat([entry, second]))).toBe('broken');
});

test('a password is named', async () => {
  const flagged = Buffer.from(whole);
  flagged.writeUInt16LE(1, 6);
  flagged.writeUInt16LE(1, flagged.indexOf('PK\x01\x02') + 8);
  expect(await why(flagged)).toBe('encrypted');
});
