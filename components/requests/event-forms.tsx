'use client';

import { type Answer, DecisionForm } from '@/components/office/decision-form';
import { Send, TypedField } from '@/components/office/typed-fields';
import { EventFields, RestatesField } from '@/components/requests/event-fields';
import { FeeFields } from '@/components/requests/fee-fields';
import type { EventField, EventForm } from '@/lib/text/request-event-forms';
import { eventLabels } from '@/lib/text/request-pages';
import { requestEventNames } from '@/lib/text/requests';

type Action = (before: Answer, form: FormData) => Promise<Answer>;
type Of = { id: string; version: number };

const labelsOf = (fields: readonly EventField[]) => ({
  ...Object.fromEntries(fields.map(({ name, label }) => [name, label.replace('（可以不填）', '')])),
  ...eventLabels,
});

type EnterEventProps = { request: Of; form: EventForm; itemsBefore: number; action: Action };

/** Enters something that has happened. `itemsBefore`: other requests of the same applicant in this month. */
export function EnterEvent({ request, form: { kind, note, fields }, itemsBefore, action }: EnterEventProps) {
  return (
    <DecisionForm
      action={action}
      labels={labelsOf(fields)}
      hidden={{ ...request, kind }}
      title="没有登记"
      className="grid max-w-140 gap-4.5"
    >
      {note && <p className="text-ink-2">{note}</p>}
      <EventFields fields={fields} />
      {kind === 'fee_noticed' && <FeeFields itemsBefore={itemsBefore} />}
      <RestatesField />
      <p className="flex flex-wrap items-center gap-4">
        <Send primary working="正在登记…">
          登记{requestEventNames[kind]}
        </Send>
        <a href={`/admin/requests/${request.id}#events`}>取消</a>
      </p>
    </DecisionForm>
  );
}

type CorrectEventProps = { request: Of; event: string; form: EventForm; itemsBefore: number; action: Action };

/** Sets an entry right: another one in its place, or none. What was entered stays, struck through. */
export function CorrectEvent({ request, event, form: { kind, fields }, itemsBefore, action }: CorrectEventProps) {
  return (
    <DecisionForm
      action={action}
      labels={labelsOf(fields)}
      hidden={{ ...request, event, kind }}
      title="没有更正"
      className="grid max-w-140 gap-4.5"
    >
      <EventFields fields={fields} />
      {kind === 'fee_noticed' && <FeeFields itemsBefore={itemsBefore} />}
      <TypedField
        name="reason"
        label={eventLabels.reason}
        hint="为什么更正，依据什么。不要写个人信息。"
        autoComplete="off"
      />
      <RestatesField />
      <p className="flex flex-wrap items-center gap-4">
        <Send primary name="deed" value="replace" working="正在更正…">
          改为以上内容
        </Send>
        <Send name="deed" value="reverse" working="正在更正…">
          作废这一项
        </Send>
        <a href={`/admin/requests/${request.id}#events`}>取消</a>
      </p>
    </DecisionForm>
  );
}
