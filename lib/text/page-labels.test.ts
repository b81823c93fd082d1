import { expect, test } from 'vitest';
import { organisationSettings } from '@/lib/domain/organisation';
import { nodeColumn, pageLabels, reportColumn } from '@/lib/text/page-labels';

const publishedAt = new Date('2021-01-22T01:30:00Z');

test('an article carries the labels of its site, its column and its own, spelt as the notice spells them', () => {
  const site = { name: '嵩县人民政府', domain: 'www.hnsongxian.gov.cn', idCode: '4103250001' };
  const settings = organisationSettings.parse({ site });
  const town = { name: '德亭镇人民政府', settings };
  const labels = pageLabels(town, reportColumn(town), { title: '2020年度报告', publishedAt });
  expect(Object.keys(labels)).toEqual([
    ...['SiteName', 'SiteDomain', 'SiteIDCode'],
    ...['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'],
    ...['ArticleTitle', 'PubDate', 'ContentSource', 'Description', 'Keywords'],
  ]);
  expect(labels).toMatchObject({
    SiteIDCode: '4103250001',
    PubDate: '2021-01-22 09:30',
    ContentSource: '德亭镇人民政府',
    Description: '2020年度报告，德亭镇人民政府，政府信息公开',
  });
});

test('what nobody has set is left out', () => {
  const labels = pageLabels({ name: '德亭镇人民政府', settings: organisationSettings.parse({}) }, null);
  expect(labels).toEqual({ SiteName: '德亭镇人民政府', Description: '德亭镇人民政府，政府信息公开' });
});

test('an item names its own column and who made it', () => {
  const town = { name: '德亭镇人民政府', settings: organisationSettings.parse({}) };
  const article = { title: '公示', publishedAt, source: '德亭镇财政所' };
  expect(pageLabels(town, nodeColumn(town, '社会救助'), article)).toMatchObject({
    ColumnName: '社会救助',
    ColumnType: '信息公开目录',
    ContentSource: '德亭镇财政所',
  });
});
