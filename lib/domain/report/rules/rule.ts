import { z } from 'zod';
import type { CellValue } from '@/lib/domain/report/content';
import type { Place, Severity } from '@/lib/domain/report/finding';
import type { Restatement } from '@/lib/domain/report/restatement';
import type { View } from '@/lib/domain/report/rules/view';

/** How a format names a cell to a rule. */
export const cellAddress = z.templateLiteral([z.string(), '/', z.string(), '/', z.string()]);

/** What a rule found, before it bears the rule's name. `at` tells it from the rule's other faults, whatever the figures. */
export type Fault = { at: string; places: readonly Place[]; facts: Readonly<Record<string, string | number>> };

/** One sum of the notice (勾稽), pending while a part is blank. One that differs has a fault, unless others tell it. */
export type Equation = {
  state: 'agree' | 'differ' | 'pending';
  /** How much the left side is more than the right, as a decimal. */
  imbalance: string;
  fault: Fault | null;
};

/** What a report must bring along for a rule to be run. */
export type Need = 'preamble' | 'text' | 'prose' | 'previous' | 'comparison';

/** A report told by its differences from a valid one in that format. */
export type Sketch = {
  year?: number;
  name?: string;
  level?: string;
  title?: string;
  cells?: Readonly<Record<string, CellValue>>;
  /** A paragraph each; one that begins with （一） or 1. is a heading. */
  preamble?: readonly string[];
  text?: Readonly<Record<string, readonly string[]>>;
};
/** Last year's report, where given, joins on to this one in all that the example does not say otherwise. */
export type Example = Sketch & {
  format: string;
  previous?: Sketch & { format?: string };
  others?: readonly Sketch[];
  restated?: readonly Restatement[];
};

export type Rule<Id extends string = string> = {
  id: Id;
  /** In office Chinese, for whoever asks which rule. */
  wording: string;
  /** The article or document that it rests on. */
  basis: string;
  /** `block`: the report cannot be submitted. `warn`: it can, once a reason is written down. */
  severity: Severity;
  needs: readonly Need[];
  examples: { passes: Example; fails: Example };
  /** Joined to what a format tells it about its rows and columns. */
  bind: (settings: unknown) => Bound;
};

export type Bound = { find: (view: View) => readonly Fault[]; equations: (view: View) => readonly Equation[] };

type Spec<Id extends string, Settings> = Omit<Rule<Id>, 'bind' | 'needs'> & {
  needs?: readonly Need[];
  settings: z.ZodType<Settings>;
};

export function rule<const Id extends string, Settings>(
  spec: Spec<Id, Settings> & { find: (view: View, settings: Settings) => readonly Fault[] },
): Rule<Id> {
  const { settings: schema, find, needs = [], ...rest } = spec;
  return {
    ...rest,
    needs,
    bind(told) {
      const settings = schema.parse(told);
      return { find: (view) => find(view, settings), equations: () => [] };
    },
  };
}

/** A rule that is a set of sums: each of them is counted, those that do not come out are its faults. */
export function equationRule<const Id extends string, Settings>(
  spec: Spec<Id, Settings> & { equations: (view: View, settings: Settings) => readonly Equation[] },
): Rule<Id> {
  const { settings: schema, equations, needs = [], ...rest } = spec;
  return {
    ...rest,
    needs,
    bind(told) {
      const settings = schema.parse(told);
      return { find: () => [], equations: (view) => equations(view, settings) };
    },
  };
}
