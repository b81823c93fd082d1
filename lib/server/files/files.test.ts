import { createHash, randomBytes } from 'node:crypto';
import { Document, Packer, Paragraph } from 'docx';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { attachmentLimit } from '@/lib/domain/attachment';
import { db } from '@/lib/server/db';
import { answerFile, answerFileRead } from '@/lib/server/files/file-door';
import { addFile, addPicture, itemFile, replaceFile } from '@/lib/server/files/files';
import { storeFile } from '@/lib/server/files/store-file';
import { storedBytes } from '@/lib/server/files/stored-file';
import { itemDesk } from '@/lib/server/items/items';
import type { SignedIn } from '@/lib/server/people/session';
import { aTownship } from '@/lib/server/testing/a-township';
import { saveOps } from '@/lib/server/testing/an-item-on-its-way';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();

const aPicture = (width = 8) =>
  sharp({ create: { width, height: 8, channels: 3, background: '#c00' } })
    .png()
    .toBuffer();

async function aLetter(...paragraphs: string[]): Promise<Buffer> {
  const children = paragraphs.map((text) => new Paragraph(text));
  return Packer.toBuffer(new Document({ creator: '办公室', sections: [{ children }] }));
}

async function anOpenItem() {
  const town = await aTownship();
  const { id } = await town.anItem({ status: 'draft' });
  return { ...town, item: id, clerk: town.people.drafter };
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const allOf = async (stream: ReadableStream<Uint8Array>) => Buffer.from(await new Response(stream).arrayBuffer());

test('a file is listed, kept by its hash, and told in the trail', async () => {
  const { item, clerk } = await anOpenItem();
  const letter = await aLetter('请各村做好防火工作。');
  const { attachment, saved } = await addFile(item, { name: '附件1.DOCX', bytes: letter }, clerk);
  expect(attachment).toEqual({ name: '附件1.docx', type: 'docx', size: letter.length, sha256: hashOf(letter) });
  expect(saved.state.draft.attachments).toEqual([attachment]);
  expect(await lastEvents(clerk.organisationId, 2)).toEqual(['draft_saved', 'file_added']);
  const file = await itemFile(item, attachment.sha256, clerk);
  expect(file).toMatchObject({ name: '附件1.docx', type: 'docx', size: letter.length });
  expect((await allOf(file?.bytes() ?? new ReadableStream())).equals(letter)).toBe(true);

  const again = await addFile(item, { name: '附件1.docx', bytes: letter }, clerk);
  expect(again.saved.version).toBe(saved.version);
  const second = await addFile(item, { name: '附件2.docx', bytes: await aLetter('第二件。') }, clerk);
  expect(second.saved.state.draft.attachments.map(({ name }) => name)).toEqual(['附件1.docx', '附件2.docx']);
});

test('the same file at once from two, and in two items, is stored once', async () => {
  const { anItem, item, clerk } = await anOpenItem();
  const other = await anItem({ status: 'draft' });
  const bytes = await aPicture(31);
  await Promise.all([item, other.id].map((id) => addFile(id, { name: '图.png', bytes }, clerk)));
  expect(await db.storedFile.count({ where: { organisationId: clerk.organisationId } })).toBe(1);
  expect(await db.documentFile.count({ where: { organisationId: clerk.organisationId } })).toBe(2);
});

test('what is refused is refused with its reason, and leaves nothing', async () => {
  const { item, clerk, people, anItem } = await anOpenItem();
  const refused = (name: string, why: string) => [{ code: 'attachment_refused', field: 'attachment', name, why }];
  const picture = await aPicture();
  expect(await issuesOf(addFile(item, { name: '一.pdf', bytes: picture }, clerk))).toEqual(
    refused('一.pdf', 'extension_differs'),
  );
  expect(await issuesOf(addFile(item, { name: '../一.png', bytes: picture }, clerk))).toEqual(
    refused('../一.png', 'name_path'),
  );
  expect(await codesOf(addPicture(item, { name: '一.docx', bytes: await aLetter('一') }, clerk))).toEqual([
    'attachment_refused',
  ]);
  expect(await codesOf(addFile(item, { name: '一.png', bytes: picture }, people.section_leader))).toEqual([
    'not_allowed',
  ]);
  const submitted = await anItem({ status: 'in_review' });
  expect(await codesOf(addFile(submitted.id, { name: '一.png', bytes: picture }, clerk))).toEqual(['move_not_open']);
  expect(await db.storedFile.count({ where: { organisationId: clerk.organisationId } })).toBe(0);
});

test('personal data in a file is found, and a file that still holds it is not taken for masked', async () => {
  const { item, clerk } = await anOpenItem();
  const before = await aLetter('联系人手机13912345678。', '值班手机13912345679。');
  const { attachment, saved } = await addFile(item, { name: '名单.docx', bytes: before }, clerk);
  expect(saved.hits.map(({ text, place }) => [text, place.in])).toEqual([
    ['13912345678', 'file'],
    ['13912345679', 'file'],
  ]);
  const duty = saved.hits[1]?.key ?? '';
  await saveOps(item, [{ kind: 'reason', key: duty, from: null, to: '值班电话。' }], clerk);

  const halfway = await aLetter('联系人手机139 1234 5678。', '值班手机13912345679。');
  const refused = await issuesOf(replaceFile(item, attachment.sha256, { name: '名单.docx', bytes: halfway }, clerk));
  expect(refused).toMatchObject([{ code: 'still_there', name: '名单.docx' }]);
  expect(refused[0]).toHaveProperty('found.0.text', '13912345678');
  const named = { name: '13912345678.docx', bytes: await aLetter('值班手机13912345679。') };
  expect(await codesOf(replaceFile(item, attachment.sha256, named, clerk))).toEqual(['still_there']);

  const masked = await aLetter('联系人手机139****5678。', '值班手机13912345679。');
  const after = await replaceFile(item, attachment.sha256, { name: '名单（公开）.docx', bytes: masked }, clerk);
  expect(after.saved.state.draft.attachments.map(({ name }) => name)).toEqual(['名单（公开）.docx']);
  const [only] = after.saved.hits;
  expect(after.saved.hits).toMatchObject([{ text: '13912345679' }]);
  expect(after.saved.state.office.reasons[only?.key ?? '']).toBe('值班电话。');
  expect(await lastEvents(clerk.organisationId, 3)).toEqual(['reason_written', 'draft_saved', 'file_replaced']);
  const trail = await db.auditEvent.findMany({ where: { documentId: item } });
  expect(trail.map(({ event }) => event).join()).not.toMatch(/1391234|名单/);
  // The unmasked file is still the office's, and no page of the item's lists it.
  expect(await itemFile(item, attachment.sha256, clerk)).not.toBeNull();
});

test('attachments are under the hash that is signed', async () => {
  const { item, clerk, anItem } = await anOpenItem();
  const { attachment } = await addFile(item, { name: '附件.docx', bytes: await aLetter('一') }, clerk);
  const desk = await itemDesk(item, clerk);
  expect(desk?.state.draft.attachments).toEqual([attachment]);
  const published = await anItem({ status: 'published' });
  const other = await db.document.findUniqueOrThrow({ where: { id: published.id }, include: { revision: true } });
  expect(JSON.parse(other.revision?.content ?? '').attachments).toEqual([]);
});

test('twenty megabytes go in and out in pieces, and a damaged piece is noticed', { timeout: 60_000 }, async () => {
  const { id: organisationId } = await aTownship();
  const bytes = randomBytes(attachmentLimit);
  const sha256 = hashOf(bytes);
  const text = { pieces: [{ where: { part: 'page' as const, page: 1 }, text: 'a\0b\ud800' }], unread: [] };
  await db.$transaction((tx) => storeFile(tx, organisationId, { type: 'pdf', sha256, bytes, text }));
  expect(await db.fileChunk.count({ where: { organisationId } })).toBe(80);
  expect((await allOf(storedBytes(organisationId, sha256, bytes.length))).equals(bytes)).toBe(true);
  const stored = await db.storedFile.findFirstOrThrow({ where: { organisationId } });
  expect(stored.text).toMatchObject({ pieces: [{ text: 'a\ufffdb\ufffd' }] });

  await expect(asOwner('UPDATE file_chunk SET position = 100 WHERE position = 3')).rejects.toThrow('append-only');
  await asOwner(`ALTER TABLE file_chunk DISABLE TRIGGER append_only;
    UPDATE file_chunk SET bytes = set_byte(bytes, 7, (get_byte(bytes, 7) + 1) % 256) WHERE position = 79;
    ALTER TABLE file_chunk ENABLE ALWAYS TRIGGER append_only`);
  await expect(allOf(storedBytes(organisationId, sha256, bytes.length))).rejects.toThrow('damaged');
});

const address = 'http://gongkai.local/api/items/x/files';

const knock = (id: string, clerk: SignedIn, body: BodyInit, headers: Record<string, string> = {}, search = '') => {
  const own = { 'sec-fetch-site': 'same-origin', 'x-file-name': encodeURIComponent('图.png'), ...headers };
  const request = new Request(`${address}${search}`, { method: 'POST', body, headers: own });
  return answerFile(request, id, async () => clerk);
};

test('the door takes one file of one’s own page, within its size, under its name', async () => {
  const { item, clerk } = await anOpenItem();
  const picture = new Uint8Array(await aPicture(17));
  expect((await knock(item, clerk, picture, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await knock(item, clerk, picture, { 'x-file-name': '%' })).status).toBe(422);
  expect((await knock(crypto.randomUUID(), clerk, picture)).status).toBe(404);
  expect((await knock(item, clerk, picture, { 'content-length': String(attachmentLimit + 1) })).status).toBe(413);
  expect((await knock(item, clerk, new Uint8Array(attachmentLimit + 1))).status).toBe(413);
  const taken = await knock(item, clerk, picture, {}, '?purpose=image');
  expect(taken.status).toBe(200);
  const { attachment } = await taken.json();
  expect(attachment).toMatchObject({ name: '图.png', type: 'png' });
  const image = { id: 'p', kind: 'image' as const, sha256: attachment.sha256, alt: '红色方块' };
  const { saved } = { saved: await saveOps(item, [{ kind: 'body', from: [], to: [image] }], clerk) };
  expect(saved.state.draft.body).toContainEqual(image);
});

test('a file is handed out as a file and nothing else, to whoever may see its item', async () => {
  const { item, clerk, people } = await anOpenItem();
  const stranger = (await aTownship()).people.drafter;
  const letter = await aLetter('一');
  const { attachment } = await addFile(item, { name: '“附件”(1).docx', bytes: letter }, clerk);
  const get = (actor: SignedIn, id: string) => answerFileRead(id, attachment.sha256, async () => actor);
  const answer = await get(people.auditor, item);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''%E2%80%9C[!-~]+\.docx$/),
    'content-security-policy': expect.stringContaining('sandbox'),
    'x-content-type-options': 'nosniff',
    'content-length': String(letter.length),
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(letter)).toBe(true);
  expect((await get(stranger, item)).status).toBe(404);
  expect((await get(people.administrator, item)).status).toBe(404);
  expect((await get(clerk, crypto.randomUUID())).status).toBe(404);
});
