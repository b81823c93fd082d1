import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import type { Issue } from '@/lib/domain/issue';
import { unsettled, unsettledIssues } from '@/lib/domain/report/settled';
import type { FrozenOffice } from '@/lib/domain/workflow/revision-office';
import type { SecrecyReview } from '@/lib/domain/workflow/secrecy';
import { now, today } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import { kindOf, type Prepared } from '@/lib/server/documents/document-kinds';
import { remarksOfLastReturn } from '@/lib/server/documents/last-return';
import type { LockedDocument } from '@/lib/server/documents/lock-document';
import { holdTrail } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

/** Freezes the draft as the next revision, or says all that stands in the way at once. */
export async function freezeRevision(tx: Tx, document: LockedDocument, secrecy: SecrecyReview | null, actor: Actor) {
  const kind = kindOf(document.kind);
  // What is entered into a register meanwhile is counted here or told as entered later, never neither.
  await holdTrail(tx, document.organisationId);
  await kind.enrol?.(tx, document);
  const prepared = await kind.prepare(tx, document);
  const remarks = await remarksOfLastReturn(tx, document.id);
  const answers = remarks.map(({ place, words, answer }) => ({ place, words, answer }));
  const published = await tx.publication.count({ where: { documentId: document.id } });
  const issues = objectionsTo(prepared, { answers, secrecy, isCorrection: published > 0 });
  if (issues.length > 0) throw new Refusal(issues);

  const office = canonicalJson({ ...prepared.office, answers, secrecy });
  const { _max } = await tx.revision.aggregate({ where: { documentId: document.id }, _max: { number: true } });
  const revision = await tx.revision.create({
    data: {
      organisationId: document.organisationId,
      documentId: document.id,
      number: (_max.number ?? 0) + 1,
      content: prepared.content,
      sha256: sha256(prepared.content),
      office,
      officeSha256: sha256(office),
      becomesPublic: kind.becomesPublic(prepared.content),
      drafterId: actor.id,
      frozenAt: now(),
    },
  });
  return { revision, title: prepared.title };
}

type Circumstances = { answers: FrozenOffice['answers']; secrecy: SecrecyReview | null; isCorrection: boolean };

function objectionsTo(prepared: Prepared, { answers, secrecy, isCorrection }: Circumstances): Issue[] {
  const unanswered = answers.filter(({ answer }) => answer.trim() === '');
  const { publishOn } = prepared.office;
  const issues: (Issue | false)[] = [
    ...unsettledIssues(unsettled(prepared.findings, prepared.office.reasons)),
    unanswered.length > 0 && { code: 'answer_missing', count: unanswered.length },
    !secrecy && !prepared.disclosesNothing && { code: 'secrecy_missing', field: 'secrecy' },
    secrecy !== null && secrecy.at > today() && { code: 'bad_input', field: 'secrecy.at', problem: 'not_a_day' },
    publishOn !== null && publishOn < today() && { code: 'day_passed', field: 'publishOn' },
    isCorrection && prepared.correctionNote.trim() === '' && { code: 'note_missing', field: 'note', move: 'correct' },
  ];
  return issues.filter((issue) => issue !== false);
}
