import 'server-only';
import type { z } from 'zod';
import { badInput } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import { currentActor, type SignedIn } from '@/lib/server/people/session';
import { Refusal } from '@/lib/server/refusal';

/** What was typed, by field; a field that came several times (checkboxes) holds them all. */
export type Typed = Record<string, string | string[]>;

/** What a form shows after it was sent. `done` is what the command answered, if anything. */
export type FormState<Done = unknown> = { issues: Issue[]; typed: Typed; done?: Done };

/** The file that was chosen in a field; null for none. */
export type FileAt = (field: string) => File | null;

/** The door of every form: finds the person, parses the input, and hands a refusal back with what was typed. */
export function formAction<Input, Done = void>(
  schema: z.ZodType<Input>,
  run: (input: Input, actor: SignedIn, file: FileAt) => Promise<Done>,
  { evenWithPasswordDue = false } = {},
) {
  return async (_before: FormState, form: FormData): Promise<FormState<Done>> => {
    const actor = await currentActor();
    if (!actor) return { issues: [{ code: 'not_signed_in' }], typed: typedIn(form) };
    if (actor.mustChangePassword && !evenWithPasswordDue)
      return { issues: [{ code: 'password_change_due' }], typed: typedIn(form) };
    return through(schema, form, (input) => run(input, actor, (name) => fileIn(form, name)));
  };
}

/** The same door without the person, for signing in. */
export async function through<Input, Done>(
  schema: z.ZodType<Input>,
  form: FormData,
  run: (input: Input) => Promise<Done>,
): Promise<FormState<Done>> {
  const typed = typedIn(form);
  const parsed = schema.safeParse(fieldsOf(form));
  if (!parsed.success) return { issues: badInput(parsed.error), typed };
  try {
    return { issues: [], typed: {}, done: await run(parsed.data) };
  } catch (error) {
    if (error instanceof Refusal) return { issues: error.issues, typed };
    throw error;
  }
}

// Where none was chosen browsers send one without name and bytes.
function fileIn(form: unknown, field: string): File | null {
  const value = form instanceof FormData ? form.get(field) : null;
  return value instanceof File && (value.size > 0 || !['', 'undefined'].includes(value.name)) ? value : null;
}

// A server action can be called with anything at all, so a FormData is not taken for granted.
// A file is no text: a command asks for it by its field. And names that start with "$" are the framework's own.
function fieldsOf(form: unknown): Typed {
  if (!(form instanceof FormData)) return {};
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string' || !/^[A-Za-z]/.test(name)) continue;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return Object.fromEntries([...fields].map(([name, values]) => [name, oneOrAll(values)]));
}

function oneOrAll(values: string[]): string | string[] {
  const [first = '', ...others] = values;
  return others.length === 0 ? first : values;
}

// A password is never sent back to the page.
const typedIn = (form: unknown): Typed =>
  Object.fromEntries(Object.entries(fieldsOf(form)).filter(([name]) => !/password|repeated/i.test(name)));
