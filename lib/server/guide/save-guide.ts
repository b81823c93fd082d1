import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/access';
import type { AuditEvent } from '@/lib/domain/audit';
import type { GuideState } from '@/lib/domain/guide/content';
import {
  type GuideConflict,
  type GuideOp,
  type GuideSave,
  guideOp,
  guideOpIssues,
  mergeGuide,
  subjectOfGuideOp,
} from '@/lib/domain/guide/merge';
import { type Drafts, type SavedDraft, saveChanges } from '@/lib/server/documents/save-changes';
import { savedEvents } from '@/lib/server/documents/saved-events';
import { guideStateOf } from '@/lib/server/guide/disclosure-guide';

export type SavedGuide = SavedDraft<GuideOp, GuideState, GuideConflict>;

/** Saves the draft of a guide. */
export const saveGuide = (request: GuideSave & { id: string }, actor: Actor): Promise<SavedGuide> =>
  saveChanges(guideDrafts, request, actor);

/** What is kept of one accepted save of a guide. */
export const savedGuideChanges = z.object({
  applied: z.array(guideOp),
  conflicts: z.array(
    z.object({
      ...{ op: guideOp, current: z.string().nullable() },
      ...{ by: z.string().nullable(), at: z.string().nullable() },
    }),
  ),
});

const guideDrafts: Drafts<GuideOp, GuideState, GuideConflict> = {
  kind: 'guide',
  stateOf: guideStateOf,
  objections: async (_tx, _document, ops) => guideOpIssues(ops),
  merge: async (_tx, _document, state, ops) => mergeGuide(state, ops),
  subjectsOf: (op) => [subjectOfGuideOp(op)],
  narrowed: (op) => op,
  eventsOf,
  kept: savedGuideChanges,
};

function eventsOf(save: { saveId: string; version: number }, applied: readonly GuideOp[]): AuditEvent[] {
  const reasons = applied.filter((op) => op.kind === 'reason');
  const sections = applied.filter(({ kind }) => kind !== 'reason').map(subjectOfGuideOp);
  return savedEvents(save, { sections, reasons });
}
