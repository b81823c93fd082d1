import { expect, test } from 'vitest';
import type { AuditEvent } from '@/lib/domain/audit';
import { trailRow } from '@/lib/text/trail-rows';

const saved = (sections: string[]): AuditEvent => ({
  ...{ kind: 'draft_saved', saveId: '0190a5d2-0000-7000-8000-000000000001', version: 2 },
  ...{ cells: [], sections },
});

test.each([
  [['formedOn', 'body'], '成文日期；正文'],
  [['addressee', 'search.places', 'withheld.0.what'], '主送（收件人）；检索了哪些地方；哪一部分'],
  [['closing', 'kind'], '结尾；文书种类'],
])('a save of %j names its places in Chinese', (sections, said) => {
  const line = { sequence: 1, at: new Date(0), hash: '', event: saved(sections), actor: null, document: null };
  expect(trailRow(line, { nameOf: (id) => id, format: null, named: false }).detail).toBe(said);
});

test('a document that was opened is named once', () => {
  const title = '关于春季森林防火的通知';
  const event: AuditEvent = { kind: 'document_created', documentKind: 'item', path: 'items/1', title };
  const line = { sequence: 1, at: new Date(0), hash: '', event, actor: null, document: { title } };
  expect(trailRow(line, { nameOf: (id) => id, format: null, named: true }).detail).toBe(title);
});
