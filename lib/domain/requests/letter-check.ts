import type { Day } from '@/lib/domain/calendar/day';
import { badInput } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import type { Finding } from '@/lib/domain/report/finding';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import type { LetterState } from '@/lib/domain/requests/letter-draft';
import { letterFaults } from '@/lib/domain/requests/letter-faults';
import { letterInput } from '@/lib/domain/requests/letter-input';
import { knownFacts } from '@/lib/domain/requests/letter-known';
import { eventOfLetter, letterRules } from '@/lib/domain/requests/letter-rules';
import { type Letter, letter } from '@/lib/domain/requests/letters';
import { remedyOf } from '@/lib/domain/requests/remedies';
import { movedYears } from '@/lib/domain/requests/restatements';

/** What stands beside a letter while it is judged. */
export type Beside = {
  events: readonly RequestEvent[];
  ground: Ground;
  /** Who decides on reconsideration; empty where nobody has said. */
  reconsiderationOrgan: string;
  /** Years whose report citizens read, in which a change of the register is a restatement. */
  publishedYears: readonly number[];
};

export type ReadLetter = {
  /** Null while a fact is missing or cannot be read. */
  letter: Letter | null;
  findings: Finding[];
  /** What the register, the clock and the tariff say of it, and nobody types. */
  known: Record<string, string>;
  /** The published years in whose tables the request stands elsewhere once the letter is sent. */
  restated: number[];
};

/** The letter that a draft makes, and what stands in its way. All of it blocks: a letter that contradicts is not sent. */
export function readLetter({ draft: { kind, facts }, office }: LetterState, beside: Beside): ReadLetter {
  const { events, ground } = beside;
  const known = knownFacts(kind, facts, events, ground);
  const typed = { ...facts, ...known };
  if (kind === 'fee_notice' && known.amount === '0') {
    return { letter: null, known, restated: [], findings: [fault('no_fee_due', 'quantity', 'fee')] };
  }
  const parsed = letter.safeParse(letterInput(kind, typed));
  if (!parsed.success) {
    const findings = badInput(parsed.error).map((issue) => missing(issue, typed));
    return { letter: null, findings, known, restated: [] };
  }
  const restated = restatedBy(parsed.data, beside);
  const isMute = restated.length > 0 && office.restates.trim() === '';
  return {
    ...{ letter: parsed.data, known, restated },
    findings: [
      ...letterFindings(parsed.data, beside),
      ...(isMute ? [finding('L-RESTATES', 'required', 'restates', { years: restated.join('、') })] : []),
    ],
  };
}

/** The published years in whose table three or four the request stands elsewhere once the letter is sent. */
export function restatedBy(said: Letter, { events, publishedYears }: Beside): number[] {
  const event = eventOfLetter(said, 'letter');
  return event ? movedYears(events, [...events, event], publishedYears) : [];
}

/**
 * What stands in the way of a whole letter. One that is dated ahead is judged as of its day; that the day has come is asked
 * at the signature (`signing`).
 */
export function letterFindings(
  said: Letter,
  { events, ground, reconsiderationOrgan }: Pick<Beside, 'events' | 'ground' | 'reconsiderationOrgan'>,
  signing = false,
): Finding[] {
  const today: Day = !signing && said.on > ground.today ? said.on : ground.today;
  const remedy = remedyOf(letterRules[said.kind].contest, said.on);
  return [
    ...letterFaults(said, events, { ...ground, today }).map(asFinding),
    ...(remedy !== 'none' && reconsiderationOrgan === '' ? [finding('L-ORGAN', 'remedy', '', {})] : []),
  ];
}

const finding = (rule: string, because: string, field: string, facts: Finding['facts']): Finding => ({
  ...{ rule, key: `${rule}:${because}:${field}`, severity: 'block', facts: { ...facts, because, field } },
  places: field === '' ? [] : [{ kind: 'section', section: field }],
});

const fault = (because: string, field: string, article: string) => finding('L-FAULT', because, field, { article });

function missing(issue: Issue, typed: Readonly<Record<string, string>>): Finding {
  const { field, problem } = issue.code === 'bad_input' ? issue : { field: '', problem: 'malformed' };
  const isBlank = (typed[field] ?? '').trim() === '';
  return finding('L-FACT', isBlank ? 'required' : problem, field, {});
}

function asFinding(issue: Issue): Finding {
  switch (issue.code) {
    case 'letter_contradicts':
      return fault(issue.because, issue.field, issue.article);
    case 'request_event_refused':
      return finding('L-EVENT', issue.because, '', { article: issue.article, event: issue.event });
    default:
      throw new Error(`no letter has ${issue.code}`);
  }
}
