import { z } from 'zod';

/** Address of a cell: table/row/column, for example "t3/new_received/natural_person". */
export type CellAddress = `${string}/${string}/${string}`;

/** A paragraph or a heading of a narrative section. Its id stays with it, so that remarks and links keep their place. */
export const block = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  /** Heading levels of official documents below the section heading: 2 is （一）, 3 is 1. */
  kind: z.enum(['paragraph', 'heading2', 'heading3']),
  text: z.string().max(20_000),
});
export type Block = z.infer<typeof block>;

/** An integer cell holds a number, a decimal cell a canonical decimal string ("0.5344"); null is blank: not entered. */
export const cellValue = z.union([z.int(), z.string().regex(/^-?\d{1,15}(\.\d{1,8})?$/), z.null()]);
export type CellValue = z.infer<typeof cellValue>;

/** Tables by table id, row id, column id. In a draft the computed cells are absent; in a report they are present. */
export const tables = z.record(z.string(), z.record(z.string(), z.record(z.string(), cellValue)));
export type Tables = z.infer<typeof tables>;

export const organisationOfReport = z.strictObject({
  name: z.string().min(1),
  /** Name of the place alone (德亭镇); worked out from the name where absent. */
  shortName: z.string().optional(),
  level: z.enum(['township', 'street', 'county', 'department', 'city', 'prefecture']),
});

/** What a clerk edits. Title, headings and totals are not in it: the format and the figures give them. */
export const reportDraft = z.strictObject({
  preamble: z.array(block),
  /** Narrative sections by id: s1, s5, s6. */
  text: z.record(z.string(), z.array(block)),
  tables,
  /** Public note of a correction; empty for the first publication. */
  correctionNote: z.string().max(2_000).default(''),
});
export type ReportDraft = z.infer<typeof reportDraft>;

/** A whole report: what is frozen, signed, published, exported and checked. docs/report-json.md describes it. */
export const report = z.strictObject({
  organisation: organisationOfReport,
  year: z.int().min(2008).max(2100),
  format: z.string(),
  title: z.string().optional(),
  /** Absent in a file that holds figures only; the rules about prose are then not run. */
  preamble: z.array(block).optional(),
  text: z.record(z.string(), z.array(block)).optional(),
  tables,
  correctionNote: z.string().optional(),
});
export type Report = z.infer<typeof report>;

/** Taken over from last year, confirmed as zero, or typed over what a register counts, with the reason as its note. */
export const originKinds = ['previous_report', 'declared_zero', 'typed_over'] as const;

/** Office side of a report draft: never public, frozen beside the content. */
export const reportOffice = z.strictObject({
  /** Where a figure came from, when it was not simply typed. */
  origins: z.record(z.string(), z.strictObject({ kind: z.enum(originKinds), note: z.string() })).default({}),
  /** Written reason for each warning that stays, by finding key. */
  reasons: z.record(z.string(), z.string().max(500)).default({}),
  /** Day on which it is to become public; null: at once after sign-off. */
  publishOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .default(null),
});
export type ReportOffice = z.infer<typeof reportOffice>;
