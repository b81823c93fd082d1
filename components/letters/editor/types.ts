import type { RemarkToAnswer } from '@/components/editor/remark-answers';
import type { KindGroup } from '@/components/letters/kind-choice';
import type { Answer } from '@/components/office/decision-form';
import type { Beside } from '@/lib/domain/requests/letter-check';
import type { LetterState } from '@/lib/domain/requests/letter-draft';
import type { LetterManner } from '@/lib/domain/requests/letter-manner';
import type { Circumstances } from '@/lib/text/compose-letter';

type FormAction = (before: Answer, form: FormData) => Promise<Answer>;

/** All that the desk of a letter is given; plain values, so that the page can be sent with them. */
export type LetterEditorProps = {
  person: { id: string; name: string };
  document: { id: string; version: number; number: string | null };
  request: { id: string; year: number; number: number };
  state: LetterState;
  tag: { words: string; warn: boolean };
  draft: string;
  due: { words: string; late: boolean };
  /** The last return, while it is being worked on. */
  returned: { by: string; day: string; words: string } | null;
  remarks: readonly RemarkToAnswer[];
  /** With what the letter is composed; `usual`: the office's own words for its kind. */
  circumstances: Circumstances;
  usual: LetterManner;
  /** By what it is judged. */
  beside: Beside;
  /** Why the person may not submit, as a sentence. */
  maySubmit: string | null;
  today: string;
  /** The other letters that it can become; none once it has a number. */
  kinds: readonly KindGroup[];
  actions: { submit: FormAction; answer: FormAction; changeKind: FormAction };
};
