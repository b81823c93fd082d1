import { z } from 'zod';
import { attachmentTypes } from '@/lib/domain/attachment';
import { type Day, isDay } from '@/lib/domain/calendar/day';
import { itemBody } from '@/lib/domain/items/body';
import { organisationOfReport } from '@/lib/domain/report/content';

const line = (max: number) => z.string().max(max);
const day = z.string().refine(isDay);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** 信息来源 (Article 10): made here, obtained from citizens or legal persons, obtained from another organ. */
export const sources = ['made', 'obtained_citizen', 'obtained_organ'] as const;
export type Source = (typeof sources)[number];
/** 公开属性 (Article 13). */
export const attributes = ['proactive', 'on_request', 'withheld'] as const;
export type Attribute = (typeof attributes)[number];
/** 有效性. */
export const validities = ['valid', 'lapsed', 'repealed'] as const;
export type Validity = (typeof validities)[number];
/** Ways of publishing (Articles 23 and 25). */
export const ways = ['website', 'notice_board', 'gazette', 'press', 'reading_place', 'screen'] as const;
export type Way = (typeof ways)[number];

/** Why something is not made public: the closed list of Articles 14 to 16. */
export const withholdingReasons = [
  'state_secret',
  'forbidden_by_law',
  'endangers_security',
  'commercial_secret',
  'personal_privacy',
  'internal_affairs',
  'in_process',
  'enforcement_file',
] as const;
export type WithholdingReason = (typeof withholdingReasons)[number];

/** 解读, 更正, 澄清, 废止: what this item does to the other one. */
export const relationKinds = ['interprets', 'corrects', 'clarifies', 'repeals'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** A published item of the same organisation, by its address below it ("items/…"). */
export const relation = z.strictObject({ kind: z.enum(relationKinds), path: line(200).min(1), title: line(300) });
export type Relation = z.infer<typeof relation>;

export const attachment = z.strictObject({
  sha256: digest,
  name: line(200).min(1),
  type: z.enum(attachmentTypes),
  size: z.int().min(1),
});
export type Attachment = z.infer<typeof attachment>;

/**
 * 历史信息: where an item that was made public before this system kept it had stood, as the office's own records say. Never
 * taken for a publication date of the system, which is not back-dated.
 */
export const importOrigin = z.strictObject({ publishedOn: day.nullable(), place: line(100) });
export type ImportOrigin = z.infer<typeof importOrigin>;

/** What a clerk edits. Absent choices are null: "not chosen" is not a value. */
export const itemDraft = z.strictObject({
  title: line(300),
  issuingBody: line(200),
  /** 发文字号; empty: 无. */
  documentNumber: line(100),
  formedOn: day.nullable(),
  nodeId: z.uuid(),
  classId: z.uuid().nullable(),
  /** Responsible field; null: the node's. */
  fieldId: z.uuid().nullable(),
  source: z.enum(sources).nullable(),
  /** With what the leaders of Article 17 and 18 must know of a restriction. */
  attribute: z.enum(attributes),
  withholding: z.enum(withholdingReasons).nullable(),
  withholdingBasis: line(500),
  reassessOn: day.nullable(),
  validity: z.enum(validities),
  endedOn: day.nullable(),
  /** 行政规范性文件. */
  normative: z.boolean(),
  ways: z.array(z.enum(ways)).max(ways.length),
  body: itemBody,
  attachments: z.array(attachment).max(40),
  relations: z.array(relation).max(40),
  /** Public note of a correction; empty for the first publication. */
  correctionNote: line(2_000),
  /** Null for what was drafted here. */
  importedFrom: importOrigin.nullable().default(null),
});
export type ItemDraft = z.infer<typeof itemDraft>;

/** Where a restriction is stated: its reason, its basis in words, and when it is looked at again (Article 18). */
const restriction = z.strictObject({
  reason: z.enum(withholdingReasons).nullable(),
  basis: line(500),
  reassessOn: day.nullable(),
});

/**
 * A whole item: what is frozen, signed, published and read back. The index number and the days of publication are not in
 * it: they are given at publication and stand beside it.
 */
export const itemContent = z.strictObject({
  kind: z.literal('item'),
  organisation: organisationOfReport,
  title: line(300).min(1),
  issuingBody: line(200).min(1),
  documentNumber: line(100),
  formedOn: day,
  node: z.strictObject({ code: line(80), label: line(200), basis: line(300) }),
  class: z.strictObject({ code: line(80), label: line(200) }).nullable(),
  /** Responsible field (责任部门). */
  field: line(100),
  source: z.enum(sources),
  attribute: z.enum(attributes),
  restriction: restriction.nullable(),
  validity: z.enum(validities),
  endedOn: day.nullable(),
  normative: z.boolean(),
  ways: z.array(z.enum(ways)),
  body: itemBody,
  attachments: z.array(attachment),
  relations: z.array(relation),
  correctionNote: line(2_000).optional(),
  importedFrom: importOrigin.optional(),
});
export type ItemContent = z.infer<typeof itemContent>;

/** Office side of an item draft: never public, frozen beside the content. */
export const itemOffice = z.strictObject({
  /** Why a hit of the personal data finder stays, and other written reasons, by finding key. */
  reasons: z.record(z.string(), z.string().max(500)).default({}),
  /** Day on which it is to become public; null: at once after sign-off. */
  publishOn: day.nullable().default(null),
});
export type ItemOffice = z.infer<typeof itemOffice>;

export const blankItem = (nodeId: string, issuingBody: string): ItemDraft => ({
  title: '',
  issuingBody,
  documentNumber: '',
  formedOn: null,
  nodeId,
  classId: null,
  fieldId: null,
  source: null,
  attribute: 'proactive',
  withholding: null,
  withholdingBasis: '',
  reassessOn: null,
  validity: 'valid',
  endedOn: null,
  normative: false,
  ways: ['website'],
  body: [],
  attachments: [],
  relations: [],
  correctionNote: '',
  importedFrom: null,
});

/** A stored day as the domain's. */
export const asDay = (text: string): Day => text as Day; // a parsed border: itemDraft has checked it
