import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proseOfMarkup, proseOfText } from '@/lib/editor/pasted-prose';
import { readHtml } from '@/lib/editor/testing/read-html';

const prose = (html: string) => proseOfMarkup(readHtml(html));

test('Word: heading styles, soft line breaks, list marks and empty paragraphs', () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font:12pt}</style></head><body lang=ZH-CN>
    <h2 style='text-indent:32.0pt'><span lang=EN-US><span style='mso-list:Ignore'>（一）<span>&nbsp;</span></span></span>持续推进<o:p></o:p></h2>
    <p class=MsoNormal style='text-indent:2em'>　　2020年，德亭镇始终
坚持，全年公开<b>345</b>条。<o:p>&nbsp;</o:p></p>
    <p class=MsoNormal><o:p>&nbsp;</o:p></p>
    <p class=MsoNormal style='mso-outline-level:3'>1.公开栏</p></body></html>`;
  expect(prose(html)).toEqual([
    { kind: 'heading2', text: '（一） 持续推进' },
    { kind: 'paragraph', text: '2020年，德亭镇始终坚持，全年公开345条。' },
    { kind: 'heading3', text: '1.公开栏' },
  ]);
});

test('a line of the form （一） is a heading without any style, a numbered line is not', () => {
  expect(proseOfText('（一）主动公开情况\n1.公开栏\n（二）全年公开。其中：\n\n　　二是推进')).toEqual([
    { kind: 'heading2', text: '（一）主动公开情况' },
    { kind: 'paragraph', text: '1.公开栏' },
    { kind: 'paragraph', text: '（二）全年公开。其中：' },
    { kind: 'paragraph', text: '二是推进' },
  ]);
});

test('tables and pictures leave their words, deletions and scripts nothing', () => {
  const html = `<div>前<br>后<table><tr><td>规章</td><td>0</td></tr><tr><td><p>文件</p></td><td><img alt=x></td></tr></table>
    <script>alert(1)</script><p>保留<del>删去</del><span style="display: none">暗</span></p></div>`;
  expect(prose(html).map(({ text }) => text)).toEqual(['前', '后', '规章　0', '文件', '保留']);
});

test('whatever is pasted, only text without control characters comes out', () => {
  const property = fc.property(
    fc.string({ unit: 'binary-ascii' }),
    fc.constantFrom('p', 'h1', 'div', 'td', 'b'),
    (text, tag) => {
      const html = `<${tag}>${text.replace(/[<&]/g, '')}</${tag}>`;
      for (const { text: line } of [...prose(html), ...proseOfText(text)]) expect(line).not.toMatch(/^\s|\p{Cc}|\s$/u);
    },
  );
  fc.assert(property, { numRuns: 30 });
});
