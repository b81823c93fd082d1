import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType } from 'docx';

// The typefaces that GB/T 9704 names, as Windows and WPS call them; who lacks one reads the next best of the machine.
const latin = 'Times New Roman';
const face = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia });
const song = face('宋体');
const fangSong = face('仿宋');

/** 22 lines in 225 mm, in twentieths of a point. */
export const line = 579;

const size = { basic: 32, title: 44, small: 21, page: 28 }; // half points: 3号, 2号, 五号, 4号
const exact = { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
// Exact too: any other distance would be rounded up to whole lines of the grid.
const tight = { line: 280, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const twoCharacters = { firstLine: 640, firstLineChars: 200 };
const none = { firstLine: 0, firstLineChars: 0 };
const black = { color: '000000', size: size.basic };
const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 4 };

const heading = (eastAsia: string, bold: boolean) => ({
  run: { ...black, font: face(eastAsia), bold, italics: false },
  paragraph: { spacing: exact, indent: twoCharacters, keepNext: true },
});

export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { ...black, font: fangSong, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exact, indent: twoCharacters, alignment: AlignmentType.BOTH },
    },
    title: {
      run: { ...black, font: face('方正小标宋简体'), size: size.title },
      paragraph: {
        ...{ alignment: AlignmentType.CENTER, indent: none, keepNext: true },
        spacing: { line: 640, lineRule: LineRuleType.EXACT, before: 0, after: line },
      },
    },
    heading1: heading('黑体', false),
    heading2: heading('楷体', false),
    heading3: heading('仿宋', false),
  },
  paragraphStyles: [
    {
      ...{ id: 'Corrected', name: '更正说明', basedOn: 'Normal', run: { font: face('楷体') } },
      paragraph: { alignment: AlignmentType.CENTER, indent: none, spacing: { ...exact, after: line } },
    },
    {
      ...{ id: 'Signature', name: '署名', basedOn: 'Normal' },
      paragraph: { alignment: AlignmentType.RIGHT, indent: { ...none, right: 1280 } },
    },
    {
      ...{ id: 'TableText', name: '表格文字', basedOn: 'Normal', run: { font: song, size: size.small } },
      paragraph: { alignment: AlignmentType.CENTER, indent: none, spacing: tight },
    },
    {
      ...{ id: 'TableLabel', name: '表格行名', basedOn: 'TableText' },
      paragraph: { alignment: AlignmentType.LEFT },
    },
    {
      ...{ id: 'TableBand', name: '表格栏目', basedOn: 'TableText', run: { font: face('黑体') } },
      paragraph: { keepNext: true },
    },
    {
      ...{ id: 'Facts', name: '签发与版本', basedOn: 'Normal', run: { font: song, size: size.small } },
      paragraph: {
        ...{ alignment: AlignmentType.LEFT, indent: none, keepLines: true, spacing: { ...tight, before: 40 } },
        border: { top: rule, bottom: rule },
      },
    },
    {
      ...{ id: 'Footer', name: 'footer', basedOn: 'Normal', run: { font: song, size: size.page } },
      paragraph: { indent: { ...none, left: 280, right: 280 }, spacing: { ...tight, line: 320 } },
    },
  ],
};
