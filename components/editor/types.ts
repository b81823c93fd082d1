import type { Answer } from '@/components/office/decision-form';
import type { Report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { Moved, Registers } from '@/lib/domain/report/live-numbers';
import type { DraftState } from '@/lib/domain/report/merge';
import type { Restatement } from '@/lib/domain/report/restatement';
import type { Authors } from '@/lib/editor/authors';
import type { NodeLabels } from '@/lib/text/registers';

type FormAction = (before: Answer, form: FormData) => Promise<Answer>;

/** The server's doors for the forms of the editor. */
export type EditorActions = { submit: FormAction; answer: FormAction };

export type RemarkOnDesk = { id: string; place: string; words: string; answer: string };

/** All that the desk of a report is given; plain values, so that the page can be sent with them. */
export type EditorProps = {
  person: { id: string; name: string };
  document: { id: string; version: number; heading: string; year: number };
  organisation: Report['organisation'];
  formatId: string;
  /** The format itself, where it is one that the office has added; the others are in the script already. */
  ownFormat: ReportFormat | null;
  state: DraftState;
  authors: Authors;
  previous: Report | null;
  others: readonly Report[];
  /** Published years of which the register says otherwise since. */
  restated: readonly Restatement[];
  registers: Registers;
  nodeLabels: NodeLabels;
  /** What the registers say otherwise than when the draft was last saved. */
  moved: readonly Moved[];
  tag: { words: string; warn: boolean };
  draft: string;
  due: { words: string; late: boolean };
  /** The last return, while it is being worked on. */
  returned: { by: string; day: string; words: string } | null;
  remarks: readonly RemarkOnDesk[];
  /** True where something of this document has been public. */
  isCorrection: boolean;
  /** Why the person may not submit, as a sentence. */
  maySubmit: string | null;
  today: string;
  actions: EditorActions;
};
