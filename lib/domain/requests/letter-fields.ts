import { z } from 'zod';
import { type LetterKind, letter } from '@/lib/domain/requests/letters';

type Named = {
  /** Where it stands in the letter: search.on, withheld.0.what. */
  name: string;
  /** Nothing is also an answer. */
  optional: boolean;
};

/** One thing that a form asks for. */
export type LetterField = Named &
  (
    | { kind: 'line' | 'text'; max: number }
    | { kind: 'day' | 'count' }
    /** Yes or no: something to confirm that the law asks about; typed as what it has to be. */
    | { kind: 'confirm'; value: string }
    | { kind: 'choice'; options: readonly string[] }
    /** Several lines of text, one an entry. */
    | { kind: 'list'; max: number }
    /** Several of the same make; the fields of those that there are, and of one more. */
    | { kind: 'parts'; parts: readonly (readonly LetterField[])[] }
  );

type Typed = Readonly<Record<string, string>>;

/** Whether one of these fields is filled in. What was typed for a choice that was since unmade counts for nothing. */
export const isFilled = (fields: readonly LetterField[], typed: Typed): boolean =>
  fields.some((field) =>
    field.kind === 'parts'
      ? field.parts.some((part) => isFilled(part, typed))
      : (typed[field.name] ?? '').trim() !== '',
  );

/** What a letter of a kind has to state, as a form asks for it. What depends on a choice follows it once it is made. */
export function letterFields(kind: LetterKind, typed: Typed): LetterField[] {
  const option = letter.options.find(({ shape }) => shape.kind.value === kind);
  if (!option) throw new Error(`no letter ${kind}`);
  return below(option.shape, '', typed, ['kind']);
}

function below(shape: z.core.$ZodShape, prefix: string, typed: Typed, known: readonly string[] = []): LetterField[] {
  return Object.entries(shape)
    .filter(([name]) => !known.includes(name))
    .flatMap(([name, schema]) => fieldsOf(schema, `${prefix}${name}`, typed, false));
}

/** The fields of one fact. Of a schema that is new here nothing is guessed. */
function fieldsOf(schema: z.core.$ZodType, name: string, typed: Typed, optional: boolean): LetterField[] {
  const named = { name, optional };
  if (schema instanceof z.ZodDefault) return fieldsOf(schema.def.innerType, name, typed, true);
  if (schema instanceof z.ZodString) {
    const max = schema.maxLength ?? 0;
    return [{ ...named, optional: optional && (schema.minLength ?? 0) === 0, kind: max > 300 ? 'text' : 'line', max }];
  }
  if (schema instanceof z.ZodNumber) return [{ ...named, kind: 'count' }];
  if (schema instanceof z.ZodEnum) return [{ ...named, kind: 'choice', options: schema.options.map(String) }];
  if (schema instanceof z.ZodLiteral) return [{ ...named, kind: 'confirm', value: String(schema.value) }];
  if (schema instanceof z.ZodCustom) return [{ ...named, kind: 'day' }];
  if (schema instanceof z.ZodObject) return below(schema.shape, `${name}.`, typed);
  if (schema instanceof z.ZodDiscriminatedUnion) return chosenFields(schema, name, typed);
  if (schema instanceof z.ZodArray) return listFields(schema.element, named, typed);
  throw new Error(`no field for ${name}`);
}

function chosenFields(schema: z.ZodDiscriminatedUnion, name: string, typed: Typed): LetterField[] {
  const { discriminator } = schema.def;
  const options = schema.options.flatMap((option) => {
    if (!(option instanceof z.ZodObject)) throw new Error(`no choice at ${name}`);
    const shape: z.core.$ZodShape = option.shape;
    const literal = shape[discriminator];
    return literal instanceof z.ZodLiteral ? [{ value: String(literal.value), shape }] : [];
  });
  const choice = `${name}.${discriminator}`;
  const chosen = options.find(({ value }) => value === typed[choice]);
  return [
    { name: choice, optional: false, kind: 'choice', options: options.map(({ value }) => value) },
    ...(chosen ? below(chosen.shape, `${name}.`, typed, [discriminator]) : []),
  ];
}

const most = 20;

function listFields(element: z.core.$ZodType, named: Named, typed: Typed): LetterField[] {
  if (element instanceof z.ZodString) return [{ ...named, kind: 'list', max: element.maxLength ?? 0 }];
  const parts = Array.from({ length: most }, (_, at) => fieldsOf(element, `${named.name}.${at}`, typed, false));
  const last = parts.findLastIndex((part) => isFilled(part, typed));
  return [{ ...named, kind: 'parts', parts: parts.slice(0, last + 2) }];
}
