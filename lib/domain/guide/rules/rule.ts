import type { FactName, GuideContent, GuideDraft, GuideField } from '@/lib/domain/guide/content';
import { stretchesOf } from '@/lib/domain/guide/guide-of';
import type { Finding, Severity } from '@/lib/domain/report/finding';

/** What the head and the foot of every page say of the office. */
export type KnownFact = Extract<FactName, 'office' | 'address' | 'postcode' | 'hours' | 'phone' | 'fax' | 'email'>;

export type GuideView = {
  guide: GuideContent;
  known: Readonly<Record<KnownFact, string>>;
  /** What of the office itself is no personal data. */
  allow: readonly string[];
};

/** What a rule found, before it bears the rule's name. */
export type Fault = { field: GuideField; facts?: Finding['facts'] };

export type GuideRule<Id extends string = string> = {
  id: Id;
  /** In office Chinese, for whoever asks which rule. */
  wording: string;
  /** The article or document that it rests on. */
  basis: string;
  /** `block`: the guide cannot be submitted. `warn`: it can, once a reason is written down. */
  severity: Severity;
  examples: { passes: GuideExample; fails: GuideExample };
  find: (view: GuideView) => readonly Fault[];
};

/** A guide told by its differences from a sound one. */
export type GuideExample = { draft?: Partial<GuideDraft>; known?: Partial<GuideView['known']>; allow?: string[] };

export const guideRule = <const Id extends string>(rule: GuideRule<Id>): GuideRule<Id> => rule;

type Clause = { field: GuideField; text: string };

/** The sentences of all texts: what one says of itself is not said of the next. */
export const sentencesOf = (guide: GuideContent): Clause[] =>
  stretchesOf(guide).flatMap(({ field, text }) =>
    (text.match(/[^。；！？]+[。；！？]?/g) ?? []).map((sentence) => ({ field, text: sentence })),
  );

/** The clauses of a sentence. */
export const clausesOf = (guide: GuideContent): Clause[] =>
  sentencesOf(guide).flatMap(({ field, text }) =>
    (text.match(/[^，]+，?/g) ?? []).map((clause) => ({ field, text: clause })),
  );

const digits: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 20, 二十, 十五 as a number; NaN for anything else. */
export function countOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二两三四五六七八九])?$/.exec(written) ?? [];
  if (!tens && !ten && !ones) return Number.NaN;
  const high = ten ? (digits[tens ?? '一'] ?? 1) * 10 : (digits[tens ?? ''] ?? 0);
  return high + (digits[ones ?? ''] ?? 0);
}

/** A count as it is written, in digits or in characters. */
export const written = '(\\d{1,4}|[一二三四五六七八九十两]{1,3})';
