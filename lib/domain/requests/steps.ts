import type { Day } from '@/lib/domain/calendar/day';
import { type DayLine, numberOf } from '@/lib/domain/calendar/day-line';
import type { Standing } from '@/lib/domain/report/deadline';
import type { Step } from '@/lib/domain/requests/clock';
import { type Course, countedEnd, endOf, feeEnd, type Period, rolled } from '@/lib/domain/requests/course';
import { type Ground, workingDaysFor } from '@/lib/domain/requests/ground';
import { answerEnd } from '@/lib/domain/requests/pauses';
import type { Consultation } from '@/lib/domain/requests/state';

export const stepNames = [
  'confirm_receipt',
  'ask_correction',
  'correct',
  'answer_consultation',
  'extend',
  'pay_fee',
  'reply',
  'deliver',
] as const;
export type StepName = (typeof stepNames)[number];

type Draft = Pick<Step, 'name' | 'who' | 'event' | 'article'> & {
  /** From where the day is reckoned, for whether it is provisional. */
  start: number;
  due: number | null;
  assumed?: boolean;
  doneOn: Day | null;
  /** May be left undone: asking for a correction, extending. */
  optional?: true;
  /** Nobody waits for it any more. */
  over?: boolean;
  waiting?: boolean;
};

/** Every step that the events have set going, in the order of the law. */
export function stepsOf(course: Course, ground: Ground): Step[] {
  const drafts = [
    ...receiptStep(course),
    ...correctionSteps(course, ground),
    ...course.state.consultations.map((each) => consultationStep(each, course, ground)),
    ...extensionStep(course),
    ...feeStep(course, ground),
    ...replySteps(course, ground),
  ];
  return drafts.map((draft) => finished(draft, course, numberOf(ground.today)));
}

function receiptStep({ state: { channel, stage, arrivedOn, receivedOn }, events }: Course): Draft[] {
  const registered = events[0];
  if (channel !== 'ordinary_post' || !arrivedOn || !registered) return [];
  const due = numberOf(arrivedOn);
  const over = stage !== 'registered';
  return [
    {
      name: 'confirm_receipt',
      who: 'office',
      event: registered.id,
      article: 'gid_31_2',
      start: due,
      due,
      doneOn: receivedOn,
      over,
    },
  ];
}

function correctionSteps({ state, periods, line }: Course, { readings }: Ground): Draft[] {
  const [first] = periods;
  const received = state.receivedOn;
  if (!first || !received) return [];
  const { correction } = state;
  const over = state.stage !== 'open';
  const ask: Draft = {
    name: 'ask_correction',
    who: 'office',
    event: first.event,
    article: 'gid_30',
    start: first.start,
    due: line.workdayAfter(first.start, workingDaysFor.correctionRequest),
    doneOn: correction?.askedOn ?? null,
    optional: true,
    over,
  };
  if (!correction) return [ask];
  const asked = numberOf(correction.askedOn);
  const due = rolled(numberOf(correction.respondBy), line, readings);
  return [
    ask,
    {
      name: 'correct',
      who: 'applicant',
      event: correction.id,
      article: 'gid_30',
      start: asked,
      due,
      doneOn: correction.correctedOn,
      over,
    },
  ];
}

function consultationStep(consultation: Consultation, { line, state }: Course, ground: Ground): Draft {
  const { id, kind, joint, sentOn, deliveredOn, answeredOn } = consultation;
  return {
    name: 'answer_consultation',
    who: kind,
    event: id,
    article: kind === 'third_party' ? 'gid_32' : joint ? 'gid_34' : 'gid_33_3',
    start: numberOf(deliveredOn ?? sentOn),
    due: answerEnd(consultation, line, ground),
    assumed: deliveredOn === null,
    doneOn: answeredOn,
    over: state.stage !== 'open',
  };
}

function extensionStep(course: Course): Draft[] {
  const period = course.periods.at(-1);
  if (!period) return [];
  const [extension] = period.extensions;
  const due = countedEnd(period, course, false);
  return [
    {
      name: 'extend',
      who: 'office',
      event: period.event,
      article: 'gid_33_2',
      start: period.start,
      due,
      assumed: restsOnAssumption(course, period, due),
      doneOn: extension ? course.line.dayAt(extension.on) : null,
      optional: true,
      over: course.state.stage !== 'open',
      waiting: period.stop !== null,
    },
  ];
}

function feeStep({ state: { fee, stage }, line }: Course, { readings }: Ground): Draft[] {
  if (!fee) return [];
  const start = numberOf(fee.noticedOn);
  const due = feeEnd(start, line, readings);
  return [
    {
      name: 'pay_fee',
      who: 'applicant',
      event: fee.id,
      article: 'fee',
      start,
      due,
      doneOn: fee.paidOn,
      over: stage !== 'open',
    },
  ];
}

/** One answer for each time that the request was taken up; by the reading it is made when it is delivered. */
function replySteps(course: Course, { readings }: Ground): Draft[] {
  const { periods, state } = course;
  return periods.flatMap((period, at): Draft[] => {
    if (periods[at + 1]?.round === period.round) return []; // it began anew
    const mine = state.outcomes[period.round]; // each taking up ends once
    const reply = answerDraft('reply', period, course, mine?.on ?? null);
    if (mine?.by !== 'replied' || readings.answer_made === 'signed') return [reply];
    return [reply, answerDraft('deliver', period, course, mine.deliveredOn)];
  });
}

function answerDraft(name: 'reply' | 'deliver', period: Period, course: Course, doneOn: Day | null): Draft {
  const due = endOf(period, course);
  return {
    name,
    who: 'office',
    event: period.event,
    article: name === 'deliver' ? 'service' : period.startedBy === 'reopened' ? 'redo_order' : 'gid_33_2',
    start: period.start,
    due,
    assumed: restsOnAssumption(course, period, due),
    doneOn,
    waiting: period.stop !== null,
  };
}

const restsOnAssumption = ({ pauses }: Course, { start }: Period, due: number) =>
  pauses.some(({ from, to, assumed }) => assumed && from <= due && to > start);

// Written out, not spread: a register asks this of thousands at once.
function finished(draft: Draft, { line }: Course, today: number): Step {
  const due = draft.waiting ? null : draft.due;
  const state = stateOf(draft, due, today);
  return {
    name: draft.name,
    who: draft.who,
    event: draft.event,
    due: due === null ? null : line.dayAt(due),
    provisional: due !== null && line.provisionalBetween(Math.min(draft.start, due), due),
    assumed: draft.assumed === true && state === 'open',
    article: draft.article,
    state,
    doneOn: draft.doneOn,
    standing: state === 'open' && due !== null ? standingAt(line, today, due) : null,
  };
}

function stateOf({ doneOn, optional, over }: Draft, due: number | null, today: number): Step['state'] {
  if (doneOn !== null) return due !== null && numberOf(doneOn) > due ? 'late' : 'done';
  if (over || (optional && due !== null && today > due)) return 'lapsed';
  return due === null ? 'waiting' : 'open';
}

/** As `standing` of the report's deadline, but looked up: a register asks it of thousands. */
function standingAt(line: DayLine, today: number, due: number): Standing {
  const [from, to] = today > due ? [due, today] : [today, due];
  const workingDays = line.workedBetween(from, to);
  const state = today > due ? 'overdue' : today === due ? 'today' : workingDays <= 5 ? 'soon' : 'ample';
  return { state, workingDays, provisional: line.provisionalBetween(from, to) };
}
