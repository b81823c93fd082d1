import 'server-only';
import { type Actor, denial } from '@/lib/domain/access';
import type { ReportFormat } from '@/lib/domain/report/format';
import { formatFor } from '@/lib/domain/report/formats';
import { followedSources, movedSources, type Registers } from '@/lib/domain/report/live-numbers';
import type { DraftState } from '@/lib/domain/report/merge';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import {
  type DocumentFacts,
  deskFacts,
  documentFacts,
  documentsFacts,
  remarkCount,
  remarksOf,
} from '@/lib/server/documents/document-facts';
import { draftNews } from '@/lib/server/documents/draft-news';
import { parseReport, reportContext, stateOf } from '@/lib/server/reports/annual-report';
import { latestYear } from '@/lib/server/reports/create-report';
import { dueOf } from '@/lib/server/reports/due';
import { allFormats, formatNamed } from '@/lib/server/reports/formats';
import { registersOf } from '@/lib/server/reports/registers';

/** The annual reports of the organisation, newest year first, and the years that can still be opened. */
export async function reportList(actor: Actor) {
  const documents = await documentsFacts(actor, { kind: 'annual_report' });
  const settings = await settingsOf(actor.organisationId);
  const reports = documents
    .map((document) => reportLine(document, settings))
    .toSorted((one, other) => other.year - one.year);
  const taken = new Set(reports.map(({ year }) => year));
  return { reports, today: today(), mayCreate: denial(actor, 'create'), openYears: yearsToOpen(taken) };
}

function reportLine(document: DocumentFacts, settings: unknown) {
  const { id, title, status, statusSince, version, drafter } = document;
  const { year, formatId } = yearOf(document);
  return {
    ...{ id, title, status, statusSince, version, year },
    drafter: drafter.name,
    format: formatNamed(formatId).name,
    due: dueOf(year, settings),
    publishOn: stateOf(document).office.publishOn,
    publications: document.publications,
    remarks: remarkCount(document),
  };
}

// Newest first; the year that has just ended is the one that is due.
function yearsToOpen(taken: ReadonlySet<number>): number[] {
  const last = latestYear();
  const first = Math.min(...allFormats().map(({ years }) => years.from));
  return Array.from({ length: last - first + 1 }, (_, back) => last - back).filter(
    (year) => !taken.has(year) && formatFor(year, allFormats()) !== null,
  );
}

/** All that the desk of one report shows: the draft, what it is compared with, and what may be done. */
export async function reportDesk(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'annual_report');
  if (!document) return null;
  const { year } = yearOf(document);
  const [context, settings, facts, registers] = await Promise.all([
    reportContext(db, document),
    settingsOf(actor.organisationId),
    deskFacts(document, actor),
    registersOf(db, actor.organisationId, year),
  ]);
  const state = stateOf(document);
  const { title, status, version, path, statusSince, revision } = document;
  return {
    ...facts,
    document: { id, title, status, version, path, year, statusSince },
    organisation: context.organisation,
    format: context.format,
    state,
    /** What the registers say now: counted cells and live numbers follow it until the draft is frozen. */
    registers,
    nodeLabels: await nodeLabels(actor.organisationId),
    /** Which of them have moved since the draft was last saved. */
    moved: document.status === 'draft' ? await movedSince(document, context, state, registers) : [],
    /** What lies with the leaders or is public; null while it is being drafted. */
    frozen: revision && { number: revision.number, sha256: revision.sha256, report: parseReport(revision.content) },
    previous: context.previous ?? null,
    others: context.others,
    restated: context.restated,
    remarks: remarksOf(document),
    due: dueOf(year, settings),
  };
}
async function movedSince(
  { id, organisationId }: DocumentFacts,
  { year, format }: { year: number; format: ReportFormat },
  { draft, office }: DraftState,
  registers: Registers,
) {
  const followed = followedSources(format, draft, office, registers);
  const last = followed.length > 0 ? await lastSave(id) : null;
  return last ? movedSources(followed, await registersOf(db, organisationId, year, last.at), registers) : [];
}

async function nodeLabels(organisationId: string): Promise<Record<string, string>> {
  const nodes = await db.catalogueNode.findMany({ where: { organisationId }, select: { code: true, label: true } });
  return Object.fromEntries(nodes.map(({ code, label }) => [code, label]));
}

const lastSave = (documentId: string) =>
  db.draftChange.findFirst({ where: { documentId }, orderBy: { version: 'desc' }, select: { at: true } });

export type ReportDesk = NonNullable<Awaited<ReturnType<typeof reportDesk>>>;

/** Whether the draft has moved on since a version, and if so the whole of it and who saved last. */
export async function draftSince(id: string, version: number, actor: Actor) {
  const document = await documentFacts(id, actor, 'annual_report');
  return document && draftNews(document, version, stateOf);
}

export function yearOf({ id, annualReport }: DocumentFacts) {
  if (!annualReport) throw new Error(`document ${id} is not an annual report`);
  return annualReport;
}

export async function settingsOf(organisationId: string): Promise<unknown> {
  const { settings } = await db.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { settings: true },
  });
  return settings;
}
