import { expect, test } from 'vitest';
import { commonSite, organisationSettings, reportDeadlineOf } from '@/lib/domain/organisation';

test('an organisation without settings has the customs of a township', () => {
  const settings = organisationSettings.parse({});
  expect(settings).toMatchObject({
    reportDeadline: '01-31',
    site: { reportColumn: '政府信息公开年报' },
    contact: { phone: '' },
  });
  expect(reportDeadlineOf(2020, settings)).toEqual({ day: '2021-01-31', aim: '2021-01-29', provisional: false });
});

test("the office's own earlier day is what it aims for; a later one is not", () => {
  const aimWith = (internalDeadline: string) =>
    reportDeadlineOf(2020, organisationSettings.parse({ internalDeadline })).aim;
  expect([aimWith('01-20'), aimWith('02-20')]).toEqual(['2021-01-20', '2021-01-29']);
});

test.each([
  { reportDeadline: '02-29' },
  { reportDeadline: '1-31' },
  { site: { idCode: '12345' } },
  { site: { portalUrl: 'javascript:alert(1)' } },
  { contact: { postcode: '４７１４００' } },
  { contact: { address: '县\u0000城' } },
])('%j is refused', (settings) => {
  expect(organisationSettings.safeParse(settings).success).toBe(false);
});

test('a page of no organisation says of the site what all settings say alike', () => {
  const of = (site: object) => organisationSettings.parse({ site });
  const [one, other] = [
    of({ idCode: '4103250001', icp: '豫ICP备1号' }),
    of({ idCode: '4103250001', icp: '豫ICP备2号' }),
  ];
  expect(commonSite([one, other]).site).toMatchObject({ idCode: '4103250001', icp: '' });
  expect(commonSite([one]).site).toEqual(one.site);
  expect(commonSite([])).toEqual(organisationSettings.parse({}));
});
