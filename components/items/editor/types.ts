import type { Answer } from '@/components/office/decision-form';
import type { Calendar } from '@/lib/domain/calendar/calendar';
import type { PublishingPeriod } from '@/lib/domain/catalogue/publishing-period';
import type { Validity } from '@/lib/domain/items/content';
import type { ItemLabels } from '@/lib/domain/items/item-of';
import type { ItemState } from '@/lib/domain/items/merge';
import type { Beside } from '@/lib/domain/items/rules/rule';
import type { Declaration } from '@/lib/domain/workflow/secrecy';

type FormAction = (before: Answer, form: FormData) => Promise<Answer>;

export type NodeChoice = {
  id: string;
  kind: 'article_20' | 'article_21' | 'own';
  code: string;
  label: string;
  basis: string;
  period: PublishingPeriod;
  fieldId: string | null;
};

/** Where an item can be put. */
export type ItemChoices = {
  nodes: readonly NodeChoice[];
  classes: readonly NodeChoice[];
  fields: readonly { id: string; name: string }[];
};

/** A published item of the organisation, as the picker finds it. */
export type RelatedItem = { path: string; title: string; validity: Validity; indexNumber: string | null };

export type RemarkOnItem = { id: string; place: string; words: string; answer: string };

/** All that the desk of an item is given; plain values, so that the page can be sent with them. */
export type ItemEditorProps = {
  person: { id: string; name: string };
  document: { id: string; version: number; indexNumber: string | null; field: string };
  organisation: ItemLabels['organisation'];
  state: ItemState;
  choices: ItemChoices;
  /** What the rules look at beside the draft. */
  beside: Beside;
  calendar: Calendar;
  /** What drafter and leader each declare. */
  declarations: readonly Declaration[];
  tag: { words: string; warn: boolean };
  draft: string;
  due: { words: string; late: boolean };
  /** The last return, while it is being worked on. */
  returned: { by: string; day: string; words: string } | null;
  remarks: readonly RemarkOnItem[];
  /** True where something of this document has been public. */
  isCorrection: boolean;
  /** Why the person may not submit, as a sentence. */
  maySubmit: string | null;
  today: string;
  actions: { submit: FormAction; answer: FormAction };
};
