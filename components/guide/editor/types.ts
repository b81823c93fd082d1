import type { Answer } from '@/components/office/decision-form';
import type { GuideContent, GuideState } from '@/lib/domain/guide/content';
import type { GuideView } from '@/lib/domain/guide/rules/rule';

type FormAction = (before: Answer, form: FormData) => Promise<Answer>;

/** All that the desk of a guide is given; plain values, so that the page can be sent with them. */
export type GuideEditorProps = {
  person: { id: string; name: string };
  document: { id: string; version: number; title: string };
  organisation: GuideContent['organisation'];
  beside: Omit<GuideView, 'guide'>;
  state: GuideState;
  tag: { words: string; warn: boolean };
  draft: string;
  /** The last return, while it is being worked on. */
  returned: { by: string; day: string; words: string } | null;
  remarks: readonly { id: string; place: string; words: string; answer: string }[];
  /** True where something of this document has been public. */
  isCorrection: boolean;
  /** Why the person may not submit, as a sentence. */
  maySubmit: string | null;
  today: string;
  actions: { submit: FormAction; answer: FormAction };
};
