import { z } from 'zod';
import { moveFields } from '@/app/admin/reports/[id]/move-fields';
import { choices, words } from '@/lib/domain/input';
import { declarations } from '@/lib/domain/workflow/secrecy';

export type RemarkInput = { place: string; words: string };

/**
 * The review form. Besides the move it carries remarks, each in fields that tell its place:
 * `verdict/N` with `remark/N` and `place/N` for a change, `block/PLACE` for a paragraph,
 * `cell/TABLE/N` with `row/TABLE/N` and `column/TABLE/N` for a cell of a table.
 */
export const reviewForm = z
  .looseObject({
    ...moveFields,
    move: z.enum(['approve', 'send_back']),
    declarations: choices(z.enum(declarations)),
  })
  .transform(({ id, version, sha256, move, note, password, declarations: declared, ...rest }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    return { id, version, sha256, move, note, password, declarations: declared, remarks: remarksOf(rest, refuse) };
  });

type Refuse = (field: string, problem: string) => void;
type Fields = Readonly<Record<string, unknown>>;

const most = 500;

function remarksOf(fields: Fields, refuse: Refuse): RemarkInput[] {
  const remarks: RemarkInput[] = [];
  for (const name of Object.keys(fields).slice(0, 5_000)) {
    const [, family, rest] = /^(verdict|block|cell)\/(.{0,120})$/.exec(name) ?? [];
    if (!family || rest === undefined || remarks.length >= most) continue;
    const remark = readers[family]?.(fields, rest, refuse);
    if (remark) remarks.push(remark);
  }
  return remarks;
}

const readers: Record<string, (fields: Fields, rest: string, refuse: Refuse) => RemarkInput | null> = {
  verdict(fields, number, refuse) {
    if (fields[`verdict/${number}`] !== 'return') return null;
    const place = fields[`place/${number}`];
    if (typeof place !== 'string' || !isPlace(place)) return null;
    const typed = wordsAt(fields, `remark/${number}`, refuse);
    if (typed === '') refuse(`remark/${number}`, 'required');
    return typed ? { place, words: typed } : null;
  },
  block(fields, place, refuse) {
    const typed = wordsAt(fields, `block/${place}`, refuse);
    return typed && isPlace(place) ? { place, words: typed } : null;
  },
  cell(fields, slot, refuse) {
    const typed = wordsAt(fields, `cell/${slot}`, refuse);
    if (!typed) return null;
    const [table] = slot.split('/');
    const row = chosen(fields, `row/${slot}`, refuse);
    const column = chosen(fields, `column/${slot}`, refuse);
    return row && column ? { place: `${table}/${row}/${column}`, words: typed } : null;
  },
};

// A cell's address, a field of an item, a paragraph or a file ("s1#b3"), or nothing for the whole.
const isPlace = (text: string) => /^(\w{1,40}\/\w{1,40}\/\w{1,40}|\w{1,40}(#[\w-]{1,64})?)?$/.test(text);

/** The words of a field; null where they are refused. */
function wordsAt(fields: Fields, name: string, refuse: Refuse): string | null {
  const parsed = words(500).safeParse(fields[name] ?? '');
  if (parsed.success) return parsed.data;
  refuse(name, parsed.error.issues[0]?.message ?? 'malformed');
  return null;
}

function chosen(fields: Fields, name: string, refuse: Refuse): string | null {
  const value = fields[name];
  if (typeof value === 'string' && /^\w{1,60}$/.test(value)) return value;
  refuse(name, 'required');
  return null;
}
