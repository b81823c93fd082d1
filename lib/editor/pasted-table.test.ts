import { expect, test } from 'vitest';
import { sheetOfMarkup, sheetOfText } from '@/lib/editor/pasted-table';
import { readHtml } from '@/lib/editor/testing/read-html';

const sheet = (html: string) => sheetOfMarkup(readHtml(html));

test('text of a spreadsheet is cut at tabs and line ends', () => {
  expect(sheetOfText('1\t2\r\n3\t\r\n')).toEqual([
    ['1', '2'],
    ['3', ''],
  ]);
  expect(sheetOfText('0.5344')).toEqual([['0.5344']]);
  expect(sheetOfText('"一\n行"\t"说""好"""')).toEqual([['一\n行', '说"好"']]);
});

test('a table of Excel gives its cells and leaves its styles behind', () => {
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:General}</style></head>
    <body><table><!--StartFragment--><col width=64><tr height=18><td class=xl65 align=right x:num>1</td><td>&nbsp;2 </td></tr>
    <tr><td>3</td><td></td></tr><!--EndFragment--></table></body></html>`;
  expect(sheet(html)).toEqual([
    ['1', '2'],
    ['3', ''],
  ]);
});

test('a merged cell stands once, at its first place', () => {
  const html = '<table><tr><th rowspan=2>甲</th><td colspan=2>1</td></tr><tr><td>2</td><td>3</td></tr></table>';
  expect(sheet(html)).toEqual([
    ['甲', '1', ''],
    ['', '2', '3'],
  ]);
});

test('prose has no table', () => expect(sheet('<p>345</p>')).toBeNull());
