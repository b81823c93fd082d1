import { expect, test } from 'vitest';
import { attribute, attributesOf, readXml } from '@/lib/files/xml-events';

function told(xml: string | Uint8Array, options = {}): string[] {
  const events: string[] = [];
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml;
  readXml(
    bytes,
    {
      open: (name, attributes) => void events.push(`<${name}${attributes}>`),
      close: (name) => void events.push(`</${name}>`),
      text: (text) => void events.push(text),
    },
    options,
  );
  return events;
}

test('tags without prefix, text with its entities, CDATA as text', () => {
  const xml =
    '\ufeff<?xml version="1.0"?><!-- a > b --><w:a b="&lt;>1"><c/>&#x5f20;&#19977;&amp;<![CDATA[<d>]]></w:a>\n';
  expect(told(xml)).toEqual(['<a b="&lt;>1">', '<c>', '</c>', '张三&', '<d>', '</a>']);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a>张</a>', 'utf16le')]);
  expect(told(wide)).toEqual(['<a>', '张', '</a>']);
});

test.each([
  ['tags that cross', '<a><b></a></b>'],
  ['a tag left open', '<a>'],
  ['two roots', '<a/><b/>'],
  ['no root', ''],
  ['text outside', '<a/>x'],
  ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ['half a tag', '<a b="'],
  ['bytes that are no text', new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0xfe])],
  ['a thousand levels', '<a>'.repeat(1100) + '</a>'.repeat(1100)],
])('%s is broken', (_, xml) => expect(() => told(xml)).toThrow('broken'));

test('nearly XML passes where it is allowed to', () => {
  expect(told('<a><br>text</a>', { lenient: true })).toEqual(['<a>', '<br>', 'text', '</a>']);
});

test('attributes by their names, and none out of another’s value', () => {
  const raw = ` xmlns:w="urn:x" w:a="1 TargetMode='Internal'" TargetMode='External' b=""`;
  expect(attributesOf(raw)).toEqual([
    ['a', "1 TargetMode='Internal'"],
    ['TargetMode', 'External'],
    ['b', ''],
  ]);
  expect(attribute(raw, 'TargetMode')).toBe('External');
  expect(attribute(raw, 'absent')).toBe('');
});
