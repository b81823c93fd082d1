import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { attachmentLimit } from '@/lib/domain/attachment';
import { recogniseAttachment } from '@/lib/files/recognise-attachment';
import { aPdf, pagesOf } from '@/lib/files/testing/a-pdf';
import { aDocx, adding, anXlsx, aRelationship, withParts } from '@/lib/files/testing/an-office-file';

const docx = await aDocx('德亭镇人民政府通知');
const xlsx = await anXlsx(['姓名', '金额'], ['张三', 500]);
const pdf = aPdf(pagesOf(['notice']));
const red = sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } });
const png = new Uint8Array(await red.png().toBuffer());
const jpeg = new Uint8Array(await red.jpeg().toBuffer());

const taken = async (name: string, bytes: Uint8Array) => {
  const outcome = await recogniseAttachment({ name, bytes });
  if ('issue' in outcome) throw new Error(JSON.stringify(outcome.issue));
  return outcome.attachment;
};
const why = async (name: string, bytes: Uint8Array) => {
  const outcome = await recogniseAttachment({ name, bytes });
  return 'issue' in outcome && outcome.issue.code === 'attachment_refused' ? outcome.issue.why : 'taken';
};

test.each([
  ['通知.docx', docx, 'docx'],
  ['名单.XLSX', xlsx, 'xlsx'],
  ['公告.pdf', pdf, 'pdf'],
])('%s is taken as it is', async (name, bytes, type) => {
  const attachment = await taken(name, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(attachment).toMatchObject({ type, size: bytes.length, sha256, name: name.toLowerCase() });
  expect(Buffer.from(attachment.bytes).equals(bytes)).toBe(true);
});

describe('pictures', () => {
  test('are drawn anew: turned upright, without what the camera noted', async () => {
    const exif = {
      IFD0: { Artist: '张三', Orientation: '6' },
      IFD3: { GPSLatitude: '34/1 5/1 20/1', GPSLatitudeRef: 'N' },
    };
    const photograph = new Uint8Array(
      await red.clone().jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer(),
    );
    const attachment = await taken('公开栏.jpg', photograph);
    const metadata = await sharp(attachment.bytes).metadata();
    expect([metadata.width, metadata.height, metadata.exif, metadata.orientation]).toEqual([
      20,
      40,
      undefined,
      undefined,
    ]);
    expect(attachment.mediaType).toBe('image/jpeg');
    expect(attachment.sha256).toBe(createHash('sha256').update(attachment.bytes).digest('hex'));
  });

  test('lose what hangs behind them', async () => {
    const { bytes } = await taken('a.png', Buffer.concat([png, Buffer.from('410325198001011234')]));
    expect(Buffer.from(bytes).includes('410325198001011234')).toBe(false);
  });

  test('with too many dots are refused before they are unpacked', async () => {
    const side = (pixels: number) => Buffer.from([pixels >> 24, pixels >> 16, pixels >> 8, pixels]);
    const huge = Buffer.concat([png.subarray(0, 16), side(60_000), side(60_000), png.subarray(24)]);
    expect(['too_many_pixels', 'broken']).toContain(await why('a.png', huge));
    const wide = await sharp({ create: { width: 10_000, height: 5_100, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(await why('a.png', wide)).toBe('too_many_pixels');
  });

  test('that are cut off are broken', async () => {
    const noise = await sharp(Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * 7919) % 251)), {
      raw: { width: 100, height: 100, channels: 3 },
    })
      .png()
      .toBuffer();
    expect(await why('a.png', noise.subarray(0, noise.length / 2))).toBe('broken');
  });
});

test.each([
  ['附件/名单.pdf', 'name_path'],
  ['..\\名单.pdf', 'name_path'],
  ['C:名单.pdf', 'name_path'],
  ['..', 'name_path'],
  ['名单\0.pdf', 'name_characters'],
  ['名单\u202efdp.exe.pdf', 'name_characters'],
  ['名单\u200b.pdf', 'name_characters'],
  ['名单\n.pdf', 'name_characters'],
  ['名单?.pdf', 'name_characters'],
  [`${'长'.repeat(120)}.pdf`, 'name_too_long'],
  ['con.pdf', 'name_reserved'],
  ['COM1.tar.pdf', 'name_reserved'],
  ['.pdf', 'name_reserved'],
  ['', 'name_reserved'],
  ['名单', 'extension_differs'],
  ['名单.docx', 'extension_differs'],
])('the name %j is refused: %s', async (name, expected) => expect(await why(name, pdf)).toBe(expected));

test('a name is tidied: spaces, composed characters, a small ending', async () => {
  expect((await taken('  公示　e\u0301   2020.PDF ', pdf)).name).toBe('公示 é 2020.pdf');
});

const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ]);

test.each<[string, string, Uint8Array, string]>([
  ['nothing', 'a.pdf', new Uint8Array(), 'empty'],
  ['more than 20 MB', 'a.pdf', Buffer.concat([pdf, Buffer.alloc(attachmentLimit)]), 'too_large'],
  ['an old Word file', '通知.doc', compound('WordDocument'), 'old_word'],
  ['an old Word file with a new ending', '通知.docx', compound('WordDocument'), 'old_word'],
  ['an old Excel file', '名单.xls', compound('Workbook'), 'old_excel'],
  ['an old presentation', 'a.ppt', compound('PowerPoint Document'), 'old_slides'],
  ['a WPS file', 'a.wps', compound('WordDocument'), 'wps'],
  ['a DOCX with a password', 'a.docx', compound('EncryptedPackage'), 'encrypted'],
  ['a program', 'a.pdf.exe', Buffer.from('MZ program'), 'type_unknown'],
  ['a program named PDF', 'a.pdf', Buffer.from('MZ program'), 'broken'],
  ['plain text', '说明.txt', Buffer.from('说明'), 'type_unknown'],
  ['a table of commas', '名单.csv', Buffer.from('姓名,金额'), 'type_unknown'],
  ['a zip', 'a.zip', zipSync({ 'a.txt': strToU8('a') }), 'type_unknown'],
  ['a zip named DOCX', 'a.docx', zipSync({ 'a.txt': strToU8('a') }), 'type_unknown'],
  ['a picture named PDF', 'a.pdf', jpeg, 'extension_differs'],
  ['a table named document', 'a.docx', xlsx, 'extension_differs'],
  ['a document that may hold macros', '通知.docm', docx, 'macros'],
  ['a GIF', 'a.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'type_unknown'],
  ['a DOCX cut off', 'a.docx', docx.subarray(0, docx.length - 100), 'broken'],
])('%s is refused', async (_, name, bytes, expected) => expect(await why(name, bytes)).toBe(expected));

const types = '[Content_Types].xml';
const documentLinks = 'word/_rels/document.xml.rels';
const vba = strToU8('vba');

test.each<[string, Parameters<typeof withParts>[1], string]>([
  ['a macro project', { 'word/vbaProject.bin': vba }, 'macros'],
  [
    'a content type with macros',
    {
      [types]: (text) =>
        text.replace(/application[^"]*document.main\+xml/, 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    },
    'macros',
  ],
  ['an object of another program', { 'word/embeddings/oleObject1.bin': vba }, 'embedded_file'],
  ['a workbook inside', { 'word/embeddings/a.xlsx': xlsx }, 'embedded_file'],
  ['a control', { 'word/activeX/activeX1.xml': '<ax/>' }, 'embedded_file'],
  ['a program as a part', { 'word/media/a.exe': vba }, 'embedded_file'],
  ['a web page to be taken in', { [documentLinks]: adding(aRelationship('aFChunk', 'a.html')) }, 'embedded_file'],
  [
    'a template elsewhere',
    {
      'word/_rels/settings.xml.rels': `<Relationships>${aRelationship('attachedTemplate', 'http://x.cn/a.dotm', true)}</Relationships>`,
    },
    'linked_outside',
  ],
  [
    'a picture elsewhere',
    { [documentLinks]: adding(aRelationship('image', 'http://x.cn/a.png', true)) },
    'linked_outside',
  ],
  [
    'a link to a file of this computer',
    { [documentLinks]: adding(aRelationship('hyperlink', 'file:///C:/a.doc', true)) },
    'linked_outside',
  ],
  [
    'a link that runs a script',
    { [documentLinks]: adding(aRelationship('hyperlink', 'javascript:alert(1)', true)) },
    'linked_outside',
  ],
  ['a plain link', { [documentLinks]: adding(aRelationship('hyperlink', 'https://www.gov.cn/a?b=1', true)) }, 'taken'],
  [
    'a field that fetches',
    {
      'word/document.xml': (text) =>
        text.replace(
          '<w:body>',
          '<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\a.exe</w:instrText></w:r></w:p>',
        ),
    },
    'linked_outside',
  ],
  [
    'a field that links',
    {
      'word/document.xml': (text) =>
        text.replace(
          '<w:body>',
          '<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "http://x.cn/link include" </w:instrText></w:r></w:p>',
        ),
    },
    'taken',
  ],
  ['a part that is no XML', { 'word/styles.xml': '<w:styles>' }, 'broken'],
  ['an entity bomb', { 'docProps/core.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }, 'broken'],
  ['the body of another kind', { 'word/document.xml': '<html/>' }, 'broken'],
  ['no body', { '_rels/.rels': '<Relationships/>' }, 'type_unknown'],
])('a DOCX with %s', async (_, changes, expected) => {
  expect(await why('a.docx', withParts(docx, changes))).toBe(expected);
});

test.each<[string, Parameters<typeof withParts>[1], string]>([
  ['a macro sheet', { 'xl/macrosheets/sheet1.xml': '<a/>' }, 'macros'],
  [
    'a macro function',
    {
      'xl/workbook.xml': (text) =>
        text.replace(
          '</workbook>',
          '<definedNames><definedName name="Auto_Open" xlm="1" hidden="1">x!A1</definedName></definedNames></workbook>',
        ),
    },
    'macros',
  ],
  ['another workbook behind it', { 'xl/externalLinks/externalLink1.xml': '<a/>' }, 'linked_outside'],
  ['a connection to a database', { 'xl/connections.xml': '<a/>' }, 'linked_outside'],
  ['a hole where a sheet was', { 'xl/worksheets/sheet1.xml': '<worksheet>' }, 'broken'],
])('an XLSX with %s', async (_, changes, expected) =>
  expect(await why('a.xlsx', withParts(xlsx, changes))).toBe(expected),
);

test('an archive bomb in a DOCX is refused', async () => {
  const zeros = new Uint8Array(17_000_000);
  expect(await why('a.docx', withParts(docx, { 'word/media/a.png': zeros }))).toBe('archive_bomb');
});

const withObjects = (objects: Parameters<typeof aPdf>[0], trailer = '') =>
  aPdf({ ...pagesOf(['a']), ...objects }, trailer);

test.each<[string, Uint8Array, string]>([
  [
    'a script on opening',
    withObjects({ 1: '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>' }),
    'script',
  ],
  ['a script whose name is disguised', withObjects({ 40: '<</S/J#61vaScript>>' }), 'script'],
  [
    'a script in a packed object',
    withObjects({ 40: { entries: '/Type/ObjStm/N 1/First 5', content: '41 0 <</S/JavaScript>>', packed: true } }),
    'script',
  ],
  ['a program to be started', withObjects({ 40: '<</S/Launch/F(cmd.exe)>>' }), 'script'],
  ['a form of its own program', withObjects({ 40: '<</AcroForm<</XFA 41 0 R>>>>' }), 'script'],
  ['a file inside', withObjects({ 40: '<</Type/Filespec/EF<</F 41 0 R>>>>' }), 'embedded_file'],
  ['a film', withObjects({ 40: '<</Type/Annot/Subtype/RichMedia>>' }), 'embedded_file'],
  ['a password', withObjects({ 40: '<</Filter/Standard/V 1>>' }, '/Encrypt 40 0 R/ID[(a)(b)]'), 'encrypted'],
  ['no pages', aPdf({ 1: '<</Type/Catalog/Pages 2 0 R>>', 2: '<</Type/Pages/Count 0/Kids[]>>' }), 'broken'],
  ['its end cut off', pdf.subarray(0, pdf.length - 40), 'broken'],
  ['much behind its end', Buffer.concat([pdf, Buffer.alloc(5000, 'x')]), 'broken'],
  ['only its first line', Buffer.from('%PDF-1.7\n%%EOF\n'), 'broken'],
  [
    'a stream that grows without measure',
    withObjects({
      40: { entries: '/Filter/FlateDecode', content: deflateSync(Buffer.alloc(170 * 1024 * 1024)).toString('latin1') },
    }),
    'archive_bomb',
  ],
  ['words that only sound so', aPdf(pagesOf(['JavaScript, Launch and EmbeddedFile'])), 'taken'],
  ['a link', withObjects({ 40: '<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://www.gov.cn)>>>>' }), 'taken'],
])('a PDF with %s', async (_, bytes, expected) => expect(await why('a.pdf', bytes)).toBe(expected));

test('whatever bytes come, there is an attachment or an issue', async () => {
  for (const [name, bytes] of [
    ['a.docx', docx],
    ['a.xlsx', xlsx],
    ['a.pdf', pdf],
    ['a.png', png],
  ] as const) {
    for (let at = 3; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x5a;
      expect(['attachment', 'issue']).toContain(Object.keys(await recogniseAttachment({ name, bytes: changed }))[0]);
    }
  }
});
