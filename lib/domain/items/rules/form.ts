import { type ItemBlock, type Run, textOfBlock } from '@/lib/domain/items/body';
import type { OpenItem } from '@/lib/domain/items/item-of';
import { atBlock, atField, atWords, type Fault, itemRule } from '@/lib/domain/items/rules/rule';

const accessibility = '《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668—2019）';
const layout = '《党政机关公文格式》（GB/T 9704—2012）7.2.5';

const picture = (alt: string): ItemBlock => ({ id: 'p', kind: 'image', sha256: 'a'.repeat(64), alt });
const table = (headerRows: number): ItemBlock => {
  const cell = (text: string) => ({ runs: [{ text }] });
  const rows = [
    [cell('项目'), cell('数量')],
    [cell('防火队'), cell('3')],
  ];
  return { id: 't', kind: 'table', headerRows, rows };
};
const linked = (text: string): ItemBlock => {
  return { id: 'l', kind: 'paragraph', runs: [{ text, href: 'https://www.example.gov.cn/a' }] };
};
const heading = (id: string, level: 1 | 2 | 3, text: string): ItemBlock => ({
  id,
  kind: 'heading',
  level,
  runs: [{ text }],
});

export const alternatives = itemRule({
  id: 'I-ALT',
  wording: '图片要有说明文字，看不见图片的人靠它了解内容。',
  basis: accessibility,
  severity: 'block',
  examples: { passes: { item: { body: [picture('防火区域图')] } }, fails: { item: { body: [picture(' ')] } } },
  find: ({ item: { body } }) =>
    body.flatMap((block) => (block.kind === 'image' && block.alt.trim() === '' ? [atBlock(block.id)] : [])),
});

export const tableHeads = itemRule({
  id: 'I-TABLE-HEAD',
  wording: '表格要标明表头，读屏软件按它念出每一格是什么。',
  basis: accessibility,
  severity: 'warn',
  examples: { passes: { item: { body: [table(1)] } }, fails: { item: { body: [table(0)] } } },
  find: ({ item: { body } }) =>
    body.flatMap((block) =>
      block.kind === 'table' && block.headerRows === 0 && block.rows.length > 1 ? [atBlock(block.id)] : [],
    ),
});

export const headingOrder = itemRule({
  id: 'I-HEADINGS',
  wording: '标题逐级使用，不跳级。',
  basis: accessibility,
  severity: 'warn',
  examples: {
    passes: { item: { body: [heading('h1', 1, '一、总则'), heading('h2', 2, '（一）目的')] } },
    fails: { item: { body: [heading('h1', 1, '一、总则'), heading('h3', 3, '1.目的')] } },
  },
  find: ({ item: { body } }) => {
    let above = 0;
    return body.flatMap((block): Fault[] => {
      if (block.kind !== 'heading') return [];
      const skipped = block.level > above + 1;
      above = block.level;
      return skipped ? [atWords(block.id, 0, textOfBlock(block))] : [];
    });
  },
});

const vague =
  /^(?:点击|请点击|点)?(?:这里|此处|链接|这儿|查看|详情|更多|下载|原文|here|click)(?:查看|下载)?[：:>》…。]*$/i;

export const linkTexts = itemRule({
  id: 'I-LINK',
  wording: '链接的文字要说明指向什么，不用“点击这里”或者一串网址。',
  basis: accessibility,
  severity: 'warn',
  examples: {
    passes: { item: { body: [linked('全省森林防火条例')] } },
    fails: { item: { body: [linked('点击这里')] } },
  },
  find: ({ item: { body } }) =>
    body.flatMap((block) =>
      linksOf(block)
        .filter(({ text }) => vague.test(text.trim()) || /^(?:https?:\/\/|www\.)\S+$/.test(text.trim()))
        .map(({ text }) => atWords(block.id, Math.max(0, textOfBlock(block).indexOf(text)), text)),
    ),
});

function linksOf(block: ItemBlock): Run[] {
  const runs = block.kind === 'heading' || block.kind === 'paragraph' ? block.runs : [];
  const listed = block.kind === 'list' ? block.entries.flat() : [];
  const inTable = block.kind === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.runs)) : [];
  return [...runs, ...listed, ...inTable].filter(({ href }) => href !== undefined);
}

export const documentNumber = itemRule({
  id: 'I-NUMBER',
  wording: '发文字号由机关代字、年份、序号组成，年份用六角括号〔〕括起，序号不编虚位，不加“第”字。',
  basis: layout,
  severity: 'warn',
  examples: {
    passes: { item: { documentNumber: '柳政办〔2024〕12号' } },
    fails: { item: { documentNumber: '柳政办[2024]第012号' } },
  },
  find: ({ item: { documentNumber: written } }) =>
    written === '' || /^[\p{Script=Han}]{1,20}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/u.test(written)
      ? []
      : [atField('documentNumber', { written })],
});

export const numberYear = itemRule({
  id: 'I-NUMBER-YEAR',
  wording: '发文字号的年份与成文日期的年份一致。',
  basis: layout,
  severity: 'warn',
  examples: { passes: {}, fails: { item: { documentNumber: '柳政〔2023〕3号' } } },
  find: ({ item }) => {
    const year = /[〔[（(](\d{4})[〕\]）)]/.exec(item.documentNumber)?.[1];
    const formed = item.formedOn?.slice(0, 4);
    return year && formed && year !== formed ? [atField('documentNumber', { year, formed })] : [];
  },
});

export const titleForm = itemRule({
  id: 'I-TITLE-FORM',
  wording: '标题写信息的名称，不带文件后缀，末尾不用句号。',
  basis: '《党政机关公文格式》（GB/T 9704—2012）7.3.1',
  severity: 'warn',
  examples: { passes: {}, fails: { item: { title: '防火通知（定稿）.docx' } } },
  find: ({ item: { title } }) => {
    const quote = /\.(?:docx?|xlsx?|pdf|wps|et|txt)\b|[。；，、]$|（?(?:定稿|终稿|修改稿|最终版)）?/i.exec(title)?.[0];
    return quote ? [atField('title', { quote })] : [];
  },
});

const secret =
  /(?:绝密|机密|秘密)\s*[★☆]|内部(?:资料|文件|材料)[^。]{0,6}(?:保管|保存|外传)|不得(?:公开|外传)|仅供内部/;

export const secrecyMarks = itemRule({
  id: 'I-SECRECY-MARK',
  wording: '正文有密级标志或者内部文件字样的，不能公开。',
  basis: '《中华人民共和国政府信息公开条例》第十四条、第十七条',
  severity: 'block',
  examples: {
    passes: {},
    fails: { item: { body: [{ id: 'b', kind: 'paragraph', runs: [{ text: '秘密★1年' }] }] } },
  },
  find: ({ item }) => (item.attribute === 'proactive' ? marksIn(item) : []),
});

const marksIn = ({ body }: OpenItem): Fault[] =>
  body.flatMap((block) => {
    const found = secret.exec(textOfBlock(block));
    return found ? [atWords(block.id, found.index, found[0])] : [];
  });
