import { DueCell } from '@/components/office/due-cell';
import { Tag, type TagKind } from '@/components/ui/tag';
import type { Day } from '@/lib/domain/calendar/day';
import type { Step } from '@/lib/domain/requests/clock';
import { dayNear } from '@/lib/text/days';
import { articleShort } from '@/lib/text/request-articles';
import { stepDueNote, stepStateWords } from '@/lib/text/request-clock';
import { stepActors, stepNames } from '@/lib/text/request-ledger';

const kinds: Record<Step['state'], TagKind> = {
  open: 'info',
  waiting: 'quiet',
  done: 'done',
  late: 'overdue',
  lapsed: 'quiet',
};

/** Every step that has been set going, who has to take it, and by when. */
export function StepsTable({ steps, today }: { steps: readonly Step[]; today: Day }) {
  return (
    <table className="office-grid">
      <caption className="sr-only">各步的最后日期</caption>
      <thead>
        <tr>
          {['事项', '由谁办', '最后日期', '情况'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={`${step.name}-${step.event}`}>
            <th scope="row">
              {stepNames[step.name]}
              <span className="block font-normal text-ink-2 text-note">{articleShort(step.article)}</span>
            </th>
            <td>{stepActors[step.who]}</td>
            <td>
              <Due step={step} today={today} />
            </td>
            <td>
              <Tag kind={kinds[step.state]}>{stepStateWords(step)}</Tag>
              {step.doneOn && <span className="ml-2 text-ink-2 text-note">{dayNear(step.doneOn, today)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Due({ step, today }: { step: Step; today: Day }) {
  const { due, standing } = step;
  const note = stepDueNote(step);
  if (due && standing && step.state === 'open')
    return (
      <DueCell
        due={{
          day: due,
          left: standing.state === 'overdue' ? -standing.workingDays : standing.workingDays,
          provisional: step.provisional || step.assumed,
        }}
        today={today}
      >
        {note}
      </DueCell>
    );
  return (
    <span className="whitespace-nowrap">
      {due ? dayNear(due, today) : <span className="text-ink-2 text-note">没有固定日期</span>}
      {note && <span className="block text-ink-2 text-note">{note}</span>}
    </span>
  );
}
