import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Withdrawn } from '@/components/public/withdrawn';
import { rereadNotice } from '@/lib/documents/reading/notice';
import { organisationSettings } from '@/lib/domain/organisation';
import type { WithdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';

const notice: WithdrawalNotice = {
  ...{ title: '德亭镇人民政府2020年政府信息公开工作年度报告', withdraws: 2, day: '2021-03-02' },
  ...{ reason: '表三第3行有误 & 待核对', signedBy: '主要领导' },
};

const pageOf = (shown: WithdrawalNotice) =>
  renderToStaticMarkup(
    <main>
      <Withdrawn
        organisation={{
          ...{ slug: 'deting', name: '德亭镇人民政府', shortName: '德亭镇', officeName: '党政办公室' },
          ...{ settings: organisationSettings.parse({}), columns: [], hasGuide: false },
        }}
        notice={shown}
        subject="本报告"
        elsewhere={{ href: '/deting/reports', label: '查看其他年度的报告' }}
      />
    </main>,
  );

test('the page in the place of what was withdrawn says when, why and by whom', () => {
  expect(rereadNotice(Buffer.from(pageOf(notice)), notice)).toEqual([]);
});

test.each([
  ['title', { title: '德亭镇人民政府2021年政府信息公开工作年度报告' }],
  ['day', { day: '2021-03-12' }],
  ['reason', { reason: '表三第8行有误 & 待核对' }],
  ['signature', { signedBy: '分管领导' }],
])('another %s is found', (_, other) => {
  expect(rereadNotice(Buffer.from(pageOf({ ...notice, ...other })), notice)).toHaveLength(1);
});

test('a page that is none, and one on which the report still stands, are found', () => {
  expect(rereadNotice(Buffer.from('<p>500</p>'), notice)).toHaveLength(4);
  const kept = pageOf(notice).replace('</main>', '<article class="report-body">共376件</article></main>');
  expect(rereadNotice(Buffer.from(kept), notice)).toMatchObject([{ expected: '', found: '共376件' }]);
});
