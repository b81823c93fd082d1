import { z } from 'zod';

/**
 * An official format of the annual report, as data: sections, tables, labels, units, sums and the rules in force.
 * The next notice of the State Council's office is a new file in `formats/`, never a change of code.
 */
const headerCell = z.strictObject({
  text: z.string(),
  colspan: z.int().min(1),
  rowspan: z.int().min(1),
});

const column = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** The headings above the column, outermost first, ending with its own label. */
  path: z.array(z.string()).min(1),
  unit: z.string().nullable(),
  type: z.enum(['integer', 'decimal']),
  /** Decimal places of a decimal column. */
  scale: z.int().min(0).max(8).optional(),
  /** True where the figure may be negative (本年增/减). */
  signed: z.boolean().optional(),
  /** Ids of the columns whose sum this one is; such a column is never typed. */
  sumOf: z.array(z.string()).optional(),
});

const row = z.strictObject({
  id: z.string(),
  /** Null only for the single unlabelled row of table four. */
  label: z.string().nullable(),
  /** What people call the row in a sentence: 本年新收. Absent where the label without its number will do. */
  short: z.string().optional(),
  path: z.array(z.string()),
  level: z.int().min(1).max(3),
  parent: z.string().nullable(),
  /** False for group rows, which carry no figures. */
  figures: z.boolean(),
  sumOf: z.array(z.string()).optional(),
  /** The article that puts a case into this row. */
  basis: z.string().optional(),
});

const table = z.strictObject({
  id: z.string(),
  section: z.string(),
  /** What people call the table in a sentence: 表三, 表二（五）. */
  name: z.string(),
  caption: z.string(),
  /** Heading of the label column of a small table: 信息内容. */
  rowHeader: z.string().optional(),
  unit: z.string().nullable(),
  cornerNote: z.string().optional(),
  /** Merged header rows as printed; absent where the header is one row of labels. */
  headerRows: z.array(z.array(headerCell)).optional(),
  /** How many columns the row labels span. */
  labelColumns: z.int().min(0),
  /** How a row's label cell is merged, by row id. */
  labelSpans: z.record(z.string(), z.strictObject({ rowspan: z.int().optional(), colspan: z.int().optional() })),
  /** Number of value columns in the printed grid; where a table has fewer, its last cell spans the rest. */
  gridColumns: z.int().min(1),
  columns: z.array(column).min(1),
  rows: z.array(row).min(1),
});

/** A topic that a narrative must treat: one of `words` shows that it is there, each of `mentions` must be in it. */
const topic = z.strictObject({
  id: z.string(),
  label: z.string(),
  words: z.array(z.string()).min(1),
  mentions: z.array(z.string()).optional(),
  /** Levels of organisation that the duty binds; absent: all. */
  levels: z.array(z.string()).optional(),
  basis: z.string(),
});

const section = z.strictObject({
  id: z.string(),
  heading: z.string(),
  kind: z.enum(['narrative', 'table']),
  tables: z.array(z.string()).optional(),
  headingVariantsSeen: z.array(z.string()).optional(),
  topics: z.array(topic).optional(),
});

const cellAddress = z.templateLiteral([z.string(), '/', z.string(), '/', z.string()]);

/** A sum of cells with an office label, for the sign-off brief and the home page. */
const keyFigure = z.strictObject({ label: z.string(), unit: z.string(), cells: z.array(cellAddress).min(1) });

/**
 * One clause of the sentence above a table: `zero` where every cell is zero, else `some`; an empty one says nothing.
 * {n} stands for the sum of the cells, {1} {2} for one of them, {yuan2} for the second in 元 where it is in 万元.
 */
const gistClause = z.strictObject({ cells: z.array(cellAddress).min(1), zero: z.string(), some: z.string() });

/** Figures that last year's report already tells: each cell is the sum of those cells of last year. */
const carryOver = z.strictObject({
  /** Formats of last year's report for which this holds. */
  formats: z.array(z.string()).min(1),
  /** Where the figure comes from, as told to the clerk. */
  note: z.string(),
  cells: z.record(cellAddress, z.array(cellAddress).min(1)),
});

export const reportFormat = z.strictObject({
  id: z.string(),
  name: z.string(),
  notice: z.strictObject({ number: z.string(), title: z.string() }),
  /** First and last reporting year; null: still in force. */
  years: z.strictObject({ from: z.int(), to: z.int().nullable() }),
  sections: z.array(section).min(1),
  tables: z.array(table).min(1),
  keyFigures: z.array(keyFigure),
  /** By section. */
  gists: z.record(z.string(), z.array(gistClause)),
  carryOver: z.array(carryOver),
  /**
   * Cells that are counted from a register wherever it holds records: the source's name, by address. A total stays the sum
   * of its parts; its source says where its records are.
   */
  counted: z.record(cellAddress, z.string()).default({}),
  /** Rule identifiers in force, each with what it is told about this format's rows and columns. */
  rules: z.record(z.string(), z.unknown()),
});

export type ReportFormat = z.infer<typeof reportFormat>;
export type Table = ReportFormat['tables'][number];
export type Column = Table['columns'][number];
export type Row = Table['rows'][number];
export type Section = ReportFormat['sections'][number];
