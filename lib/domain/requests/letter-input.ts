import { isFilled, type LetterField, letterFields } from '@/lib/domain/requests/letter-fields';
import type { LetterKind } from '@/lib/domain/requests/letters';

type Typed = Readonly<Record<string, string>>;

/** What was typed as the letter's schema takes it: nested, numbers as numbers, a line an entry. What is empty is absent. */
export function letterInput(kind: LetterKind, typed: Typed): Record<string, unknown> {
  const input: Record<string, unknown> = { kind };
  enterAll(input, letterFields(kind, typed), typed);
  return input;
}

function enterAll(input: Record<string, unknown>, fields: readonly LetterField[], typed: Typed) {
  for (const field of fields) {
    if (field.kind === 'parts') {
      const filled = field.parts.filter((part) => isFilled(part, typed));
      for (const [at, part] of filled.entries()) enterAll(input, part.map(movedTo(field.name, at)), typed);
      if (filled.length === 0) put(input, field.name, []);
      continue;
    }
    put(input, field.name, valueIn(field, typed[originOf(field)] ?? ''));
  }
}

// An empty part between two is passed over: the next one moves up, and still reads what was typed in its own place.
type Moved = LetterField & { origin?: string };

const movedTo =
  (list: string, at: number) =>
  (field: LetterField): Moved => ({
    ...field,
    origin: field.name,
    name: field.name.replace(new RegExp(`^${list}\\.\\d+`), `${list}.${at}`),
  });

const originOf = (field: Moved) => field.origin ?? field.name;

function valueIn(field: LetterField, text: string): unknown {
  const said = text.trim();
  switch (field.kind) {
    case 'count':
      return /^\d{1,9}$/.test(said) ? Number(said) : said || undefined;
    case 'confirm':
      return said === field.value ? field.value === 'true' : undefined;
    case 'choice':
      return said === 'true' || said === 'false' ? said === 'true' : said || undefined;
    case 'list':
      return said.split('\n').flatMap((entry) => entry.trim() || []);
    case 'day':
      return said || undefined;
    default:
      return field.optional || said !== '' ? said : undefined;
  }
}

function put(at: Record<string, unknown>, name: string, value: unknown) {
  const [key = '', ...rest] = name.split('.');
  const [next] = rest;
  if (next === undefined) {
    at[key] = value;
    return;
  }
  const below: unknown = at[key] ?? (/^\d+$/.test(next) ? [] : {});
  at[key] = below;
  if (isRecord(below)) put(below, rest.join('.'), value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
