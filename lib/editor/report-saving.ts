import { z } from 'zod';
import { block, cellValue, reportDraft, reportOffice } from '@/lib/domain/report/content';
import { draftOp } from '@/lib/domain/report/merge';
import { authorsAfter, ownFigures } from '@/lib/editor/authors';
import type { DeskState } from '@/lib/editor/desk';
import type { ReportTypes } from '@/lib/editor/report-draft';
import type { SavedAs } from '@/lib/editor/saving';

/** How the draft of a report is saved: beside its state the desk keeps who wrote which figure, and texts that are none. */
export const reportSaving = (document: string): SavedAs<ReportTypes, DeskState> => ({
  address: `/api/reports/${document}/draft`,
  state: z.object({ draft: reportDraft, office: reportOffice }),
  conflict: z.object({ op: draftOp, current: z.union([cellValue, z.string(), z.array(block)]) }),
  arrived: (desk, batch) => ({ ...desk, authors: { ...desk.authors, ...ownFigures(batch, desk.replica) } }),
  heard: (desk, before, author) => {
    return { ...desk, authors: { ...desk.authors, ...authorsAfter(author, before, desk.replica) } };
  },
  asideOf: ({ doubtful }) => doubtful,
  // A border: this browser kept them itself, in this shape.
  withAside: (desk, kept) => ({ ...desk, doubtful: { ...(kept as DeskState['doubtful']), ...desk.doubtful } }),
});
