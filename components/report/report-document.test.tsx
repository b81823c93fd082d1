import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Correction } from '@/components/report/correction';
import { ReportDocument } from '@/components/report/report-document';
import { all, attribute, readPage, text } from '@/components/report/testing/read-page';
import { blockElementId } from '@/lib/domain/report/addresses';
import { changesBetween } from '@/lib/domain/report/changes';
import { report } from '@/lib/domain/report/content';
import deting2020 from '@/lib/domain/report/fixtures/deting-2020.json';
import { formatById } from '@/lib/domain/report/formats';
import { correctedPlaces } from '@/lib/text/public';

const format = formatById('2019') ?? expect.fail('no format');
const deting = report.parse(deting2020);

const pageOf = (content: typeof deting) =>
  readPage(
    renderToStaticMarkup(
      <ReportDocument report={content} format={format} published="发布日期：2021年1月22日" signedOn="2021年1月22日" />,
    ),
  );

describe('the real report of 2020', () => {
  const page = pageOf(deting);

  test('has its title, its headings and its signature', () => {
    expect(page.all('h1').map(text)).toEqual(['德亭镇人民政府2020年政府信息公开工作年度报告']);
    const headings = page.all('h2').filter((heading) => attribute(heading, 'id'));
    expect(headings.map(text)).toEqual(format.sections.map(({ heading }) => heading));
    expect(page.all('p').map(text)).toContain('德亭镇人民政府2021年1月22日');
  });

  test('has every paragraph at its address, word for word', () => {
    const blocks = Object.entries({ preamble: deting.preamble ?? [], ...deting.text }).flatMap(([section, list]) =>
      list.map((block) => ({ ...block, id: blockElementId(section, block.id) })),
    );
    expect(blocks.length).toBeGreaterThan(10);
    expect(blocks.map(({ id }) => text(page.byId(id)))).toEqual(blocks.map((block) => block.text));
    const tags = { paragraph: 'p', heading2: 'h3', heading3: 'h4' };
    expect(blocks.map(({ id }) => page.byId(id).tagName)).toEqual(blocks.map(({ kind }) => tags[kind]));
  });

  test('leads to every section from its contents, and no link leads nowhere', () => {
    const links = page.all('a').flatMap((link) => attribute(link, 'href') ?? []);
    expect(links).toEqual(expect.arrayContaining(format.sections.map(({ id }) => `#${id}`)));
    expect(links.filter((href) => href.startsWith('#') && !page.ids.includes(href.slice(1)))).toEqual([]);
  });

  test('says above the tables what they say', () => {
    const gists = page
      .all('p')
      .map(text)
      .filter((words) => words.startsWith('要点：'));
    expect(gists).toHaveLength(3);
    expect(gists[0]).toContain('作出行政许可决定38件');
  });
});

test('what is written in a paragraph is text, whatever it looks like', () => {
  const words = '<script>alert(1)</script> & “引号”';
  const page = pageOf({ ...deting, preamble: [{ id: 'b1', kind: 'paragraph', text: words }] });
  expect(text(page.byId('preamble-b1'))).toBe(words);
  expect(page.all('script')).toEqual([]);
});

test('a correction shows each place as it was and as it is, and leads there', () => {
  const after = structuredClone(deting);
  const [opening] = after.preamble ?? [];
  if (opening) opening.text = opening.text.replace('本报所列', '本报告所列');
  const row = after.tables.t2_5?.licensing;
  if (row) row.decisions = 39;

  const page = readPage(
    renderToStaticMarkup(
      <Correction
        edition={{ number: 2, publishedOn: '2021-03-15', signedBy: '主要领导' }}
        note="漏字，行政许可少计1件。"
        corrected={correctedPlaces(format, changesBetween(format, deting, after))}
        before={{ number: 1, publishedAt: new Date('2021-01-22T01:30:00Z'), href: '/deting/reports/2020/1' }}
      />,
    ),
  );
  expect(page.all('li').map((item) => all(item, 'a').map((link) => [text(link), attribute(link, 'href')]))).toEqual([
    [['导言', '#preamble-b1']],
    [['表二（五），行政许可，处理决定数量', '#t2_5-r01-c3']],
  ]);
  expect(page.all('del').map(text)).toEqual(['38件']);
  expect(page.all('ins').map(text)).toEqual(['告', '39件']);
  const said = page.all('p').map(text);
  expect(said[0]).toBe('本报告已于2021年3月15日更正，现为第2版。更正1个数据、1处文字。');
  expect(said[1]).toBe('漏字，行政许可少计1件。');
});
