import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemDraft } from '@/lib/domain/items/content';
import { type ColumnKey, columnKeys, importColumns } from '@/lib/domain/items/import-columns';
import { headsOf } from '@/lib/domain/items/import-heads';
import { type ImportContext, readList, rowFault } from '@/lib/domain/items/import-rows';
import { type SheetCell, type SheetRow, textCell } from '@/lib/domain/sheet';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const node = (n: number, kind: 'article_20' | 'own', code: string, label: string, open = true) => {
  return { id: id(n), kind, code, label, open, fieldId: n === 1 ? id(11) : null, ways: ['notice_board', 'website'] };
};
const context: ImportContext = {
  today: '2021-01-20',
  organisation: '德亭镇人民政府',
  nodes: [
    node(1, 'article_20', 'article-20-11', '民生政策'),
    node(2, 'article_20', 'article-20-14', '公务员招考', false),
    node(3, 'own', 'key-tasks', '重点任务公开'),
    node(4, 'own', 'old-class', '旧类别', false),
  ],
  fields: [
    { id: id(10), name: '政府信息公开', open: true },
    { id: id(11), name: '民生保障', open: true },
    { id: id(12), name: '计划生育', open: false },
  ],
  defaultFieldId: id(10),
};

type Row = Partial<Record<ColumnKey, string | SheetCell>>;
const needed: Row = { title: '低保名单公示', body: '现予公示。', node: '民生政策', formedOn: '2020-12-31' };
const heads: SheetRow = { number: 1, cells: columnKeys.map((key) => textCell(importColumns[key].head)) };
const asCell = (value: string | SheetCell = '') => (typeof value === 'string' ? textCell(value) : value);
const rowOf = (row: Row, number = 2): SheetRow => ({ number, cells: columnKeys.map((key) => asCell(row[key])) });
const read = (...rows: Row[]) => readList([heads, ...rows.map((row, at) => rowOf(row, at + 2))], context).rows;
const one = (row: Row) => {
  const [found] = read({ ...needed, ...row });
  if (!found) throw new Error('no row');
  return found;
};

describe('a row', () => {
  test('with only what is needed becomes a draft of the office', () => {
    expect(one({})).toMatchObject({
      number: 2,
      faults: [],
      fieldId: id(11), // its node's
      draft: {
        ...{ title: '低保名单公示', issuingBody: '德亭镇人民政府', documentNumber: '', formedOn: '2020-12-31' },
        ...{ nodeId: id(1), classId: null, fieldId: null, source: 'made', attribute: 'proactive', validity: 'valid' },
        ...{ ways: ['website', 'notice_board'], normative: false, importedFrom: { publishedOn: null, place: '' } },
        body: [{ id: 'p1', kind: 'paragraph', runs: [{ text: '现予公示。' }] }],
      },
    });
  });

  test('says all that an item can say', () => {
    const { draft, fieldId, faults } = one({
      ...{ node: 'article-20-11', class: '重点任务公开', field: '政府信息公开', issuingBody: '嵩县民政局' },
      ...{
        documentNumber: '德政[2020] 3号',
        formedOn: '二〇二〇年三月二日',
        publishedOn: { kind: 'day', day: '2020-03-05' },
      },
      ...{ place: '德亭镇政务公开栏', source: '获取', attribute: '不予公开', withholding: '过程性信息' },
      ...{ withholdingBasis: '内部讨论', reassessOn: { kind: 'number', value: 44196 }, validity: '废止' },
      ...{ endedOn: '2020.12.31', normative: '√', ways: '公示栏、网站' },
      body: '　　一、总体要求\r\n\r\n  二、工作任务  \n',
    });
    expect(faults).toEqual([]);
    expect(fieldId).toBe(id(10));
    expect(draft).toMatchObject({
      ...{
        nodeId: id(1),
        classId: id(3),
        fieldId: id(10),
        issuingBody: '嵩县民政局',
        documentNumber: '德政〔2020〕3号',
      },
      ...{ formedOn: '2020-03-02', importedFrom: { publishedOn: '2020-03-05', place: '德亭镇政务公开栏' } },
      ...{ source: 'obtained_citizen', attribute: 'withheld', withholding: 'in_process', withholdingBasis: '内部讨论' },
      ...{ reassessOn: '2020-12-31', validity: 'repealed', endedOn: '2020-12-31', normative: true },
      ways: ['website', 'notice_board'],
      body: [{ runs: [{ text: '一、总体要求' }] }, { runs: [{ text: '二、工作任务' }] }],
    });
  });

  test.each<[Row, ColumnKey, string]>([
    [{ title: '' }, 'title', 'required'],
    [{ title: '　' }, 'title', 'required'],
    [{ title: '长'.repeat(301) }, 'title', 'too_long'],
    [{ title: '\u202e反' }, 'title', 'control_characters'],
    [{ title: '=HYPERLINK("x")' }, 'title', 'formula'],
    [{ title: { kind: 'formula', text: '=A1' } }, 'title', 'formula'],
    [{ title: '（示例）关于防汛的通知' }, 'title', 'example_row'],
    [{ body: '' }, 'body', 'required'],
    [{ body: '长'.repeat(20_001) }, 'body', 'too_long'],
    [{ body: '段\n'.repeat(2_001) }, 'body', 'too_long'],
    [{ node: '' }, 'node', 'required'],
    [{ node: '民生' }, 'node', 'unknown_node'],
    [{ node: '公务员招考' }, 'node', 'closed_node'],
    [{ class: '民生政策' }, 'class', 'unknown_class'],
    [{ class: '旧类别' }, 'class', 'unknown_class'],
    [{ field: '民政' }, 'field', 'unknown_field'],
    [{ field: '计划生育' }, 'field', 'closed_field'],
    [{ formedOn: '' }, 'formedOn', 'required'],
    [{ formedOn: '1/2/2020' }, 'formedOn', 'day_ambiguous'],
    [{ formedOn: '20-1-2' }, 'formedOn', 'year_short'],
    [{ formedOn: '2020-02-30' }, 'formedOn', 'no_such_day'],
    [{ formedOn: '年底' }, 'formedOn', 'not_a_day'],
    [{ formedOn: '2021-01-21' }, 'formedOn', 'in_future'],
    [{ publishedOn: '2020-12-30' }, 'publishedOn', 'before_formed'],
    [{ publishedOn: '2021-02-01' }, 'publishedOn', 'in_future'],
    [{ source: '听说' }, 'source', 'unknown_choice'],
    [{ attribute: '保密' }, 'attribute', 'unknown_choice'],
    [{ attribute: '不予公开' }, 'withholding', 'reason_needed'],
    [{ validity: '失效' }, 'endedOn', 'end_needed'],
    [{ validity: '失效', endedOn: '2019-01-01' }, 'endedOn', 'before_formed'],
    [{ normative: '也许' }, 'normative', 'unknown_choice'],
    [{ ways: '网站、鸽子' }, 'ways', 'unknown_choice'],
    [{ place: '长'.repeat(101) }, 'place', 'too_long'],
  ])('%j is refused at its cell', (row, column, problem) => {
    expect(one(row)).toMatchObject({ draft: null, faults: [{ column, problem }] });
  });

  test('tells every fault at once, with what stands there', () => {
    const { faults } = one({ title: '', formedOn: '年底', node: '某处' });
    expect(faults.map(({ column, value, problem }) => [column, value, problem])).toEqual([
      ['title', '', 'required'],
      ['node', '某处', 'unknown_node'],
      ['formedOn', '年底', 'not_a_day'],
    ]);
  });

  test('is one with its copy further down, however it is written', () => {
    const [first, second] = read(needed, { ...needed, formedOn: '2020年12月31日', title: ' 低保名单公示\u200b' });
    expect(second?.sha256).toBe(first?.sha256);
    expect(second?.faults).toMatchObject([{ column: 'title', problem: 'repeated_row', number: 2 }]);
    expect(one({ title: '低保名单公示（二）' }).sha256).not.toBe(first?.sha256);
  });

  test('an apostrophe tells a text from a formula', () => {
    expect(one({ title: "'=1+1的由来" }).draft?.title).toBe('=1+1的由来');
    expect(one({ title: '-3℃以下防冻通知' }).draft?.title).toBe('-3℃以下防冻通知');
  });

  test('of blanks is none', () => {
    expect(read({}, needed, { place: '　' }).map(({ number }) => number)).toEqual([3]);
  });
});

describe('the head row', () => {
  const cells = (...names: string[]) => names.map(textCell);

  test('is read by its names and by what others call them, in any order', () => {
    expect(headsOf(cells('文号', '标 题*', '内容（必填）', '目录', '生成日期', '经办人'))).toEqual({
      at: { documentNumber: 0, title: 1, body: 2, node: 3, formedOn: 4 },
      missing: [],
      repeated: [],
      unread: ['经办人'],
    });
  });

  test('that lacks a column, or has one twice, keeps the list from being read', () => {
    const list = readList([{ number: 1, cells: cells('标题', '名称', '正文') }, rowOf(needed)], context);
    expect(list).toEqual({
      heads: { at: { title: 0, body: 2 }, missing: ['node', 'formedOn'], repeated: ['名称'], unread: [] },
      rows: [],
    });
    expect(readList([], context).heads.missing).toEqual(['title', 'body', 'node', 'formedOn']);
  });

  test('no name means two columns', () => {
    const names = columnKeys.flatMap((key) => [importColumns[key].head, ...importColumns[key].also]);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('whatever the cells hold, a row is either a draft that can be kept or told what is wrong with it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', '民生政策', '2020-12-31', '有效', '主动公开', '网站', '是', '重点任务公开'),
  );
  const cell: fc.Arbitrary<SheetCell> = fc.oneof(
    text.map(textCell),
    fc.double({ noNaN: true }).map((value) => ({ kind: 'number' as const, value })),
    fc.constant({ kind: 'day' as const, day: '2020-03-02' as const }),
    text.map((formula) => ({ kind: 'formula' as const, text: formula })),
  );
  const row = fc.array(cell, { maxLength: columnKeys.length + 2 });
  const property = fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
    const list = readList([heads, ...rows.map((cells, at) => ({ number: at + 2, cells }))], context);
    for (const { draft, fieldId, faults } of list.rows) {
      expect(draft === null).toBe(faults.length > 0);
      expect(draft === null).toBe(fieldId === null);
      if (draft) expect(itemDraft.parse(draft)).toEqual(draft);
      for (const fault of faults) rowFault.parse(fault);
    }
  });
  fc.assert(property, { numRuns: 500 });
});
