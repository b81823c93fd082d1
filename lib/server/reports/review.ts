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
import { db } from '@/lib/server/db';
import { documentFacts } from '@/lib/server/documents/document-facts';
import { type FrozenDocument, frozenFacts, isFrozen, lastDecided } from '@/lib/server/documents/frozen-facts';
import { parseReport, reportContext } from '@/lib/server/reports/annual-report';
import { dueOf } from '@/lib/server/reports/due';
import { formatNamed } from '@/lib/server/reports/formats';
import { registersOf } from '@/lib/server/reports/registers';
import { settingsOf, yearOf } from '@/lib/server/reports/reports';

/** What a leader sees of the frozen revision, by exception first; null where nothing is frozen. */
export async function reviewOf(id: string, actor: Actor) {
  const seen = await frozenReport(id, actor);
  if (!seen) return null;
  const { document, office, report, format, previous } = seen;
  const [facts, last, typedOver] = await Promise.all([
    common(document, actor),
    lastDecided(document),
    typedOverIn(seen),
  ]);
  return {
    ...facts,
    format,
    report,
    previous,
    ...seen.checked,
    /** What changed since a leader last decided on this document; null when none has yet. */
    since: last && { ...last.by, changes: changesBetween(format, parseReport(last.content), report) },
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
  const { document, office, report, format, previous } = seen;
  const facts = await common(document, actor);
  return {
    ...facts,
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
    secrecy: office.secrecy,
    publishOn: office.publishOn,
    correctionNote: report.correctionNote ?? '',
  };
}
export type SignOffBrief = NonNullable<Awaited<ReturnType<typeof signOffBrief>>>;

async function frozenReport(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'annual_report');
  if (!isFrozen(document)) return null;
  const { revision } = document;
  const [context, report, office] = [
    await reportContext(db, document),
    parseReport(revision.content),
    revisionOffice.parse(JSON.parse(revision.office)),
  ];
  const { findings, ...rest } = check(report, context);
  const checked = { ...rest, findings: findings.map((finding) => withReason(finding, office.reasons)) };
  const { format, previous = null, restated } = context;
  return { document, office, report, checked, format, previous, restated };
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

async function common(document: FrozenDocument, actor: Actor) {
  const { id, title, status, version, path, statusSince } = document;
  const { year } = yearOf(document);
  const [facts, settings] = await Promise.all([frozenFacts(document, actor), settingsOf(document.organisationId)]);
  return {
    ...facts,
    document: { id, title, status, version, path, year, statusSince },
    due: dueOf(year, settings),
  };
}

const lastYearChanges = (report: Report, previous: Report): Change[] =>
  changesBetween(formatNamed(report.format), previous, report);
