import { feeBasis, oldFees, rates } from '@/lib/domain/guide/rules/fees';
import {
  bodies,
  channels,
  complete,
  contacts,
  oral,
  personal,
  reached,
  upToDate,
} from '@/lib/domain/guide/rules/office';
import { answered, oldLaw, purpose, superseded, tooLong } from '@/lib/domain/guide/rules/periods';
import { reconsiderationFirst, remedyTimes } from '@/lib/domain/guide/rules/remedies';
import type { GuideRule } from '@/lib/domain/guide/rules/rule';

/** Every rule, in the order in which its findings are told. */
export const guideRules = [
  reached,
  channels,
  oral,
  bodies,
  complete,
  purpose,
  answered,
  tooLong,
  oldFees,
  feeBasis,
  rates,
  reconsiderationFirst,
  remedyTimes,
  contacts,
  upToDate,
  superseded,
  oldLaw,
  personal,
] as const satisfies readonly GuideRule[];

export type GuideRuleId = (typeof guideRules)[number]['id'];
