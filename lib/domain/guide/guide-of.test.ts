import { expect, test } from 'vitest';
import { aGuide, aGuideDraft } from '@/lib/domain/guide/a-guide';
import { guideChanges } from '@/lib/domain/guide/changes';
import { guideContent } from '@/lib/domain/guide/content';
import { defaultGuide } from '@/lib/domain/guide/default-draft';
import { draftOfGuide, flowOf, guideOf } from '@/lib/domain/guide/guide-of';
import { organisationSettings } from '@/lib/domain/organisation';

test('a guide becomes a draft again, and the same guide from it', () => {
  const guide = aGuide({ correctionNote: '更正电话。' });
  expect(guideContent.parse(guide)).toEqual(guide);
  expect(guideOf(guide.organisation, draftOfGuide(guide))).toEqual(guide);
});

test('a step a line; what may come between stands beside the step above it', () => {
  expect(flowOf('申请：填写申请表。\n登记\n－补正：说清楚。\n- 延长：最长20个工作日。\n\n：没有名称\n')).toEqual([
    { name: '申请', text: '填写申请表。', beside: [] },
    {
      ...{ name: '登记', text: '' },
      beside: [
        { name: '补正', text: '说清楚。' },
        { name: '延长', text: '最长20个工作日。' },
      ],
    },
  ]);
});

test('a street has no list of Article 21, and without a government above it nobody is made up', () => {
  const street = { name: '柳河街道办事处', level: 'street', officeName: '党政办公室' } as const;
  const draft = defaultGuide({ organisation: street, parent: null, settings: organisationSettings.parse({}) });
  expect(draft.scope).not.toContain('农业农村');
  expect(aGuideDraft().scope).toContain('农田水利工程建设运营');
  expect([draft.reviewer, draft.supervisor, draft.in_person]).toEqual(['', '', '党政办公室']);
});

test('what has changed is told line by line and sentence by sentence', () => {
  const before = aGuide();
  const after = aGuide({
    phone: '0379-66519999',
    periods: `${before.texts.periods.join('\n')}\n节假日顺延。`,
    flow: '申请：填写申请表。\n答复：20个工作日内。',
  });
  const changes = guideChanges(before, after).filter(({ kind }) => kind !== 'unchanged');
  expect(changes[0]).toEqual({ kind: 'field', field: 'phone', before: '0379-66512345', after: '0379-66519999' });
  expect(changes[1]).toMatchObject({ kind: 'sentence', section: 'periods', before: null, after: '节假日顺延。' });
  expect(changes.slice(2).every((change) => change.kind === 'sentence' && change.section === 'flow')).toBe(true);
  expect(guideChanges(before, before).every(({ kind }) => kind === 'unchanged')).toBe(true);
});
