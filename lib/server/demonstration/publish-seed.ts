import 'server-only';
import { randomUUID } from 'node:crypto';
import { cellsOf, valueAt } from '@/lib/domain/report/cells';
import { type Report, report } from '@/lib/domain/report/content';
import seed from '@/lib/domain/report/fixtures/deting-2020.json';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { DraftOp } from '@/lib/domain/report/merge';
import { unsettled } from '@/lib/domain/report/settled';
import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { acting } from '@/lib/server/demonstration/acting';
import { drafter, principalLeader, sectionLeader } from '@/lib/server/demonstration/cast';
import { reasonFor } from '@/lib/server/demonstration/reasons';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { type Mover, moveDocument } from '@/lib/server/documents/move-document';
import { createReport } from '@/lib/server/reports/create-report';
import { type ReportDesk, reportDesk } from '@/lib/server/reports/reports';
import { saveDraft } from '@/lib/server/reports/save-draft';

/** Takes the real 2020 report from an empty draft to publication, by the three people whose work that is. */
export async function publishSeed() {
  const source = report.parse(seed);
  const clerk = await acting(drafter);
  const id = await reportFor(source.year, clerk);
  for (;;) {
    const desk = await deskOf(id, clerk);
    const step = steps[desk.document.status];
    if (!step) return;
    if (desk.document.status === 'draft') await type(desk, source, clerk);
    await move(id, step, await acting(step.by));
  }
}

type Step = { move: MoveName; by: { signInName: string }; note: string };

const steps: Partial<Record<Status, Step>> = {
  draft: { move: 'submit', by: drafter, note: '' },
  in_review: { move: 'approve', by: sectionLeader, note: '同意，呈主要领导签发。' },
  in_sign_off: { move: 'sign_off', by: principalLeader, note: '同意公开。' },
};

async function reportFor(year: number, clerk: Mover): Promise<string> {
  const { organisationId } = clerk;
  const begun = await db.annualReport.findFirst({ where: { organisationId, year }, select: { documentId: true } });
  return begun?.documentId ?? (await createReport({ year }, clerk));
}

async function deskOf(id: string, actor: Mover): Promise<ReportDesk> {
  const desk = await reportDesk(id, actor);
  if (!desk) throw new Error(`${actor.name} cannot see the report of the demonstration`);
  return desk;
}

async function move(id: string, { move, note }: Step, mover: Mover) {
  const { document, frozen } = await deskOf(id, mover);
  const secrecy = {
    result: 'public' as const,
    by: '孙某',
    at: today(),
    statement: '没有涉密内容和不宜公开的个人信息。',
  };
  await moveDocument(
    { id, version: document.version, move, note, ...(frozen ? { sha256: frozen.sha256 } : { secrecy }) },
    mover,
  );
}

/** Types what the source says, a section or a table at a time, and then a reason for each warning that stays. */
async function type({ document: { id }, format }: ReportDesk, source: Report, clerk: Mover) {
  for (const changes of [...figures(format, source), ...prose(source)]) await save(id, changes, clerk);
  const document = await db.document.findUniqueOrThrow({ where: { id } });
  const { findings, office } = await db.$transaction((tx) => kindOf(document.kind).prepare(tx, document));
  const { warnings } = unsettled(findings, office.reasons);
  const reasons = warnings.map(({ key, rule }): DraftOp => ({ kind: 'reason', key, from: null, to: reasonFor(rule) }));
  if (reasons.length > 0) await save(id, reasons, clerk);
}

const figures = (format: ReportFormat, { tables }: Report): DraftOp[][] =>
  format.tables.map((table) =>
    cellsOf(format)
      .filter((cell) => cell.table === table && !cell.computed)
      .map(({ address }): DraftOp => ({ kind: 'cell', address, from: null, to: valueAt(tables, address) })),
  );

const prose = ({ preamble = [], text = {} }: Report): DraftOp[][] =>
  Object.entries({ preamble, ...text }).map(([section, to]) => [{ kind: 'text', section, from: [], to }]);

async function save(id: string, changes: DraftOp[], clerk: Mover) {
  const { conflicts } = await saveDraft({ id, saveId: randomUUID(), base: 0, changes }, clerk);
  if (conflicts.length > 0) throw new Error('the draft of the demonstration holds something else already');
}
