import { cellAt } from '@/lib/domain/report/cells';
import type { ReportFormat } from '@/lib/domain/report/format';
import { amountUnit, disclosedWithinTotal, inForceMinimum } from '@/lib/domain/report/rules/amounts';
import {
  blanks,
  caseFigures,
  disclosureFigures,
  regulationRow,
  requestFigures,
  unknownCells,
} from '@/lib/domain/report/rules/cells';
import {
  contact,
  problems,
  processingFee,
  rectification,
  supervision,
  topics,
} from '@/lib/domain/report/rules/contents';
import { inForceLink, itemLink, jumps, pendingLink, yearLink } from '@/lib/domain/report/rules/continuity';
import { noCases, noDecisions, noRequests } from '@/lib/domain/report/rules/denied';
import { duplicate } from '@/lib/domain/report/rules/duplicate';
import { blockSum, columnIdentity, resultSum, rowTotal } from '@/lib/domain/report/rules/equations';
import { feeAndSectionSix, feeStated, feeUnpaid } from '@/lib/domain/report/rules/fees';
import { formatInForce, period, periodMissing, sections, title } from '@/lib/domain/report/rules/form';
import {
  statedCarriedForward,
  statedCarriedOver,
  statedCases,
  statedDocuments,
  statedHandled,
  statedItems,
  statedNew,
  statedParts,
  statedRate,
} from '@/lib/domain/report/rules/narrative';
import { outline } from '@/lib/domain/report/rules/outline';
import { preambleHeadings } from '@/lib/domain/report/rules/preamble-headings';
import { restated } from '@/lib/domain/report/rules/restated';
import type { Bound, Rule } from '@/lib/domain/report/rules/rule';
import { selfName } from '@/lib/domain/report/rules/self-name';
import { viewOf } from '@/lib/domain/report/rules/view';
import { basisInForce, openNumbers, typos, years } from '@/lib/domain/report/rules/wording';

/** Every rule, in the order in which its findings are told: form, figures, prose against figures, prose. */
export const rules = [
  formatInForce,
  title,
  period,
  sections,
  unknownCells,
  blanks,
  columnIdentity,
  resultSum,
  rowTotal,
  requestFigures,
  yearLink,
  restated,
  blockSum,
  caseFigures,
  pendingLink,
  regulationRow,
  disclosureFigures,
  inForceMinimum,
  inForceLink,
  itemLink,
  disclosedWithinTotal,
  amountUnit,
  jumps,
  statedNew,
  statedCarriedOver,
  statedCarriedForward,
  statedHandled,
  statedRate,
  noRequests,
  statedCases,
  noCases,
  statedDocuments,
  statedItems,
  statedParts,
  noDecisions,
  feeAndSectionSix,
  feeStated,
  feeUnpaid,
  processingFee,
  problems,
  rectification,
  supervision,
  topics,
  preambleHeadings,
  periodMissing,
  contact,
  openNumbers,
  years,
  basisInForce,
  selfName,
  outline,
  typos,
  duplicate,
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];

export type BoundRule = Bound & { rule: Rule };

const bindings = new WeakMap<ReportFormat, readonly BoundRule[]>();

/** The rules in force in a format. A format that names an unknown rule, row or column is a broken file: it throws. */
export function rulesOf(format: ReportFormat): readonly BoundRule[] {
  const known = bindings.get(format);
  if (known) return known;
  const unknown = Object.keys(format.rules).filter((id) => !rules.some((rule) => rule.id === id));
  const lost = namesIn(format.rules).filter((name) => !exists(format, name));
  if (unknown.length + lost.length > 0)
    throw new Error(`Format ${format.id}: no such rule or cell: ${[...unknown, ...lost].join(', ')}`);
  const bound = rules.flatMap((rule): BoundRule[] =>
    rule.id in format.rules ? [{ rule, ...rule.bind(format.rules[rule.id]) }] : [],
  );
  tried(bound, format);
  bindings.set(format, bound);
  return bound;
}

// On an empty report every rule asks for its tables and cells: what the format lacks comes out now, not in an office.
function tried(bound: readonly BoundRule[], format: ReportFormat) {
  const organisation = { name: '', level: 'township' } as const;
  const empty = { organisation, year: format.years.from, format: format.id, preamble: [], text: {}, tables: {} };
  const view = viewOf(empty, format, { ...empty, year: empty.year - 1 }, []);
  for (const { find, equations } of bound) {
    find(view);
    equations(view);
  }
}

export const formatsOf = (id: string, formats: readonly ReportFormat[]) =>
  formats.filter((format) => id in format.rules);

// Addresses of cells anywhere in the settings of a format's rules.
const namesIn = (settings: unknown): string[] => {
  if (typeof settings === 'string') return /^[a-z0-9_]+\/[a-z0-9_]+\/[a-z0-9_]+$/.test(settings) ? [settings] : [];
  return settings !== null && typeof settings === 'object' ? Object.values(settings).flatMap(namesIn) : [];
};

const exists = (format: ReportFormat, name: string) => cellAt(format, name) !== null;
