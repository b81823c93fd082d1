import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stillThere } from '@/lib/files/still-there';
import { aPdf, contentOf, pagesOf, revised } from '@/lib/files/testing/a-pdf';
import { aDocx, anXlsx, withParts } from '@/lib/files/testing/an-office-file';

const number = '410325198001011234';
const masked = '4103**********1234';
const docx = await aDocx(`身份证号${masked}`, '张某某');
const xlsx = await anXlsx(['姓名', '身份证号'], ['张某某', masked]);
const pdf = aPdf(pagesOf([masked]));
const parts = async (type: 'docx' | 'xlsx' | 'pdf', bytes: Uint8Array, strings = [number, '张小明']) => [
  ...new Set((await stillThere({ type, bytes }, strings)).map(({ where }) => where.part)),
];

test('what is gone is gone', async () => {
  expect(await parts('docx', docx)).toEqual([]);
  expect(await parts('xlsx', xlsx)).toEqual([]);
  expect(await parts('pdf', pdf)).toEqual([]);
  expect(await parts('docx', docx, ['', '  '])).toEqual([]);
});

const inBody = (xml: string) => (text: string) => text.replace('<w:body>', `<w:body>${xml}`);
const digits = [...number];

describe('a DOCX', () => {
  test.each<[string, Parameters<typeof withParts>[1], string]>([
    ['in clear', { 'word/document.xml': inBody(`<w:p><w:r><w:t>${number}</w:t></w:r></w:p>`) }, 'paragraph'],
    [
      'cut into runs',
      {
        'word/document.xml': inBody(
          `<w:p>${digits.map((digit) => `<w:r><w:t>${digit}</w:t></w:r>`).join('<w:bookmarkStart w:id="1" w:name="x"/>')}</w:p>`,
        ),
      },
      'inner',
    ],
    [
      'cut over cells',
      {
        'word/document.xml': inBody(
          `<w:tbl><w:tr>${digits.map((digit) => `<w:tc><w:p><w:r><w:t>${digit}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr></w:tbl>`,
        ),
      },
      'inner',
    ],
    [
      'in other spelling',
      { 'word/document.xml': inBody('<w:p><w:r><w:t>４１０３２５－１９８００１０１－１２３４</w:t></w:r></w:p>') },
      'paragraph',
    ],
    [
      'as character numbers',
      {
        'word/document.xml': inBody(
          `<w:p><w:r><w:t>${digits.map((digit) => `&#${digit.charCodeAt(0)};`).join('')}</w:t></w:r></w:p>`,
        ),
      },
      'paragraph',
    ],
    [
      'deleted, with the change kept',
      {
        'word/document.xml': inBody(
          `<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>${number}</w:delText></w:r></w:del></w:p>`,
        ),
      },
      'deleted',
    ],
    [
      'in the properties',
      {
        'docProps/core.xml': (text) =>
          text.replace('</cp:coreProperties>', `<dc:subject>${number}</dc:subject></cp:coreProperties>`),
      },
      'properties',
    ],
    [
      'in an attribute',
      {
        'word/settings.xml': (text) =>
          text.replace(
            '</w:settings>',
            `<w:docVars><w:docVar w:name="id" w:val="${number}"/></w:docVars></w:settings>`,
          ),
      },
      'inner',
    ],
    ['in a part that nothing refers to', { 'customXml/item9.xml': `<a>${number}</a>` }, 'inner'],
    ['in a part that is no XML', { 'word/printerSettings1.bin': `x${number}` }, 'inner'],
    [
      'in a comment of the XML',
      { 'word/document.xml': (text) => text.replace('<w:body>', `<!-- ${number} --><w:body>`) },
      'inner',
    ],
  ])('has it still, %s', async (_, changes, part) =>
    expect(await parts('docx', withParts(docx, changes))).toContain(part),
  );
});

describe('an XLSX', () => {
  test.each<[string, Parameters<typeof withParts>[1], string]>([
    [
      'in a string that no cell shows',
      { 'xl/sharedStrings.xml': (text) => text.replace('</sst>', `<si><t>${number}</t></si></sst>`) },
      'strings',
    ],
    [
      'in rich text',
      {
        'xl/sharedStrings.xml': (text) =>
          text.replace('</sst>', `<si><r><t>${number.slice(0, 9)}</t></r><r><t>${number.slice(9)}</t></r></si></sst>`),
      },
      'strings',
    ],
    [
      'in a formula',
      {
        'xl/worksheets/sheet1.xml': (text) =>
          text.replace('</sheetData>', `<row r="9"><c r="A9" t="str"><f>"${number}"</f><v>x</v></c></row></sheetData>`),
      },
      'formula',
    ],
    [
      'in the cache of a pivot table',
      { 'xl/pivotCache/pivotCacheDefinition1.xml': `<a><s v="${number}"/></a>` },
      'inner',
    ],
    [
      'in the name of a range',
      {
        'xl/workbook.xml': (text) =>
          text.replace(
            '</workbook>',
            `<definedNames><definedName name="_${number}">x</definedName></definedNames></workbook>`,
          ),
      },
      'names',
    ],
  ])('has it still, %s', async (_, changes, part) =>
    expect(await parts('xlsx', withParts(xlsx, changes))).toContain(part),
  );
});

describe('a PDF', () => {
  const withObjects = (objects: Parameters<typeof aPdf>[0], trailer = '') =>
    aPdf({ ...pagesOf([masked]), ...objects }, trailer);
  const kerned = `BT /F1 12 Tf [${digits.map((digit) => `(${digit})`).join('-20')}] TJ ET`;
  const hex = `BT /F1 12 Tf <${Buffer.from(number).toString('hex')}> Tj ET`;
  const wide = Buffer.from(`\ufeff${number}`, 'utf16le').swap16().toString('hex');

  test.each<[string, Uint8Array, string]>([
    ['on its page', aPdf(pagesOf([number])), 'page'],
    [
      'beside the page',
      aPdf({ ...pagesOf(['x']), 11: { content: contentOf(number).replace('50 780', '5000 7800') } }),
      'leftover',
    ],
    ['character by character', withObjects({ 11: { content: kerned, packed: true } }), 'inner'],
    ['as a row of codes', withObjects({ 11: { content: hex } }), 'inner'],
    [
      'in the revision before',
      revised(aPdf(pagesOf([number])), { 11: { content: contentOf(masked) } }),
      'earlier_page',
    ],
    [
      'two revisions before',
      revised(revised(aPdf(pagesOf([number])), { 11: { content: contentOf(masked) } }), { 60: '<</A 1>>' }),
      'earlier_page',
    ],
    [
      'in an object that nothing refers to',
      withObjects({ 60: { content: contentOf(number), packed: true } }),
      'leftover',
    ],
    ['in the information', withObjects({ 60: `<</Title(${number})>>` }, '/Info 60 0 R'), 'markup'],
    ['in a remark', withObjects({ 60: `<</Type/Annot/Contents<${wide}>>>` }), 'markup'],
    [
      'in the metadata',
      withObjects({ 60: { entries: '/Type/Metadata', content: `<a b="${number}"/>`, packed: true } }),
      'properties',
    ],
    [
      'in a form that is drawn',
      withObjects({ 60: { entries: '/Type/XObject/Subtype/Form', content: contentOf(number), packed: true } }),
      'inner',
    ],
  ])('has it still, %s', async (_, bytes, part) => expect(await parts('pdf', bytes)).toContain(part));
});

test('wherever a number is cut, it is found', async () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { maxLength: 6 });
  const property = fc.asyncProperty(cuts, async (places) => {
    const edges = [0, ...[...places].sort((one, other) => one - other), 18];
    const runs = edges
      .slice(1)
      .map((end, at) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${number.slice(edges[at], end)}</w:t></w:r>`);
    const bytes = withParts(docx, { 'word/document.xml': inBody(`<w:p>${runs.join('')}</w:p>`) });
    expect(await parts('docx', bytes)).not.toEqual([]);
  });
  await fc.assert(property, { numRuns: 25 });
});
