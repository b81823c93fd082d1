import 'server-only';
import { type OrganisationSettings, organisationSettings } from '@/lib/domain/organisation';
import { type RequestEvent, requestEvent } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import { today } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import type { RequestEvent as EventRow } from '@/lib/server/generated/client';
import { calendarInForce } from '@/lib/server/organisation/calendar';

/** What a stored event is made of, for whoever selects its columns. */
export const eventColumns = { key: true, kind: true, on: true, facts: true, recordedAt: true } as const;

/** An event as the domain knows it: a stored one is checked as any other that comes from outside. */
export function eventOfRow({ key, kind, on, facts, recordedAt }: Pick<EventRow, keyof typeof eventColumns>) {
  return requestEvent.parse({
    ...(facts as object), // written by enterEvent alone; the schema refuses what is not its own
    ...{ id: key, kind, on: on.toISOString().slice(0, 10), recordedAt: recordedAt.toISOString() },
  });
}

/** The events of a request in the order in which they were entered; none of a request that is not there. */
export async function eventsOf(tx: Tx, requestId: string): Promise<RequestEvent[]> {
  const rows = await tx.requestEvent.findMany({
    where: { requestId },
    orderBy: { sequence: 'asc' },
    select: eventColumns,
  });
  return rows.map(eventOfRow);
}

/** What the clock of an organisation is read against today. */
export const groundOf = async (tx: Tx, organisationId: string): Promise<Ground> =>
  groundWith(await registerSettings(tx, organisationId));

/** The same, where its settings are known. */
export const groundUnder = (settings: unknown): Ground => groundWith(organisationSettings.parse(settings).requests);

const groundWith = ({ readings }: RegisterSettings): Ground => ({
  calendar: calendarInForce(),
  today: today(),
  readings,
});

type RegisterSettings = OrganisationSettings['requests'];

/** How an organisation keeps its register of requests. */
export async function registerSettings(tx: Tx, organisationId: string): Promise<RegisterSettings> {
  const { settings } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { settings: true },
  });
  return organisationSettings.parse(settings).requests;
}
