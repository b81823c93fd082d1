import { type ItemHit, itemHits } from '@/lib/domain/items/personal-hits';
import { atField, type Fault, type ItemView, itemRule } from '@/lib/domain/items/rules/rule';
import type { Place } from '@/lib/domain/report/finding';

const law = '《中华人民共和国政府信息公开条例》第十五条、《中华人民共和国个人信息保护法》第六条';
const file = { sha256: 'b'.repeat(64), name: '发放表.pdf', type: 'pdf', size: 9 } as const;
const clean = { hits: [], masked: [] };
const paragraph = (text: string) => [{ id: 'b', kind: 'paragraph' as const, runs: [{ text }] }];

/** Of what stays in the office nothing is searched: it may be withheld for that very reason. */
export const personal = itemRule({
  id: 'I-PERSONAL',
  wording: '公开的内容里像是个人信息的，要遮盖，或者说明为什么保留。',
  basis: law,
  severity: 'warn',
  examples: {
    passes: { item: { body: paragraph('咨询电话：0379-66512345。') }, allow: ['0379-66512345'] },
    fails: { item: { body: paragraph('联系人手机13800138000。') } },
  },
  find: (view) => (view.item.attribute === 'proactive' ? hitFaults(view) : []),
});

function hitFaults(view: ItemView): Fault[] {
  const findings = new Map<string, ItemHit[]>();
  for (const hit of itemHits(view.item, view)) findings.set(hit.key, [...(findings.get(hit.key) ?? []), hit]);
  return [...findings].flatMap(([key, hits]) => {
    const [first] = hits;
    if (!first) return [];
    const { type, why, before, text, after, masked, place } = first;
    const name = 'sha256' in place ? view.item.attachments.find(({ sha256 }) => sha256 === place.sha256)?.name : '';
    const facts = { type, why, before, text, after, masked, in: place.in, name: name ?? '', count: hits.length };
    return [{ at: key.slice('I-PERSONAL:'.length), places: hits.map(placeOf), facts }];
  });
}

function placeOf({ place, text }: ItemHit): Place {
  switch (place.in) {
    case 'field':
      return { kind: 'section', section: place.field };
    case 'body':
      return { kind: 'text', section: 'body', block: place.block, start: place.start, end: place.end, quote: text };
    case 'link':
      return { kind: 'text', section: 'body', block: place.block, start: 0, end: 0, quote: '' };
    case 'name':
    case 'file':
      return { kind: 'text', section: 'attachments', block: place.sha256, start: 0, end: 0, quote: '' };
  }
}

export const unread = itemRule({
  id: 'I-UNREAD',
  wording: '附件里有扫描页、图片等系统读不出文字的，要由人看过，说明没有个人信息。',
  basis: law,
  severity: 'warn',
  examples: {
    passes: { item: { attachments: [file] }, files: new Map([[file.sha256, { ...clean, unread: 0 }]]) },
    fails: { item: { attachments: [file] }, files: new Map([[file.sha256, { ...clean, unread: 2 }]]) },
  },
  find: ({ item: { attribute, attachments }, files }) =>
    attribute !== 'proactive'
      ? []
      : attachments.flatMap(({ sha256, name }) => {
          const count = files.get(sha256)?.unread ?? 0;
          const at = `attachments#${sha256.slice(0, 8)}`;
          const places = [
            { kind: 'text' as const, section: 'attachments', block: sha256, start: 0, end: 0, quote: '' },
          ];
          return count > 0 ? [{ ...atField('attachments', { name, count }), at, places }] : [];
        }),
});
