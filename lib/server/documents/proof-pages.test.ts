import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { handOverPages } from '@/lib/pages/hand-over';
import { db } from '@/lib/server/db';
import { drawn, handOver, type PageMaker } from '@/lib/server/documents/page-maker';
import { publishDue } from '@/lib/server/documents/publish-due';
import { bringGuide } from '@/lib/server/testing/a-guide-on-its-way';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { moveOneStep } from '@/lib/server/testing/the-way';
import { withDatabase } from '@/lib/server/testing/with-database';

vi.setConfig({ testTimeout: 60_000 });
withDatabase();

let town: Township;
let draw: PageMaker;
beforeAll(async () => {
  town = await aTownship();
  draw = drawnByComponents();
});
afterEach(handOverPages);

function drawnByComponents(): PageMaker {
  return async (page) => {
    const { drawnPage } = await import('@/lib/pages/drawn-page');
    return drawnPage(page);
  };
}

/** Draws what is wanted otherwise than it should be, in one of the sizes. */
function misdraw(pattern: RegExp, instead: string, wanted: 'standard' | 'large' = 'large') {
  handOver(async (page) => {
    const html = await draw(page);
    expect(pattern.test(html)).toBe(true);
    return page.size === wanted ? html.replace(pattern, instead) : html;
  });
}

/** Signs as the leader who has seen what there is. */
async function signOff(id: string) {
  const { status, version, revision } = await db.document.findUniqueOrThrow({
    where: { id },
    include: { revision: true },
  });
  return moveOneStep({ id, status, version, sha256: revision?.sha256 ?? null }, town.people);
}

/** All that a publication would change, of one document and its organisation. */
const standing = async (documentId: string) => ({
  document: await db.document.findUniqueOrThrow({ where: { id: documentId } }),
  publications: await db.publication.count({ where: { documentId } }),
  entries: await db.publicEntry.count({ where: { documentId } }),
  decisions: await db.decision.count({ where: { documentId } }),
  lines: await db.auditEvent.count({ where: { organisationId: town.id } }),
  counters: await db.indexCounter.findMany({ where: { organisationId: town.id }, orderBy: { series: 'asc' } }),
});

test('a changed digit on the page of a report stops its publication, and nothing has changed', async () => {
  const { id } = await town.aReport({ status: 'in_sign_off', year: 2023 });
  const before = await standing(id);
  misdraw(/(id="t2_1-r02-c1"[^>]*>)(\d+)/, '$187654');
  const [issue] = await issuesOf(signOff(id));
  expect(issue).toMatchObject({ code: 'misprinted', medium: 'html', found: '87654', count: 1 });
  expect(issue).toMatchObject({ place: expect.stringMatching(/^表二/), expected: expect.stringMatching(/^\d+$/) });
  expect(await standing(id)).toEqual(before);
});

test('so does one on the page of an item, of a size that most never see', async () => {
  const { id } = await town.anItem({ status: 'in_sign_off' });
  const before = await standing(id);
  misdraw(/(<div class="prose item-prose">.*?<p>)/s, '$17');
  expect(await issuesOf(signOff(id))).toMatchObject([
    { code: 'misprinted', medium: 'html', place: '正文第2块（文字）', count: 1 },
  ]);
  expect(await standing(id)).toEqual(before);
});

test('and on the page of a guide', async () => {
  const { people } = town;
  const { id } = await bringGuide({ status: 'in_sign_off' }, people);
  const before = await standing(id);
  misdraw(/0379-66512345/, '0379-66512346', 'standard');
  expect(await issuesOf(signOff(id))).toMatchObject([
    { code: 'misprinted', medium: 'html', expected: '0379-66512345', found: '0379-66512346' },
  ]);
  expect(await standing(id)).toEqual(before);
});

test('what was signed for a day stays signed where its page is not what was signed, and the trail says so', async () => {
  misdraw(/<h1([^>]*)>/, '<h1$1>2');
  const { id } = await town.aReport({ status: 'signed', year: 2021 });
  expect(await publishDue(new Date('2100-01-01T00:00:00Z'))).toMatchObject({ held: expect.arrayContaining([id]) });
  expect(await lastEvents(town.id, 1)).toEqual(['publication_held']);
  expect(await db.publication.count({ where: { documentId: id } })).toBe(0);
});

test('a process that does not know how pages are drawn publishes nothing', async () => {
  const { id } = await town.aReport({ status: 'in_sign_off', year: 2022 });
  const key = Symbol.for('gongkai.pages');
  Reflect.deleteProperty(globalThis, key);
  expect(() => drawn(expect.fail as never)).toThrow('does not know');
  await expect(signOff(id)).rejects.toThrow('does not know');
  expect(await db.publication.count({ where: { documentId: id } })).toBe(0);
});
