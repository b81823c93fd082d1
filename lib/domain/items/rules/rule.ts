import type { AttachmentText } from '@/lib/domain/attachment';
import type { Day } from '@/lib/domain/calendar/day';
import type { OpenItem } from '@/lib/domain/items/item-of';
import type { Finding, Severity } from '@/lib/domain/report/finding';

/** What an item is looked at beside. */
export type Beside = {
  today: Day;
  /** Whether the place of the catalogue still takes items. */
  nodeOpen: boolean;
  /** Items of the organisation that are public now, by their address. */
  related: ReadonlyMap<string, { title: string; validity: OpenItem['validity'] }>;
  /** What the attachments say, by hash. */
  texts: ReadonlyMap<string, AttachmentText>;
  /** What of the office itself is no personal data: its telephones and addresses. */
  allow: readonly string[];
};

export type ItemView = Beside & { item: OpenItem };

/** What a rule found, before it bears the rule's name. `at` tells it from the rule's other faults. */
export type Fault = Pick<Finding, 'places' | 'facts'> & { at: string };

export type ItemRule<Id extends string = string> = {
  id: Id;
  /** In office Chinese, for whoever asks which rule. */
  wording: string;
  /** The article or document that it rests on. */
  basis: string;
  /** `block`: the item cannot be submitted. `warn`: it can, once a reason is written down. */
  severity: Severity;
  examples: { passes: ItemExample; fails: ItemExample };
  find: (view: ItemView) => readonly Fault[];
};

/** An item told by its differences from a sound one. */
export type ItemExample = { item?: Partial<OpenItem> } & Partial<Beside>;

export const itemRule = <const Id extends string>(rule: ItemRule<Id>): ItemRule<Id> => rule;

/** A fault of one field of the form. */
export const atField = (field: string, facts: Fault['facts'] = {}): Fault => ({
  at: field,
  places: [{ kind: 'section', section: field }],
  facts,
});

/** A fault of one block of the body; `quote` where it is about a stretch of its text. */
export function atBlock(block: string, facts: Fault['facts'] = {}, stretch?: { start: number; quote: string }): Fault {
  const { start, quote } = stretch ?? { start: 0, quote: '' };
  const end = start + quote.length;
  return {
    at: stretch ? `body#${block}@${quote}` : `body#${block}`,
    places: [{ kind: 'text', section: 'body', block, start, end, quote }],
    facts,
  };
}
