import type { Day } from '@/lib/domain/calendar/day';
import { clockOf, type Step } from '@/lib/domain/requests/clock';
import type { Channel, EventOf, RequestEvent } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import { stateOf } from '@/lib/domain/requests/replay';
import type { ResultRow } from '@/lib/domain/requests/results';
import type { RequestState, Stage } from '@/lib/domain/requests/state';
import type { StepName } from '@/lib/domain/requests/steps';

/** What a register filters, sorts and counts requests by; all of it follows from the events. */
export type RequestColumns = {
  /** `none`: its registration was reversed. */
  stage: Stage;
  channel: Channel;
  arrivedOn: Day;
  receivedOn: Day | null;
  /** The next thing that the office has to do by a day; null while it waits for others, and once nothing is left to do. */
  dueStep: DueStep | null;
  dueOn: Day | null;
  dueProvisional: boolean;
  /** First end, and the row of table three in which it counts. */
  endedOn: Day | null;
  resultRow: ResultRow | null;
  archivedOn: Day | null;
  casesOpen: number;
  caseMovedOn: Day | null;
};

/** Steps of the office that cannot be left undone. Asking for a correction and extending can. */
export const dueSteps = ['confirm_receipt', 'reply', 'deliver'] as const satisfies readonly StepName[];
export type DueStep = (typeof dueSteps)[number];

/** RangeError where the events hold no registration at all. */
export function columnsOf(events: readonly RequestEvent[], ground: Ground): RequestColumns {
  const state = stateOf(events);
  const due = nextStep(clockOf(events, ground).steps);
  const [first] = state.outcomes;
  return {
    stage: state.stage,
    channel: state.channel ?? registrationIn(events).channel,
    arrivedOn: state.arrivedOn ?? registrationIn(events).on,
    receivedOn: state.receivedOn,
    dueStep: due?.name ?? null,
    dueOn: due?.due ?? null,
    dueProvisional: due?.provisional ?? false,
    endedOn: first?.on ?? null,
    resultRow: first?.row ?? null,
    archivedOn: state.archivedOn,
    casesOpen: state.cases.filter(({ closedOn }) => closedOn === null).length,
    caseMovedOn: lastMoveOf(state),
  };
}

const isDueStep = (name: StepName): name is DueStep => (dueSteps as readonly StepName[]).includes(name);

function nextStep(steps: readonly Step[]) {
  const open = steps.flatMap(({ name, state, due, provisional }) =>
    isDueStep(name) && state === 'open' && due !== null ? [{ name, due, provisional }] : [],
  );
  return open.reduce<(typeof open)[number] | null>((best, each) => (best && best.due <= each.due ? best : each), null);
}

/** A registration that was reversed still says by which way and on which day it was entered. */
function registrationIn(events: readonly RequestEvent[]): EventOf<'registered'> {
  const registered = events.findLast((event) => event.kind === 'registered');
  if (!registered) throw new RangeError('a request without a registration');
  return registered;
}

function lastMoveOf({ cases }: RequestState): Day | null {
  const days = cases.flatMap(({ openedOn, closedOn }) => (closedOn === null ? [openedOn] : [openedOn, closedOn]));
  return days.reduce<Day | null>((last, day) => (last !== null && last >= day ? last : day), null);
}
