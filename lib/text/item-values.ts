import { itemBlock, textOfBlock } from '@/lib/domain/items/body';
import { attachment, relation } from '@/lib/domain/items/content';
import { dayInProse } from '@/lib/text/days';
import { itemPlaceName as fieldPlaceName } from '@/lib/text/item-changes';
import {
  attributeNames,
  itemFieldName,
  relationNames,
  sourceNames,
  validityNames,
  wayNames,
  withholdingNames,
} from '@/lib/text/items';

/** What ids stand for, as far as a desk knows it. */
export type Choices = {
  nodes: readonly { id: string; label: string }[];
  fields: readonly { id: string; name: string }[];
};

/** Where two people want different things: 标题; 正文的一处; 公开日期; 说明的原因. */
export const itemPlaceName = (name: string) =>
  name.startsWith('reason ') ? '说明的原因' : name === 'publishOn' ? itemFieldName(name) : fieldPlaceName(name);

const named = (names: Readonly<Record<string, string>>) => (value: string) => names[value] ?? value;
const names = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

/** A value of the draft, as said in a sentence. */
export function saidValue(place: string, value: unknown, { nodes, fields }: Choices): string {
  const [field = '', part] = place.split('#');
  if (part !== undefined) return saidPart(field, value);
  if (value === null || value === '') return '（空）';
  switch (field) {
    case 'nodeId':
    case 'classId':
      return nodes.find(({ id }) => id === value)?.label ?? '（已停用）';
    case 'fieldId':
      return fields.find(({ id }) => id === value)?.name ?? '（已停用）';
    case 'formedOn':
    case 'reassessOn':
    case 'endedOn':
    case 'publishOn':
      return dayInProse(String(value));
    case 'ways':
      return names(value).map(named(wayNames)).join('、') || '（空）';
    case 'normative':
      return value === true ? '是' : '否';
    default:
      return named(spoken[field] ?? {})(String(value));
  }
}

const spoken: Record<string, Readonly<Record<string, string>>> = {
  source: sourceNames,
  attribute: attributeNames,
  withholding: withholdingNames,
  validity: validityNames,
};

function saidPart(list: string, value: unknown): string {
  const block = itemBlock.safeParse(value);
  if (list === 'body') return block.success ? textOfBlock(block.data) || '（空）' : '（删去这一段）';
  const file = attachment.safeParse(value);
  if (list === 'attachments') return file.success ? file.data.name : '（删去这个附件）';
  const related = relation.safeParse(value);
  return related.success ? `${relationNames[related.data.kind]}“${related.data.title}”` : '（删去）';
}
