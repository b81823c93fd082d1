import type { Day } from '@/lib/domain/calendar/day';
import type { Validity } from '@/lib/domain/items/content';
import type { OpenItem } from '@/lib/domain/items/item-of';
import type { FileReading } from '@/lib/domain/items/personal-hits';
import type { MaskStyle } from '@/lib/domain/personal-data/mask';
import type { Finding, Severity } from '@/lib/domain/report/finding';

/** What an item is looked at beside. */
export type Beside = {
  today: Day;
  /** Its address below the organisation. */
  path: string;
  /** Whether the place of the catalogue still takes items. */
  nodeOpen: boolean;
  /** Whether citizens can read an edition of it now. */
  isPublic: boolean;
  /** Of the items that it names, those that are public now, by their address. */
  related: ReadonlyMap<string, { title: string; validity: Validity }>;
  /** What was found in the attachments, by hash. */
  files: ReadonlyMap<string, FileReading>;
  /** What of the office itself is no personal data: its telephones and addresses. */
  allow: readonly string[];
  mask?: MaskStyle;
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

/** A fault of one block of the body. */
export const atBlock = (block: string, facts: Fault['facts'] = {}): Fault => ({
  at: `body#${block}`,
  places: [{ kind: 'text', section: 'body', block, start: 0, end: 0, quote: '' }],
  facts,
});

/** A fault of a stretch of one block's text. */
export const atWords = (block: string, start: number, quote: string, facts: Fault['facts'] = {}): Fault => ({
  at: `body#${block}@${quote}`,
  places: [{ kind: 'text', section: 'body', block, start, end: start + quote.length, quote }],
  facts: { quote, ...facts },
});
