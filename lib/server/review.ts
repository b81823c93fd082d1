import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { valueAt } from '@/lib/domain/report/cells';
import { type Change, changesBetween } from '@/lib/domain/report/changes';
import { check } from '@/lib/domain/report/check';
import type { CellAddress, Report } from '@/lib/domain/report/content';
import type { Finding } from '@/lib/domain/report/finding';
import { keyFigures } from '@/lib/domain/report/key-figures';
import { countedAt, isTypedOver } from '@/lib/domain/report/live-numbers';
import { revisionOffice } from '@/lib/domain/report/revision-office';
import { parseReport, reportContext } from '@/lib/server/annual-report';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { type DocumentFacts, decisionsOf, documentFacts, leadersOf, permissions } from '@/lib/server/document-facts';
import { dueOf } from '@/lib/server/due';
import { formatNamed } from '@/lib/server/formats';
import { registersOf } from '@/lib/server/registers';
import { settingsOf, yearOf } from '@/lib/server/reports';

/** What a leader sees of the frozen revision, by exception first; null where nothing is frozen. */
export async function reviewOf(id: string, actor: Actor) {
  const seen = await frozenReport(id, actor);
  if (!seen) return null;
  const { document, revision, office, report, format, previous } = seen;
  const [facts, since, typedOver] = await Promise.all([
    common(document, actor),
    sinceLastDecision(document, report),
    typedOverIn(seen),
  ]);
  return {
    ...facts,
    revision: { number: revision.number, sha256: revision.sha256, frozenAt: revision.frozenAt },
    format,
    report,
    previous,
    ...seen.checked,
    /** What changed since a leader last decided on this document; null when none has yet. */
    since,
    lastYear: previous && lastYearChanges(report, previous),
    typedOver,
    restated: seen.restated,
    remarks: office.answers,
    origins: office.origins,
    secrecy: office.secrecy,
    publishOn: office.publishOn,
  };
}
export type Review = NonNullable<Awaited<ReturnType<typeof reviewOf>>>;

/** One screen for the principal leader: what becomes public, the figures, what was settled, through whose hands it went. */
export async function signOffBrief(id: string, actor: Actor) {
  const seen = await frozenReport(id, actor);
  if (!seen) return null;
  const { document, revision, office, report, format, previous } = seen;
  const facts = await common(document, actor);
  const ofRevision = facts.decisions.filter((decision) => decision.revision === revision.number);
  return {
    ...facts,
    revision: { number: revision.number, sha256: revision.sha256, frozenAt: revision.frozenAt },
    format,
    report,
    figures: keyFigures(
      format,
      report,
      previous ? { format: formatNamed(previous.format), report: previous } : undefined,
    ),
    ...seen.checked,
    typedOver: await typedOverIn(seen),
    restated: seen.restated,
    submitted: ofRevision.findLast(({ kind }) => kind === 'submit') ?? null,
    approved: ofRevision.findLast(({ kind }) => kind === 'approve') ?? null,
    secrecy: office.secrecy,
    publishOn: office.publishOn,
    /** The number that the publication will bear; from 2 on it is a correction, with its note. */
    nextNumber: (document.publications.at(-1)?.number ?? 0) + 1,
    correctionNote: report.correctionNote ?? '',
  };
}
export type SignOffBrief = NonNullable<Awaited<ReturnType<typeof signOffBrief>>>;

async function frozenReport(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'annual_report');
  if (!document?.revision) return null;
  const { revision } = document;
  const [context, report, office] = [
    await reportContext(db, document),
    parseReport(revision.content),
    revisionOffice.parse(JSON.parse(revision.office)),
  ];
  const { findings, ...rest } = check(report, context);
  const checked = { ...rest, findings: findings.map((finding) => withReason(finding, office.reasons)) };
  const { format, previous = null, restated } = context;
  return { document, revision, office, report, checked, format, previous, restated };
}

/** Cells in which the drafter departed from the register, with the written reason and what the register says now. */
async function typedOverIn({
  document,
  report,
  format,
  office,
}: NonNullable<Awaited<ReturnType<typeof frozenReport>>>) {
  const addresses = (Object.keys(office.origins) as CellAddress[]).filter((address) => isTypedOver(office, address));
  if (addresses.length === 0) return [];
  const registers = await registersOf(db, document.organisationId, report.year);
  return addresses.map((address) => ({
    address,
    value: valueAt(report.tables, address),
    counted: countedAt(format, address, registers)?.value ?? null,
    reason: office.origins[address]?.note ?? '',
  }));
}

const withReason = (finding: Finding, reasons: Record<string, string>) => ({
  ...finding,
  reason: reasons[finding.key] ?? null,
});

async function common(document: DocumentFacts, actor: Actor) {
  const { id, title, status, version, path, statusSince, drafter } = document;
  const { year } = yearOf(document);
  const [leaders, settings] = await Promise.all([
    leadersOf(document.organisationId),
    settingsOf(document.organisationId),
  ]);
  return {
    document: { id, title, status, version, path, year, statusSince },
    drafter,
    decisions: decisionsOf(document),
    publications: document.publications,
    due: dueOf(year, settings),
    ...permissions(actor, document),
    ...leaders(document),
    today: today(),
  };
}

async function sinceLastDecision(document: DocumentFacts, report: Report) {
  const last = document.decisions.findLast(
    ({ stage, revision }) => stage !== null && stage !== 'drafting' && revision !== null,
  );
  if (!last?.revision) return null;
  const { content, number } = await db.revision.findUniqueOrThrow({
    where: { id: last.revision.id },
    select: { content: true, number: true },
  });
  const changes = changesBetween(formatNamed(report.format), parseReport(content), report);
  return { revision: number, by: last.actorName, kind: last.kind, at: last.at, changes };
}

const lastYearChanges = (report: Report, previous: Report): Change[] =>
  changesBetween(formatNamed(report.format), previous, report);
