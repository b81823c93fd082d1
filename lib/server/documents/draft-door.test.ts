import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { answerNews, answerSave, reportDoor } from '@/lib/server/documents/draft-door';
import type { SignedIn } from '@/lib/server/people/session';
import { Refusal } from '@/lib/server/refusal';
import { createReport } from '@/lib/server/reports/create-report';
import { aTownship } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

let clerk: SignedIn;
let document: string;

beforeAll(async () => {
  const { people } = await aTownship();
  clerk = people.drafter;
  document = await createReport({ year: 2022 }, clerk);
});

const address = 'http://gongkai.local/api/reports/x/draft';
const own = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };

const knock = (body: BodyInit, headers: Record<string, string> = own, id = document) =>
  answerSave(new Request(address, { method: 'POST', body, headers }), id, async () => clerk, reportDoor);

const aSave = (saveId: string = crypto.randomUUID()) =>
  JSON.stringify({ saveId, base: 0, changes: [{ kind: 'note', from: '', to: '' }] });

test('a save of one’s own page is answered with the state', async () => {
  const answer = await knock(aSave());
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ version: 0, conflicts: [], state: { draft: {}, office: {} } });
});

test('a page of another site is refused, and so is whoever does not say where they come from', async () => {
  const json = { 'content-type': 'application/json', host: 'gongkai.local' };
  expect((await knock(aSave(), { ...own, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await knock(aSave(), { ...own, 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await knock(aSave(), json)).status).toBe(403);
  expect((await knock(aSave(), { ...json, origin: 'http://elsewhere.example' })).status).toBe(403);
  expect((await knock(aSave(), { ...json, origin: 'null' })).status).toBe(403);
  // Chromium says Sec-Fetch-Site only over https or on one's own machine; over plain http the origin must do.
  expect((await knock(aSave(), { ...json, origin: 'http://gongkai.local' })).status).toBe(200);
});

test('nobody signed in, no such report, another type, too much, and no JSON: each has its answer', async () => {
  const nobody = () => Promise.reject(new Refusal([{ code: 'not_signed_in' }]));
  const request = () => new Request(address, { method: 'POST', body: aSave(), headers: own });
  expect((await answerSave(request(), document, nobody, reportDoor)).status).toBe(401);
  expect((await answerNews(new Request(address), document, nobody, reportDoor)).status).toBe(401);
  expect((await knock(aSave(), own, 'nonsense')).status).toBe(404);
  expect((await knock(aSave(), own, crypto.randomUUID())).status).toBe(404);
  expect((await knock(aSave(), { ...own, 'content-type': 'text/plain' })).status).toBe(415);
  expect((await knock('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  expect((await knock('{')).status).toBe(422);
  expect((await knock('{"__proto__": {"base": 1}}')).status).toBe(422);
});

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', '好', '改') },
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', '\0', '\ud800', '１２', '1,234', '__proto__', 'constructor', '-0', '1e9', '无', '/', 'null'),
);
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(null, 0, 1, 2) },
  fc.integer(),
  fc.double(),
  text,
  fc.maxSafeInteger(),
);
const block = fc.record({
  id: fc.oneof(fc.constantFrom('b1', 'b2'), text),
  kind: fc.constantFrom('paragraph', 'heading2'),
  text,
});
const blocks = fc.array(block, { maxLength: 3 });
const cell = fc.oneof(
  fc.constantFrom(
    't3/new_received/natural_person',
    't3/new_received/total',
    't2_8/fees/amount',
    't3/constructor/x',
    '__proto__/a/b',
  ),
  text,
);
const day = fc.oneof(fc.constantFrom(null, '2099-01-01', '2099-02-30', ''), text);
const section = fc.constantFrom('preamble', 's1', 's2', 's6', 'constructor', '__proto__');
const op = fc.oneof(
  fc.record({ kind: fc.constant('cell'), address: cell, from: value, to: value }),
  fc.record({
    kind: fc.constant('cell'),
    address: cell,
    from: value,
    to: value,
    origin: fc.record({ kind: fc.constantFrom('declared_zero', 'x'), note: text }),
  }),
  fc.record({ kind: fc.constant('text'), section, from: blocks, to: blocks }),
  fc.record({ kind: fc.constant('note'), from: text, to: text }),
  fc.record({ kind: fc.constant('publishOn'), from: day, to: day }),
  fc.record({ kind: fc.constant('reason'), key: text, from: fc.option(text), to: fc.option(text) }),
  fc.record({ kind: fc.constant('declare_zero'), addresses: fc.array(cell, { maxLength: 3 }) }),
  fc.anything(),
);
// Often a save that a browser might send, often with one thing wrong, sometimes anything at all.
const body = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ saveId: fc.uuid(), base: fc.nat(), changes: fc.array(op, { minLength: 1, maxLength: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ saveId: fc.oneof(fc.uuid(), text), base: value, changes: fc.array(op) }) },
  { weight: 1, arbitrary: fc.anything() },
);
const sent = fc.oneof(
  { weight: 8, arbitrary: body.map((content) => JSON.stringify(content, bigints) ?? '') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);
const bigints = (_: string, part: unknown) => (typeof part === 'bigint' ? String(part) : part);

test('ten thousand times anything is answered, never with a failure', { timeout: 300_000 }, async () => {
  const answers = new Map<number, number>();
  const property = fc.asyncProperty(sent, async (content) => {
    const { status } = await knock(content);
    answers.set(status, (answers.get(status) ?? 0) + 1);
    expect([200, 422]).toContain(status);
  });
  await fc.assert(property, { numRuns: 10_000 });
  expect(answers.get(200)).toBeGreaterThan(100); // the generator does reach the draft
  const { status } = await answerNews(new Request(`${address}?since=-1`), document, async () => clerk, reportDoor);
  expect(status).toBe(200);
  expect(await db.auditEvent.count({ where: { documentId: document } })).toBeGreaterThan(20);
});

test('any question about what is new is answered', async () => {
  const property = fc.asyncProperty(fc.oneof(text, fc.integer().map(String)), async (since) => {
    const search = new URLSearchParams({ since });
    const { status } = await answerNews(new Request(`${address}?${search}`), document, async () => clerk, reportDoor);
    expect(status).toBe(200);
  });
  await fc.assert(property, { numRuns: 100 });
});
