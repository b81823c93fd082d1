import 'server-only';
import { randomUUID } from 'node:crypto';
import { addDays, type Day, yearOf } from '@/lib/domain/calendar/day';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { type RequestForm, requestForm } from '@/lib/domain/requests/request-form';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { acting } from '@/lib/server/demonstration/acting';
import { drafter } from '@/lib/server/demonstration/cast';
import { appendEvent } from '@/lib/server/requests/append-event';
import { createRequest } from '@/lib/server/requests/create-request';

type Course = (arrivedOn: Day) => RequestEvent[];
type MadeUpRequest = { form: Partial<RequestForm>; daysAgo: number; course?: Course };

const event = <Event extends Omit<RequestEvent, 'id'>>(facts: Event) =>
  ({ id: randomUUID(), ...facts }) as RequestEvent; // a key of its own

const person = {
  ...{
    applicantKind: 'natural_person',
    identityKind: 'missing',
    form: 'paper',
    delivery: 'post',
    channel: 'in_person',
  },
  address: '河南省洛阳市嵩县德亭镇',
};

// Nobody here exists: names are 某, telephones begin with 000.
const requests: readonly MadeUpRequest[] = [
  {
    form: { name: '王某', telephone: '0000-1000001', asked: '德亭镇老庄村道路硬化工程的预算和中标结果。' },
    daysAgo: 60,
    course: (on) => [
      event({ kind: 'replied', on: addDays(on, 9), row: 'granted', reply: 'granted' }),
      event({ kind: 'delivered', on: addDays(on, 10), way: 'post', proof: '挂号信回执' }),
      event({ kind: 'archived', on: addDays(on, 20), number: '' }),
    ],
  },
  {
    form: { name: '张某', telephone: '0000-1000002', asked: '本村危房改造对象的审定材料。' },
    daysAgo: 45,
    course: (on) => [event({ kind: 'third_party_consulted', on: addDays(on, 5), party: '' })],
  },
  {
    form: {
      ...{ applicantKind: 'commercial_enterprise', name: '嵩县某某农业有限公司', telephone: '0000-1000003' },
      ...{ asked: '土地流转备案情况。', channel: 'registered_post' },
    },
    daysAgo: 24,
    course: (on) => [
      event({
        kind: 'extended',
        on: addDays(on, 14),
        workingDays: 10,
        consentedOn: addDays(on, 13),
        consentBy: '陈某',
      }),
    ],
  },
  {
    form: { name: '刘某', telephone: '0000-1000004', asked: '有关补贴的材料。' },
    daysAgo: 9,
    course: (on) => [event({ kind: 'correction_asked', on: addDays(on, 3), respondBy: addDays(on, 30) })],
  },
  {
    form: {
      ...{ name: '赵某', email: 'zhao@example.invalid', asked: '今年的防汛应急预案。' },
      ...{ channel: 'internet', form: 'electronic', delivery: 'email' },
    },
    daysAgo: 1,
  },
];

/** Some requests of this year in different states, entered as the office enters them; those that would lie in an earlier year are left out. */
export async function registerRequests(): Promise<void> {
  const clerk = await acting(drafter);
  const { organisationId } = clerk;
  if ((await db.disclosureRequest.count({ where: { organisationId } })) > 0) return;
  for (const { form, daysAgo, course } of requests) {
    const arrivedOn = addDays(today(), -daysAgo);
    if (yearOf(arrivedOn) !== yearOf(today()) || yearOf(arrivedOn) <= 2020) continue;
    const id = await createRequest({ form: requestForm.parse({ ...person, ...form, arrivedOn }) }, clerk);
    for (const entered of course?.(arrivedOn) ?? []) {
      const { version } = await db.disclosureRequest.findUniqueOrThrow({ where: { id }, select: { version: true } });
      await appendEvent({ id, version, events: entered }, clerk);
    }
  }
}
