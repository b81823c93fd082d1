import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { type AttachmentType, type Place, placeAt } from '@/lib/domain/attachment';
import { findPersonalData } from '@/lib/domain/personal-data/find-personal-data';
import { attachmentText } from '@/lib/files/attachment-text';
import { aPdf, contentOf, pagesOf, revised } from '@/lib/files/testing/a-pdf';
import { aDocx, anXlsx, withParts } from '@/lib/files/testing/an-office-file';

/** Where in a file a text is said to stand. */
async function placesOf(type: AttachmentType, bytes: Uint8Array, text: string): Promise<Place[]> {
  const { pieces } = await attachmentText({ type, bytes });
  return pieces.flatMap((piece) => {
    const at = piece.text.indexOf(text);
    return at < 0 ? [] : [placeAt(piece, at)];
  });
}

describe('DOCX', async () => {
  const cells = (...texts: string[]) =>
    new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const revision = { id: 1, author: '王审核', date: '2020-11-25T00:00:00Z' };
  const document = new Document({
    creator: '李起草',
    title: '属性里的标题',
    customProperties: [{ name: '经办', value: '自定义属性' }],
    comments: { children: [{ id: 0, author: '孙批注', children: [new Paragraph('批注里的话')] }] },
    footnotes: { 1: { children: [new Paragraph('脚注里的话')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('页眉里的话')] }) },
        footers: { default: new Footer({ children: [new Paragraph('页脚里的话')] }) },
        children: [
          new Paragraph({ children: [new TextRun('第一段，电话138'), new TextRun({ text: '12345678', bold: true })] }),
          new Paragraph({
            children: [
              new TextRun('第二段'),
              new TextRun({ text: '看不见的话', vanish: true }),
              new DeletedTextRun({ text: '删去的话', ...revision }),
              new CommentRangeStart(0),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Table({ rows: [cells('序号', '姓名', '金额'), cells('1', '张三', '500'), cells('2', '李四', '600')] }),
        ],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toBuffer(document));

  test.each<[string, Place]>([
    ['13812345678', { part: 'paragraph', paragraph: 1 }],
    ['看不见的话', { part: 'hidden', paragraph: 2 }],
    ['删去的话', { part: 'deleted' }],
    ['王审核', { part: 'markup' }],
    ['页眉里的话', { part: 'header' }],
    ['页脚里的话', { part: 'footer' }],
    ['脚注里的话', { part: 'footnote' }],
    ['批注里的话', { part: 'comment' }],
    ['孙批注', { part: 'markup' }],
    ['李起草', { part: 'properties' }],
    ['属性里的标题', { part: 'properties' }],
    ['自定义属性', { part: 'properties' }],
  ])('%s stands in its place', async (text, place) => expect(await placesOf('docx', bytes, text)).toEqual([place]));

  test('rows of a table are lines, so that a list of names is found, with the paragraph of each', async () => {
    const [body] = (await attachmentText({ type: 'docx', bytes })).pieces;
    const hits = body ? findPersonalData(body.text) : [];
    expect(hits.map(({ text }) => text)).toEqual(['13812345678', '张三', '李四']);
    expect(hits.map(({ start }) => body && placeAt(body, start))).toEqual(
      [1, 7, 10].map((paragraph) => ({ part: 'paragraph', paragraph })),
    );
  });

  test('what hides in fields, links, pictures and custom data is read', async () => {
    const changed = withParts(bytes, {
      'word/document.xml': (xml) =>
        xml.replace(
          '<w:body>',
          '<w:body><w:p><w:moveFrom w:id="9"><w:r><w:t>移走的话</w:t></w:r></w:moveFrom></w:p><w:p><w:r><w:drawing><wp:docPr id="1" name="x" descr="图片的说明"/><a:t>框里的话</a:t></w:drawing></w:r></w:p>',
        ),
      'customXml/item1.xml': '<a b="数据里的值">数据里的话</a>',
      'word/_rels/document.xml.rels': (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="x" Type="/hyperlink" Target="mailto:zhang%40a.cn" TargetMode="External"/></Relationships>',
        ),
    });
    expect(await placesOf('docx', changed, '移走的话')).toEqual([{ part: 'deleted' }]);
    expect(await placesOf('docx', changed, '框里的话')).toEqual([{ part: 'paragraph', paragraph: 2 }]);
    expect(await placesOf('docx', changed, '图片的说明')).toEqual([{ part: 'markup' }]);
    expect(await placesOf('docx', changed, '数据里的话')).toEqual([{ part: 'inner', path: 'customXml/item1.xml' }]);
    expect(await placesOf('docx', changed, '数据里的值')).toEqual([{ part: 'inner', path: 'customXml/item1.xml' }]);
    expect(await placesOf('docx', changed, 'zhang@a.cn')).toEqual([{ part: 'link' }]);
  });

  test('a picture is named as not read', async () => {
    const plain = await aDocx('正文');
    expect((await attachmentText({ type: 'docx', bytes: plain })).unread).toEqual([]);
    const pictured = withParts(plain, {
      'word/media/a.png': 'PNG',
      '[Content_Types].xml': (xml) =>
        xml.replace(/<Types[^>]*>/, '$&<Default Extension="png" ContentType="image/png"/>'),
    });
    expect((await attachmentText({ type: 'docx', bytes: pictured })).unread).toEqual([{ part: 'picture' }]);
  });
});

describe('XLSX', async () => {
  const book = new ExcelJS.Workbook();
  book.creator = '李起草';
  const sheet = book.addWorksheet('名单', { headerFooter: { oddHeader: '&C表头里的话' } });
  sheet.addRows([
    ['序号', '姓名', '', '电话', '金额'],
    [1, '张三', '', 13812345678, 98.27],
    [2, '李四', '', 13912345678, 1.0e3],
    ['', '', '', '', { formula: 'SUM(E2:E3)&"公式里的话"', result: '1098.27' }],
    [{ richText: [{ text: '分' }, { font: { bold: true }, text: '开的话' }] }],
  ]);
  sheet.getRow(3).hidden = true;
  sheet.getCell('A1').note = '批注里的话';
  sheet.getCell('B2').dataValidation = {
    type: 'list',
    formulae: ['"甲,下拉里的话"'],
    showInputMessage: true,
    prompt: '提示里的话',
    promptTitle: '',
  };
  book.addWorksheet('底稿', { state: 'veryHidden' }).addRow(['藏起来的话']);
  book.definedNames.add('名单!$B$2', '名称里的话');
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const row = (sheetName: string, number: number, hidden: boolean): Place => ({
    part: 'row',
    sheet: sheetName,
    row: number,
    hidden,
  });

  test.each<[string, Place]>([
    ['1\t张三\t\t13812345678\t98.27', row('名单', 2, false)],
    ['李四', row('名单', 3, true)],
    ['1000', row('名单', 3, true)],
    ['分开的话', row('名单', 5, false)],
    ['藏起来的话', row('底稿', 1, true)],
    ['公式里的话', { part: 'formula', sheet: '名单' }],
    ['表头里的话', { part: 'formula', sheet: '名单' }],
    ['提示里的话', { part: 'formula', sheet: '名单' }],
    ['下拉里的话', { part: 'formula', sheet: '名单' }],
    ['批注里的话', { part: 'comment' }],
    ['名称里的话', { part: 'names' }],
    ['李起草', { part: 'properties' }],
  ])('%s stands in its place', async (text, place) => expect(await placesOf('xlsx', bytes, text)).toEqual([place]));

  test('strings that no cell shows any more are read, and so is the cache of a pivot table', async () => {
    const changed = withParts(bytes, {
      'xl/sharedStrings.xml': (xml) => xml.replace('</sst>', '<si><t>残留的话</t></si></sst>'),
      'xl/pivotCache/pivotCacheRecords1.xml': '<pivotCacheRecords><r><s v="缓存里的话"/></r></pivotCacheRecords>',
    });
    expect(await placesOf('xlsx', changed, '残留的话')).toEqual([{ part: 'strings' }]);
    expect(await placesOf('xlsx', changed, '缓存里的话')).toEqual([
      { part: 'inner', path: 'xl/pivotCache/pivotCacheRecords1.xml' },
    ]);
  });

  test('telephones written as powers of ten are telephones', async () => {
    const changed = withParts(await anXlsx([1]), {
      'xl/worksheets/sheet1.xml': (xml) => xml.replace(/<v>1<\/v>/, '<v>1.3812345678E10</v>'),
    });
    expect(await placesOf('xlsx', changed, '13812345678')).toEqual([row('名单', 1, false)]);
  });
});

describe('PDF', () => {
  test('pages, lines and cells', async () => {
    const bytes = aPdf(pagesOf(['first page', '1\tZhang\t500\n2\tLi\t600']));
    const { pieces, unread } = await attachmentText({ type: 'pdf', bytes });
    expect(pieces).toEqual([
      { where: { part: 'page', page: 1 }, text: 'first page' },
      { where: { part: 'page', page: 2 }, text: '1\tZhang\t500\n2\tLi\t600' },
    ]);
    expect(unread).toEqual([]);
  });

  test('Chinese with fonts of its own, and names in a table', async () => {
    const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
    const compiler = NodeCompiler.create({
      fontArgs: [{ fontPaths: [join(fonts, '400Regular/NotoSerifSC_400Regular.ttf')] }],
    });
    const mainFileContent = `#set text(font: "Noto Serif SC")\n德亭镇低保公示\n#table(columns: 4, [序号], [姓名], [村], [金额（元）], [1], [张三], [南街村], [428.00], [2], [李四], [杨湾村], [260.00])`;
    const document = compiler.compile({ mainFileContent }).result;
    if (!document) throw new Error('not set');
    const [page] = (await attachmentText({ type: 'pdf', bytes: compiler.pdf(document) })).pieces;
    expect(page?.text).toContain('德亭镇低保公示\n序号\t姓名\t村\t金额（元）');
    expect(findPersonalData(page?.text ?? '').map(({ text }) => text)).toEqual(['张三', '李四']);
  });

  test('remarks, bookmarks, fields, properties and metadata', async () => {
    const wide = Buffer.from('\ufeff张三', 'utf16le').swap16().toString('hex');
    const xmp =
      '<x:xmpmeta><dc:creator><rdf:li>from metadata</rdf:li></dc:creator><a b="from an attribute"/></x:xmpmeta>';
    const bytes = aPdf(
      {
        ...pagesOf(['text']),
        40: `<</Type/Annot/Subtype/Text/Contents<${wide}>>>`,
        41: '<</Title(bookmark \\(1\\))/Parent 42 0 R>>',
        42: '<</T(field)/V(13812345678)>>',
        43: '<</Author(from information)>>',
        44: { entries: '/Type/Metadata/Subtype/XML', content: xmp },
        45: { entries: '/Type/ObjStm/N 1/First 5', content: '46 0 <</Contents(packed away)>>', packed: true },
      },
      '/Info 43 0 R',
    );
    for (const text of ['张三', 'bookmark (1)', '13812345678', 'from information', 'packed away']) {
      expect(await placesOf('pdf', bytes, text)).toEqual([{ part: 'markup' }]);
    }
    expect(await placesOf('pdf', bytes, 'from metadata')).toEqual([{ part: 'properties' }]);
    expect(await placesOf('pdf', bytes, 'from an attribute')).toEqual([{ part: 'properties' }]);
  });

  test('an earlier revision of a page, a page that was taken out, and text that no page shows', async () => {
    const first = aPdf(pagesOf(['public 1234', 'taken out 5678']));
    const second = revised(first, { 11: { content: contentOf('masked ****') } });
    const third = revised(second, {
      2: '<</Type/Pages/Count 1/Kids[10 0 R]>>',
      50: { content: contentOf('belongs to no page'), packed: true },
    });
    const { pieces } = await attachmentText({ type: 'pdf', bytes: third });
    const texts = pieces.filter(({ where }) => where.part !== 'markup').map(({ where, text }) => [where.part, text]);
    expect(texts).toEqual([
      ['page', 'masked ****'],
      ['earlier_page', 'public 1234'],
      ['earlier_page', 'taken out 5678'],
      ['leftover', 'belongs to no page'],
    ]);
  });

  test('a page without text is named as not read', async () => {
    const { unread } = await attachmentText({ type: 'pdf', bytes: aPdf(pagesOf(['text', ''])) });
    expect(unread).toEqual([{ part: 'page', page: 2 }]);
  });
});

test('what no database takes in a text does not come out of a file', async () => {
  const odd = withParts(await aDocx('甲'), { 'docProps/core.xml': '<a>乙\0&#xd800;丙😀</a>' });
  expect(await placesOf('docx', odd, '乙\ufffd\ufffd丙😀')).toEqual([{ part: 'properties' }]);
});

test('a picture has no text, and is named as not read', async () => {
  expect(await attachmentText({ type: 'png', bytes: new Uint8Array() })).toEqual({
    pieces: [],
    unread: [{ part: 'picture' }],
  });
});
