import { z } from 'zod';
import type { Day } from '@/lib/domain/calendar/day';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { type CellReader, chosen, closed, dayIn, line, needed, readCells, sayDays } from '@/lib/domain/import-cells';
import { headsAmong } from '@/lib/domain/items/import-heads';
import type { RowFault, RowProblem } from '@/lib/domain/items/import-rows';
import { isIdentityNumber } from '@/lib/domain/personal-data/identity-number';
import { isCreditCode } from '@/lib/domain/requests/credit-code';
import { channels, type RequestEvent, requestEvent } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import {
  applicantKindWords,
  channelWords,
  deliveryWayWords,
  feeMethodWords,
  identityKindWords,
  type RequestColumnKey,
  requestColumnKeys,
  requestImportColumns,
  resultWords,
  secretRequestColumns,
  wantedFormWords,
  wantedWayWords,
} from '@/lib/domain/requests/import-columns';
import { objectionsTo } from '@/lib/domain/requests/objections';
import type { Obstacle } from '@/lib/domain/requests/obstacles';
import { applicantData, identityKindsFor, wantedForms, wantedWays } from '@/lib/domain/requests/request-form';
import { movedYears } from '@/lib/domain/requests/restatements';
import { type ApplicantKind, applicantKinds } from '@/lib/domain/requests/statistics';
import { type SheetCell, type SheetRow, shownIn } from '@/lib/domain/sheet';

/** A past request with its course: who asked, what, and the events that a register of the office tells of. */
export const importedRequest = z.strictObject({
  applicantKind: z.enum(applicantKinds),
  name: z.string().min(1),
  ...applicantData.shape,
  asked: z.string().min(1),
  form: z.enum(wantedForms),
  delivery: z.enum(wantedWays),
  channel: z.enum(channels),
  arrivedOn: z.custom<Day>((value) => typeof value === 'string'),
  place: z.string(),
  events: z.array(requestEvent).min(1),
  restates: z.string(),
});
export type ImportedRequest = z.infer<typeof importedRequest>;

/** What the words of a list can mean today: the clock's ground, and the years whose report citizens read. */
export type RequestImportContext = { ground: Ground; published: readonly number[] };

type Row = CellReader<RequestColumnKey, RowProblem>;
type Read = { sha256: string; title: string; draft: ImportedRequest | null; faults: RowFault[] };

const days = [
  ...([
    'arrivedOn',
    'receivedOn',
    'correctionAskedOn',
    'respondBy',
    'correctedOn',
    'feeNoticedOn',
    'feePaidOn',
  ] as const),
  ...(['extendedOn', 'repliedOn', 'deliveredOn', 'archivedOn'] as const),
];

/** One row of a register, with everything that is wrong with it. What tells who asked is not repeated beside a fault. */
export function readRequestRow(
  cellAt: (key: RequestColumnKey) => SheetCell | undefined,
  context: RequestImportContext,
): Read {
  const columns = { keys: requestColumnKeys, long: ['asked', 'restates'] as const, secret: secretRequestColumns };
  const { row, said, faults } = readCells<RequestColumnKey, RowProblem>(columns, cellAt);
  const request = requestOf(row);
  if (request && faults.length === 0) judge(row, request, context);
  sayDays(said, row, days);
  const parsed = faults.length === 0 ? importedRequest.safeParse(request) : null;
  if (parsed && !parsed.success) row.fault(columnAt(parsed.error.issues[0]?.path[0]), 'malformed');
  return {
    sha256: sha256(canonicalJson(said)),
    // Of the course, not of the person: it stands in the list of faults.
    title: `${shownIn(row.cell('arrivedOn'))} ${line(row, 'asked', 5_000).slice(0, 40)}`.trim(),
    draft: parsed?.success ? parsed.data : null,
    faults: requestColumnKeys.flatMap((key) => faults.filter(({ column }) => column === key)),
  };
}

const columnAt = (path: PropertyKey | undefined): RequestColumnKey =>
  requestColumnKeys.find((key) => key === path) ?? 'asked';

function requestOf(row: Row) {
  const arrivedOn = needed(row, 'arrivedOn') ? dayIn(row, 'arrivedOn') : null;
  const channel = needed(row, 'channel') ? chosen(row, 'channel', channelWords) : null;
  const applicantKind = needed(row, 'applicantKind') ? chosen(row, 'applicantKind', applicantKindWords) : null;
  const name = needed(row, 'name') ? line(row, 'name', 100) : '';
  const asked = needed(row, 'asked') ? row.text('asked') : '';
  if (asked.length > 5_000) row.fault('asked', 'too_long', 5_000);
  const wanted = {
    form: chosen(row, 'form', wantedFormWords) ?? 'paper',
    delivery: chosen(row, 'delivery', wantedWayWords) ?? 'collected',
  };
  const reached = {
    ...{ telephone: line(row, 'telephone', 40), address: line(row, 'address', 200) },
    ...{ postcode: closed(row.text('postcode')), email: line(row, 'email', 100) },
  };
  if (!arrivedOn || !channel || !applicantKind) return null;
  const identity = identityOf(row, applicantKind);
  const events = courseOf(row, arrivedOn, channel);
  const who = applicantData.safeParse({ ...identity, ...reached });
  if (!who.success) row.fault(columnAt(who.error.issues[0]?.path[0]), 'malformed');
  if (!who.success) return null;
  const restates = line(row, 'restates', 500);
  return { applicantKind, name, asked, ...wanted, channel, arrivedOn, place: '', ...who.data, events, restates };
}

function identityOf(row: Row, applicantKind: ApplicantKind) {
  const number = row.text('identityNumber').normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const said = chosen(row, 'identityKind', identityKindWords);
  if (number === '') return { identityKind: 'missing' as const, identityNumber: '' };
  const guessed = isIdentityNumber(number) ? 'identity_card' : isCreditCode(number) ? 'credit_code' : 'other';
  const identityKind = said && said !== 'missing' ? said : guessed;
  if (!identityKindsFor(applicantKind).includes(identityKind)) row.fault('identityKind', 'unknown_choice');
  if (identityKind === 'identity_card' && !isIdentityNumber(number)) row.fault('identityNumber', 'malformed');
  if (identityKind === 'credit_code' && !isCreditCode(number)) row.fault('identityNumber', 'malformed');
  return { identityKind, identityNumber: number };
}

type Channel = keyof typeof channelWords;

/** The events that the row tells of, in the order of the law. */
function courseOf(row: Row, arrivedOn: Day, channel: Channel): RequestEvent[] {
  const events: RequestEvent[] = [{ id: 'i1', kind: 'registered', on: arrivedOn, channel }];
  const receivedOn = dayIn(row, 'receivedOn');
  const sure = channel === 'in_person' || channel === 'oral' || channel === 'registered_post';
  const by = !sure ? 'confirmation' : channel === 'registered_post' ? 'signature' : 'submission';
  const received = receivedOn ?? (sure ? arrivedOn : null);
  if (received) events.push({ id: 'i2', kind: 'received', on: received, by });
  events.push(...correctionOf(row), ...feeOf(row));
  const extendedOn = dayIn(row, 'extendedOn');
  if (extendedOn) events.push(extension(row, extendedOn));
  events.push(...endOf(row));
  const deliveredOn = dayIn(row, 'deliveredOn');
  const way = chosen(row, 'deliveryWay', deliveryWayWords);
  if (deliveredOn) events.push({ id: 'i5', kind: 'delivered', on: deliveredOn, way: way ?? 'post', proof: '' });
  const archivedOn = dayIn(row, 'archivedOn');
  if (archivedOn) events.push({ id: 'i6', kind: 'archived', on: archivedOn, number: line(row, 'archiveNumber', 80) });
  return events;
}

/** What was asked for as a correction, and what came (Article 30). */
function correctionOf(row: Row): RequestEvent[] {
  const askedOn = dayIn(row, 'correctionAskedOn');
  const respondBy = dayIn(row, 'respondBy');
  const correctedOn = dayIn(row, 'correctedOn');
  if (!askedOn) {
    const rest = (['respondBy', 'correctedOn'] as const).some((key) => row.text(key) !== '');
    if (rest && row.text('correctionAskedOn') === '') row.fault('correctionAskedOn', 'required');
    return [];
  }
  if (row.text('respondBy') === '') row.fault('respondBy', 'required');
  if (!respondBy) return [];
  const asked: RequestEvent = { id: 'i7', kind: 'correction_asked', on: askedOn, respondBy };
  return correctedOn ? [asked, { id: 'i8', kind: 'corrected', on: correctedOn, excuse: '' }] : [asked];
}

/** The fee that was asked for, and whether it was paid. */
function feeOf(row: Row): RequestEvent[] {
  const noticedOn = dayIn(row, 'feeNoticedOn');
  const paidOn = dayIn(row, 'feePaidOn');
  const method = chosen(row, 'feeMethod', feeMethodWords);
  const amount = row.text('feeAmount').replace(/[,，]|元$/g, '');
  if (!noticedOn) {
    const rest = (['feeMethod', 'feeAmount', 'feePaidOn'] as const).some((key) => row.text(key) !== '');
    if (rest && row.text('feeNoticedOn') === '') row.fault('feeNoticedOn', 'required');
    return [];
  }
  if (amount === '') row.fault('feeAmount', 'required');
  else if (!/^[1-9]\d{0,7}$/.test(amount)) row.fault('feeAmount', 'malformed');
  if (row.text('feeMethod') === '') row.fault('feeMethod', 'required');
  const facts = { method: method ?? 'items', amount: Number(amount) };
  const noticed: RequestEvent = { id: 'i9', kind: 'fee_noticed', on: noticedOn, ...facts };
  return paidOn ? [noticed, { id: 'i10', kind: 'fee_paid', on: paidOn }] : [noticed];
}

/** How it ended: by an answer, by the applicant, or because what the notice before asked for did not come. */
function endOf(row: Row): RequestEvent[] {
  const on = dayIn(row, 'repliedOn');
  const result = chosen(row, 'result', resultWords);
  if (on && row.text('result') === '') row.fault('result', 'required');
  if (row.text('result') !== '' && row.text('repliedOn') === '') row.fault('repliedOn', 'required');
  if (result === 'other_no_correction' && row.text('correctionAskedOn') === '')
    row.fault('correctionAskedOn', 'required');
  if (result === 'other_fee_unpaid' && row.text('feeNoticedOn') === '') row.fault('feeNoticedOn', 'required');
  if (!on || !result) return [];
  switch (result) {
    case 'withdrawn':
      return [{ id: 'i4', kind: 'withdrawn', on }];
    case 'other_no_correction':
      return [{ id: 'i4', kind: 'correction_lapsed', on }];
    case 'other_fee_unpaid':
      return [{ id: 'i4', kind: 'fee_lapsed', on }];
    default:
      return [{ id: 'i4', kind: 'replied', on, row: result }];
  }
}

function extension(row: Row, on: Day): RequestEvent {
  const days = row.text('extensionDays') === '' ? '20' : row.text('extensionDays');
  const workingDays = /^(?:[1-9]|1\d|20)$/.test(days) ? Number(days) : 1;
  if (String(workingDays) !== days) row.fault('extensionDays', 'malformed');
  if (row.text('extensionBy') === '') row.fault('extensionBy', 'required');
  return { id: 'i3', kind: 'extended', on, workingDays, consentedOn: on, consentBy: line(row, 'extensionBy', 40) };
}

/** What the law refuses of the course, beside the cell that it is about; and a reason where a published year would change. */
function judge(
  row: Row,
  { events, restates }: Pick<ImportedRequest, 'events' | 'restates'>,
  context: RequestImportContext,
) {
  for (const issue of objectionsTo(events, [], context.ground)) {
    if (issue.code !== 'request_event_refused') continue;
    const column = columnOf[issue.event] ?? 'arrivedOn';
    row.fault(column, issue.because === ('in_the_future' satisfies Obstacle) ? 'in_future' : 'course');
  }
  if (restates === '' && movedYears([], events, context.published).length > 0) row.fault('restates', 'restates_needed');
}

const columnOf: Partial<Record<RequestEvent['kind'], RequestColumnKey>> = {
  received: 'receivedOn',
  correction_asked: 'correctionAskedOn',
  corrected: 'correctedOn',
  correction_lapsed: 'repliedOn',
  fee_noticed: 'feeNoticedOn',
  fee_paid: 'feePaidOn',
  fee_lapsed: 'repliedOn',
  extended: 'extendedOn',
  replied: 'repliedOn',
  withdrawn: 'repliedOn',
  delivered: 'deliveredOn',
  archived: 'archivedOn',
};

/** Reads a register of past requests, row by row. Nothing is guessed: what is not certain is a fault of its cell. */
export function readRequestList([head, ...rows]: readonly SheetRow[], context: RequestImportContext) {
  const heads = headsAmong(head?.cells ?? [], requestColumnKeys, requestImportColumns);
  if (heads.missing.length + heads.repeated.length > 0) return { heads, rows: [] };
  const seen = new Map<string, number>();
  const read = rows
    .filter(({ cells }) => cells.some((cell) => shownIn(cell).trim() !== ''))
    .map(({ number, cells }) => {
      const { faults, draft, ...row } = readRequestRow((key) => cells[heads.at[key] ?? -1], context);
      const earlier = seen.get(row.sha256);
      if (earlier === undefined) seen.set(row.sha256, number);
      else faults.push({ column: 'asked', value: '', problem: 'repeated_row', number: earlier });
      return { ...row, number, faults, draft: faults.length === 0 ? draft : null, fieldId: null };
    });
  return { heads, rows: read };
}
