import { expect, test } from 'vitest';
import { organisationSettings } from '@/lib/domain/organisation';
import { pageLabels } from '@/lib/text/page-labels';

const publishedAt = new Date('2021-01-22T01:30:00Z');

test('an article carries the labels of its site, its column and its own, spelt as the notice spells them', () => {
  const site = { name: '嵩县人民政府', domain: 'www.hnsongxian.gov.cn', idCode: '4103250001' };
  const settings = organisationSettings.parse({ site });
  const labels = pageLabels({ name: '德亭镇人民政府', settings }, true, { title: '2020年度报告', publishedAt });
  expect(Object.keys(labels)).toEqual([
    ...['SiteName', 'SiteDomain', 'SiteIDCode'],
    ...['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'],
    ...['ArticleTitle', 'PubDate', 'ContentSource'],
  ]);
  expect(labels).toMatchObject({
    SiteIDCode: '4103250001',
    PubDate: '2021-01-22 09:30',
    ContentSource: '德亭镇人民政府',
  });
});

test('what nobody has set is left out', () => {
  const labels = pageLabels({ name: '德亭镇人民政府', settings: organisationSettings.parse({}) }, false);
  expect(labels).toEqual({ SiteName: '德亭镇人民政府' });
});
