import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/access';
import { can } from '@/lib/domain/access';
import { type Proposal, proposals } from '@/lib/domain/report/carry-over';
import type { ReportFormat } from '@/lib/domain/report/format';
import { emptyDraft, formatFor } from '@/lib/domain/report/formats';
import { type DraftOp, type DraftState, mergeDraft } from '@/lib/domain/report/merge';
import { titleOf } from '@/lib/domain/report/report-of';
import { now, today } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { defaultField } from '@/lib/server/items/default-field';
import { holdOrganisation } from '@/lib/server/people/accounts';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { pathOf, publishedReportOf } from '@/lib/server/reports/annual-report';
import { allFormats } from '@/lib/server/reports/formats';

/** Opens the report of a year: once an organisation, with what last year's already tells as proposals. Answers its id. */
export async function createReport({ year }: { year: number }, actor: Actor): Promise<string> {
  if (!can(actor, 'create')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const format = year <= latestYear() ? formatFor(year, allFormats()) : null;
  if (!format) throw new Refusal([{ code: 'no_format', field: 'year', year }]);
  return db.$transaction(async (tx) => {
    const { organisationId } = actor;
    await holdOrganisation(tx, organisationId); // of two who open the same year at once, one finds it there
    const there = await tx.annualReport.findFirst({ where: { organisationId, year }, select: { documentId: true } });
    if (there) throw new Refusal([{ code: 'report_exists', field: 'year', year }]);

    const previous = await publishedReportOf(tx, organisationId, year - 1);
    const taken = previous ? proposals(format, year, previous) : [];
    const id = await write(tx, { year, format, state: startOf(format, taken) }, actor);
    if (taken.length > 0) await keepProposals(tx, id, taken, actor);
    return id;
  });
}

/** A report may be opened while its year still runs, never for a year further ahead. */
export const latestYear = () => Number(today().slice(0, 4)) + 1;

function startOf(format: ReportFormat, taken: readonly Proposal[]): DraftState {
  const blank: DraftState = { draft: emptyDraft(format), office: { origins: {}, reasons: {}, publishOn: null } };
  return mergeDraft(format, blank, taken.map(asChange)).state;
}

const asChange = ({ address, value, note }: Proposal): DraftOp => ({
  kind: 'cell',
  address,
  from: null,
  to: value,
  origin: { kind: 'previous_report', note },
});

type Start = { year: number; format: ReportFormat; state: DraftState };

async function write(tx: Tx, { year, format, state }: Start, actor: Actor): Promise<string> {
  const { organisationId } = actor;
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true },
  });
  const title = titleOf(organisation, year);
  const path = pathOf(year);
  const at = now();
  const { id } = await tx.document.create({
    data: {
      ...{ organisationId, kind: 'annual_report' as const, title, path, ...state },
      ...{ fieldId: await defaultField(tx, organisationId), drafterId: actor.id, createdAt: at, statusSince: at },
    },
    select: { id: true },
  });
  await tx.annualReport.create({ data: { documentId: id, organisationId, year, formatId: format.id } });
  await record(tx, actor, id, { kind: 'document_created', documentKind: 'annual_report', path, title });
  return id;
}

// What was taken over stands in the history like any other save.
async function keepProposals(tx: Tx, documentId: string, taken: readonly Proposal[], actor: Actor) {
  const { organisationId, id: userId } = actor;
  const [saveId, version] = [randomUUID(), 1];
  const changes = { applied: taken.map(asChange), conflicts: [] };
  await tx.document.update({ where: { id: documentId }, data: { version } });
  await tx.draftChange.create({ data: { organisationId, documentId, saveId, userId, version, changes, at: now() } });
  const cells = taken.map(({ address }) => address);
  await record(tx, actor, documentId, { kind: 'draft_saved', saveId, version, cells, sections: [] });
}
