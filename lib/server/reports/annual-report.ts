import 'server-only';
import { proofOf } from '@/lib/documents/proof';
import { reread } from '@/lib/documents/reading/compare';
import { canonicalJson } from '@/lib/domain/canonical';
import { parsePlace } from '@/lib/domain/report/addresses';
import { check } from '@/lib/domain/report/check';
import {
  type Report,
  type ReportDraft,
  type ReportOffice,
  report,
  reportDraft,
  reportOffice,
} from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { settledDraft } from '@/lib/domain/report/live-numbers';
import type { DraftState } from '@/lib/domain/report/merge';
import { draftOf, reportOf, titleOf } from '@/lib/domain/report/report-of';
import type { Restatement } from '@/lib/domain/report/restatement';
import { revisionOffice } from '@/lib/domain/report/revision-office';
import type { Tx } from '@/lib/server/db';
import { comingReport, withPages } from '@/lib/server/documents/coming-pages';
import type { DocumentKind } from '@/lib/server/documents/document-kinds';
import { paperFonts } from '@/lib/server/files/paper-fonts';
import { formatNamed } from '@/lib/server/reports/formats';
import { registersOf } from '@/lib/server/reports/registers';
import { restatementsFor } from '@/lib/server/reports/restatements';

/** The annual report as a kind of document. */
export const annualReport: DocumentKind = {
  declarations: [],
  becomesPublic: () => true,

  async prepare(tx, document) {
    const context = await reportContext(tx, document);
    const { draft: kept, office } = stateOf(document);
    const registers = await registersOf(tx, document.organisationId, context.year);
    const draft = settledDraft(context.format, kept, office, registers);
    const content = reportOf(context.organisation, context.year, context.format, draft);
    return {
      content: canonicalJson(content),
      title: titleOf(context.organisation, context.year),
      correctionNote: draft.correctionNote,
      findings: check(content, context).findings,
      office,
    };
  },

  async check(tx, document, content) {
    return check(parseReport(content), await reportContext(tx, document)).findings;
  },

  async placesIn(tx, document) {
    const format = await formatOf(tx, document.id);
    return (place) => parsePlace(format, place) !== null;
  },

  correctionNoteOf: (content) => parseReport(content).correctionNote ?? '',

  async factsOf(_tx, _document, content) {
    const published = parseReport(content);
    const title = published.title ?? titleOf(published.organisation, published.year);
    return { title, text: [title, ...paragraphsOf(published)].join('\n'), year: published.year };
  },

  // A report numbers nothing and ends no other.
  async announce() {},
  async settle() {},

  async proof(content, facts, coming) {
    const report = parseReport(content);
    const snapshot = { report, format: formatNamed(report.format), facts };
    const proof = await proofOf(snapshot, paperFonts());
    const page = await comingReport(coming, snapshot, proof.files);
    return withPages(proof, coming, page, (file) => reread('html', file, snapshot));
  },

  async reopen(_tx, _document, { content, office }, note) {
    const published = parseReport(content);
    const { origins, reasons } = revisionOffice.parse(JSON.parse(office));
    return {
      draft: { ...draftOf(formatNamed(published.format), published), correctionNote: note } satisfies ReportDraft,
      office: { origins, reasons, publishOn: null } satisfies ReportOffice,
    };
  },
};

const paragraphsOf = ({ preamble = [], text = {} }: Report) =>
  [preamble, ...Object.values(text)].flat().map((paragraph) => paragraph.text);

export const parseReport = (content: string): Report => report.parse(JSON.parse(content));

export const stateOf = (document: { draft: unknown; office: unknown }): DraftState => ({
  draft: reportDraft.parse(document.draft),
  office: reportOffice.parse(document.office),
});

/** The format that a report was begun in. */
export async function formatOf(tx: Tx, documentId: string): Promise<ReportFormat> {
  const { formatId } = await tx.annualReport.findUniqueOrThrow({ where: { documentId }, select: { formatId: true } });
  return formatNamed(formatId);
}

export type ReportContext = {
  organisation: Report['organisation'];
  year: number;
  format: ReportFormat;
  /** Published for the year before, if the system holds it. */
  previous?: Report;
  /** What else is public and could have been copied from: neighbours of the same year, own earlier years. */
  others: Report[];
  /** Published years of which the register of requests says otherwise since. */
  restated: Restatement[];
};

/** What the rules compare a report with: only what is published. */
export async function reportContext(
  tx: Tx,
  { id, organisationId }: { id: string; organisationId: string },
): Promise<ReportContext> {
  const { year, formatId } = await tx.annualReport.findUniqueOrThrow({
    where: { documentId: id },
    select: { year: true, formatId: true },
  });
  const { parentId, ...organisation } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true, shortName: true, level: true, parentId: true },
  });
  const neighbours = parentId
    ? await tx.organisation.findMany({
        where: { parentId, NOT: { id: organisationId } },
        select: { id: true },
        take: 40,
      })
    : [];
  const earlier = [year - 1, year - 2, year - 3].map((past) => ({ organisationId, path: pathOf(past) }));
  const beside = neighbours.map((neighbour) => ({ organisationId: neighbour.id, path: pathOf(year) }));
  const published = await publishedAt(tx, [...earlier, ...beside]);
  const previous = published.find((other) => other.organisationId === organisationId && other.report.year === year - 1);
  return {
    organisation,
    year,
    format: formatNamed(formatId),
    previous: previous?.report,
    others: published.filter((other) => other !== previous).map((other) => other.report),
    restated: await restatementsFor(tx, organisationId, year, await frozenAt(tx, id)),
  };
}

// What lies with the leaders tells what was known when it was frozen; the next report tells the rest.
async function frozenAt(tx: Tx, id: string): Promise<Date | undefined> {
  const document = await tx.document.findUnique({
    where: { id },
    select: { revision: { select: { frozenAt: true } } },
  });
  return document?.revision?.frozenAt;
}

export const pathOf = (year: number) => `reports/${year}`;

/** The report of a year that holds in public; none where it was never published or is withdrawn. */
export async function publishedReportOf(tx: Tx, organisationId: string, year: number): Promise<Report | null> {
  const [found] = await publishedAt(tx, [{ organisationId, path: pathOf(year) }]);
  return found?.report ?? null;
}

type Place = { organisationId: string; path: string };

/** The edition that holds at each place; none where it was withdrawn. */
async function publishedAt(tx: Tx, places: readonly Place[]) {
  const rows = await tx.publication.findMany({
    where: { kind: 'annual_report', OR: [...places] },
    orderBy: { number: 'desc' },
    distinct: ['organisationId', 'path'],
    select: { organisationId: true, act: true, snapshot: true },
  });
  return rows
    .filter(({ act }) => act !== 'withdraw')
    .map(({ organisationId, snapshot }) => ({ organisationId, report: parseReport(snapshot) }));
}
