import type { ReactNode } from 'react';
import { ItemBody } from '@/components/items/item-body';
import { BlockRemark } from '@/components/office/remark-slots';
import type { ItemContent } from '@/lib/domain/items/content';
import { dayInProse } from '@/lib/text/days';
import { itemPlaceId, itemPlaceName } from '@/lib/text/item-changes';
import { sizeWords } from '@/lib/text/item-review';
import {
  attributeNames,
  relationNames,
  sourceNames,
  validityNames,
  wayNames,
  withholdingNames,
} from '@/lib/text/items';

type WholeItemProps = {
  id: string;
  item: ItemContent;
  /** Whether a remark can be left at each place. */
  remarks: boolean;
};

/** The whole of what lies with the leaders, with room for a remark at every place. */
export function WholeItem({ id, item, remarks }: WholeItemProps) {
  const file = (sha256: string) => `/api/items/${id}/files/${sha256}`;
  const remark = (place: string, label: string) => remarks && <BlockRemark place={place} label={label} />;
  return (
    <div className="whole">
      <h3 className="whole-title" id={itemPlaceId('title')}>
        {item.title}
      </h3>
      {remark('title', '标题')}
      <Facts item={item} remark={remark} />
      <div className="item-body item-prose">
        <ItemBody
          blocks={item.body}
          picture={file}
          level={4}
          idOf={(block) => itemPlaceId(`body#${block.id}`)}
          under={(block, position) => remark(`body#${block.id}`, `正文第${position + 1}段`)}
        />
      </div>
      {item.attachments.length > 0 && (
        <section aria-labelledby="item-files">
          <h4 id="item-files">附件</h4>
          <ul>
            {item.attachments.map(({ sha256, name, size, type }) => (
              <li key={sha256} id={itemPlaceId(`attachments#${sha256}`)}>
                <a href={file(sha256)}>{name}</a>（{type.toUpperCase()}，{sizeWords(size)}）
                {remark(`attachments#${sha256}`, `附件“${name}”`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {item.relations.length > 0 && (
        <p>{item.relations.map(({ kind, title }) => `${relationNames[kind]}“${title}”`).join('；')}</p>
      )}
    </div>
  );
}

type FactsProps = { item: ItemContent; remark: (place: string, label: string) => ReactNode };

/** What stands around the text, each with room for a remark. */
function Facts({ item, remark }: FactsProps) {
  const rows: [field: string, value: string][] = [
    ['issuingBody', item.issuingBody],
    ['documentNumber', item.documentNumber || '无'],
    ['formedOn', dayInProse(item.formedOn)],
    ['nodeId', item.node.label],
    ...(item.class ? [['classId', item.class.label] satisfies [string, string]] : []),
    ['fieldId', item.field],
    ['source', sourceNames[item.source]],
    ['attribute', attributeOf(item)],
    ['ways', item.ways.map((way) => wayNames[way]).join('、')],
    ['validity', `${validityNames[item.validity]}${item.endedOn ? `（${dayInProse(item.endedOn)}）` : ''}`],
    ...(item.normative ? [['normative', '是'] satisfies [string, string]] : []),
    ...(item.correctionNote ? [['correctionNote', item.correctionNote] satisfies [string, string]] : []),
  ];
  return (
    <table className="office-grid">
      <caption className="sr-only">信息属性</caption>
      <tbody>
        {rows.map(([field, value]) => (
          <tr key={field} id={itemPlaceId(field)}>
            <th scope="row">{itemPlaceName(field)}</th>
            <td>
              {value}
              {remark(field, itemPlaceName(field))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function attributeOf({ attribute, restriction }: ItemContent): string {
  if (!restriction) return attributeNames[attribute];
  const reason = restriction.reason ? withholdingNames[restriction.reason] : '';
  const again = restriction.reassessOn ? `，${dayInProse(restriction.reassessOn)}重新评估` : '';
  return `${attributeNames[attribute]}：${[reason, restriction.basis].filter(Boolean).join('，')}${again}`;
}
