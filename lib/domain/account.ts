import { z } from 'zod';
import { roles } from '@/lib/domain/access';
import { choices, id, line, optionalLine } from '@/lib/domain/input';
import type { InputProblem } from '@/lib/domain/issue';
import { levels } from '@/lib/domain/organisation';

const malformed: InputProblem = 'malformed';

/** What a person types at sign-in: letters, digits and - . _, however the input method wrote them. */
export const signInName = line(32)
  .overwrite((text) => text.normalize('NFKC').toLowerCase())
  .regex(/^[a-z0-9][a-z0-9._-]+$/, malformed);

const atLeastOne: InputProblem = 'required';
const person = {
  name: line(30),
  post: optionalLine(40),
  roles: choices(z.enum(roles)).refine((held) => held.length > 0, atLeastOne),
};

export const newPerson = z.object({ ...person, signInName });
export const changedPerson = z.object({ id, ...person });

const field = { name: line(40), leaders: choices(id) };

export const newField = z.object(field);
export const changedField = z.object({ id, ...field });

export const row = z.object({ id });

// Words that stand at this place of an address for something else.
const spokenFor = ['admin', 'api', 'l', 'site', 'large', 'reports', '_next'];

/** Its part of the public addresses, never changed later: links point there. */
export const slug = line(40)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, malformed)
  .refine((text) => !spokenFor.includes(text), malformed);

export const names = { name: line(40), shortName: line(20), officeName: line(60) };

export const newOrganisation = z.object({ slug, ...names, level: z.enum(levels), parent: slug.optional() });
