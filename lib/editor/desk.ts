import type { InputProblem } from '@/lib/domain/issue';
import type { CellAddress, CellValue } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { Registers } from '@/lib/domain/report/live-numbers';
import type { Authors } from '@/lib/editor/authors';
import { type News, replicaOf } from '@/lib/editor/replica';
import { type ReportTypes, reportDraft } from '@/lib/editor/report-draft';
import { type Holding, type Store, startOf, storeOf } from '@/lib/editor/store';

/** A text at a cell that is no figure; it stays there until it is put right, and never leaves this browser. */
export type Doubtful = { text: string; problem: InputProblem };

/** The value of a cell before and after one deed of the person here. */
export type CellChange = { address: CellAddress; before: CellValue; after: CellValue };

/** All that the editor of a report knows. */
export type DeskState = Holding<ReportTypes> & {
  format: ReportFormat;
  /** What the registers said when the page was sent. */
  registers: Registers;
  doubtful: Readonly<Record<CellAddress, Doubtful>>;
  /** The cell that is being typed in, with its value before. */
  editing: { address: CellAddress; text: string; before: CellValue } | null;
  /** Who wrote each figure last, where that is known. */
  authors: Authors;
  done: readonly (readonly CellChange[])[];
  undone: readonly (readonly CellChange[])[];
};

export type Desk = Store<DeskState>;

export const deskOf = (
  format: ReportFormat,
  draft: News<ReportTypes>,
  authors: Authors = {},
  registers: Registers = {},
): Desk =>
  storeOf<DeskState>({
    ...startOf(replicaOf(reportDraft(format), draft)),
    ...{ format, registers, authors, doubtful: {}, editing: null, done: [], undone: [] },
  });
