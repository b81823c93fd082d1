import { z } from 'zod';
import type { PublishingPeriod } from '@/lib/domain/catalogue/publishing-period';
import { choices, id, line, optionalLine } from '@/lib/domain/input';
import type { InputProblem } from '@/lib/domain/issue';
import { ways } from '@/lib/domain/items/content';

const say = (problem: InputProblem) => problem;

/** Stable word of a node's public address. */
const code = line(40).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, say('malformed'));

const days = line(4)
  .overwrite((text) => text.normalize('NFKC'))
  .refine((text) => /^\d+$/.test(text), say('not_a_number'))
  .transform(Number)
  .refine((count) => count >= 1 && count <= 3660, say('too_large'));

const fieldId = optionalLine(36)
  .refine((text) => text === '' || id.safeParse(text).success, say('unknown_choice'))
  .transform((text) => text || null);

const adjustable = {
  days,
  unit: z.enum(['working_day', 'calendar_day'], { error: () => say('unknown_choice') }),
  ways: choices(z.enum(ways)),
  fieldId,
};
const named = { label: line(60), basis: optionalLine(200) };

const withPeriod = <Form extends { days: number; unit: PublishingPeriod['unit'] }>({ days, unit, ...rest }: Form) => ({
  ...rest,
  period: { days, unit },
});

/** A node that the organisation adds to those of the law. */
export const newNode = z.object({ code, ...named, ...adjustable }).transform(withPeriod);
export type NewNode = z.infer<typeof newNode>;

/** Name and basis are absent for a node of the law: those are the law's. */
export const changedNode = z
  .object({ id, label: named.label.optional(), basis: named.basis.optional(), ...adjustable })
  .transform(withPeriod);
export type ChangedNode = z.infer<typeof changedNode>;

export const directions = ['up', 'down'] as const;
export const movedNode = z.object({ id, direction: z.enum(directions) });
export type MovedNode = z.infer<typeof movedNode>;
