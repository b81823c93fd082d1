import { expect, test } from 'vitest';
import { aReport } from '@/lib/domain/report/a-report';
import { inventedFormat } from '@/lib/domain/report/an-invented-format';
import { blankCells, completeTables } from '@/lib/domain/report/cells';
import { report } from '@/lib/domain/report/content';
import city from '@/lib/domain/report/fixtures/city-2025.json';
import deting from '@/lib/domain/report/fixtures/deting-2020.json';
import jinhu from '@/lib/domain/report/fixtures/jinhu-2023.json';
import { formatById, formats } from '@/lib/domain/report/formats';
import { draftOf, reportOf, titleOf } from '@/lib/domain/report/report-of';

const known = (id: string) => formatById(id) ?? expect.fail();

test('the title names the organisation in full and the year', () => {
  expect(titleOf({ name: '德亭镇人民政府' }, 2020)).toBe('德亭镇人民政府2020年政府信息公开工作年度报告');
});

test('the real report of 2020 comes back from its draft, totals worked out', () => {
  const source = report.parse(deting);
  const format = known(source.format);
  const draft = draftOf(format, source);
  expect(blankCells(format, draft.tables)).toEqual([]);
  expect(reportOf(source.organisation, source.year, format, draft)).toEqual(source);
});

test('the figures of a city come back from its typed cells', () => {
  const source = report.parse(city);
  expect(completeTables(known('2021'), draftOf(known('2021'), source).tables)).toEqual(source.tables);
});

test('the one total that a county printed wrong is worked out right', () => {
  const source = report.parse(jinhu);
  const { t4, ...others } = completeTables(known('2021'), draftOf(known('2021'), source).tables);
  const { t4: printed, ...printedOthers } = source.tables;
  expect(others).toEqual(printedOthers);
  const wrong = Object.keys(t4?.cases ?? {}).filter((column) => t4?.cases?.[column] !== printed?.cases?.[column]);
  expect(wrong.map((column) => [t4?.cases?.[column], printed?.cases?.[column]])).toEqual([[3, 0]]);
});

test.each([...formats, inventedFormat()])('a report of format $id survives being a draft', (format) => {
  const source = aReport(format);
  const { title, ...rest } = reportOf(source.organisation, source.year, format, draftOf(format, source));
  expect({ ...rest, title }).toEqual(source);
  expect(report.parse(source)).toEqual(source);
});

test('a public note is part of the report only where there is one', () => {
  const source = aReport('2021');
  const draft = { ...draftOf(known('2021'), source), correctionNote: ' ' };
  expect(reportOf(source.organisation, 2021, known('2021'), draft)).not.toHaveProperty('correctionNote');
  expect(reportOf(source.organisation, 2021, known('2021'), { ...draft, correctionNote: '更正' }).correctionNote).toBe(
    '更正',
  );
});
