import { Writable } from 'node:stream';
import pino from 'pino';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { requestFilter } from '@/lib/domain/requests/register-filter';
import { db } from '@/lib/server/db';
import { appendEvent } from '@/lib/server/requests/append-event';
import { changeRequest } from '@/lib/server/requests/change-request';
import { createRequest } from '@/lib/server/requests/create-request';
import { addRequestFile, requestFile } from '@/lib/server/requests/request-files';
import { requestRegisterPage } from '@/lib/server/requests/request-register';
import { requestDesk, revealApplicant } from '@/lib/server/requests/requests';
import { aRequestForm } from '@/lib/server/testing/a-request-form';
import { aTownship } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();

// Strings that stand nowhere else, told by an applicant in every field.
const marks = {
  ...{
    identityNumber: '11010519491231002X',
    telephone: '13987651234',
    fax: '0379-66554433',
    email: 'zhq7731@example.cn',
  },
  ...{ address: '嵩县德亭镇记号村九组77号', agent: '记代理', contactPerson: '记联系', legalRepresentative: '记法人' },
};
const name = '记号青';
const fileName = '记号文件.png';
const secrets = [...Object.values(marks), fileName];

/** Every table of the database with every value in it as text; bytes as they would be read. */
async function everything(): Promise<Map<string, string>> {
  const tables = await asOwner(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
  const said = new Map<string, string>();
  for (const { tablename } of tables) {
    const rows = await asOwner(`SELECT * FROM "${tablename}"`);
    const text = rows.map((row) =>
      Object.entries(row)
        .map(
          ([column, value]) => `${column}=${value instanceof Buffer ? value.toString('utf8') : JSON.stringify(value)}`,
        )
        .join('\n'),
    );
    said.set(String(tablename), text.join('\n'));
  }
  return said;
}

test('what an applicant tells stands sealed in the database, and in no other place', async () => {
  const town = await aTownship();
  const { drafter, section_leader: leader, principal_leader: principal, auditor } = town.people;
  const bytes = new Uint8Array(
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#c00' } })
      .png()
      .toBuffer(),
  );
  const form = aRequestForm({ name, ...marks });
  const id = await createRequest({ form, files: [{ kind: 'identity', name: fileName, bytes }] }, drafter);
  await addRequestFile(id, { kind: 'proof', name: fileName, bytes }, drafter);
  const { version } = await db.disclosureRequest.findUniqueOrThrow({ where: { id } });
  await appendEvent({ id, version, events: { id: 'r', kind: 'replied', on: '2024-03-08', row: 'granted' } }, drafter);
  // Typed wrong at first: what stood there before is sealed too.
  const seen = await db.disclosureRequest.findUniqueOrThrow({ where: { id } });
  const typed = { name: '记好青', telephone: '13987651235', agent: '无' };
  await changeRequest({ id, version: seen.version, typed, reason: '打字错误' }, drafter);
  const other = await db.disclosureRequest.findUniqueOrThrow({ where: { id } });
  await changeRequest({ id, version: other.version, typed: { ...marks, name }, reason: '打字错误' }, drafter);
  const { files } = await revealApplicant({ id, reason: '核对材料' }, leader);
  await (await requestFile(id, files[0]?.id ?? '', principal))?.bytes().cancel();

  for (const [table, text] of await everything()) {
    for (const secret of secrets) expect(text.includes(secret), `${secret} in ${table}`).toBe(false);
    expect(text.includes(name), `the name in ${table}`).toBe(table === 'disclosure_request');
    for (const typo of ['记好青', '13987651235']) expect(text.includes(typo), `${typo} in ${table}`).toBe(false);
  }

  // What pages get, without a reason and with none.
  for (const person of [drafter, leader, principal, auditor]) {
    const seen = JSON.stringify([
      await requestDesk(id, person),
      await requestRegisterPage(requestFilter.parse({}), person),
    ]);
    for (const secret of [...secrets, name]) expect(seen.includes(secret), secret).toBe(false);
  }
});

test('what goes wrong with a request says nothing of who asked, in the log neither', async () => {
  const town = await aTownship();
  const { drafter } = town.people;
  const id = await createRequest({ form: aRequestForm({ name, ...marks }) }, drafter);
  let logged = '';
  const log = pino(
    { level: 'debug' },
    new Writable({
      write(chunk, _, done) {
        logged += String(chunk);
        done();
      },
    }),
  );
  const noted = async (attempt: Promise<unknown>) => {
    const error: unknown = await attempt.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    log.error(error, 'a request failed');
  };
  const here = { name, ...marks };
  // A handler who is not there; a value that the database refuses; what is sealed spoilt.
  await noted(createRequest({ form: aRequestForm(here), handlerId: crypto.randomUUID() }, drafter));
  await noted(createRequest({ form: { ...aRequestForm(here), place: '\0' } }, drafter));
  await noted(createRequest({ form: { ...aRequestForm(here), applicantKind: 'nobody' as 'other_org' } }, drafter));
  await asOwner(
    `UPDATE disclosure_request SET sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20)) WHERE id = '${id}'`,
  );
  await noted(requestDesk(id, drafter));
  await noted(revealApplicant({ id, reason: '核对' }, drafter));
  expect(logged.split('\n').length).toBeGreaterThan(5);
  const told = logged.split('\n').filter((line) => [...secrets, name].some((secret) => line.includes(secret)));
  expect(told).toEqual([]);
});
