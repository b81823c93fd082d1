import type { Doubt } from '@/components/editor/prose/doubts';
import type { RemarkOnDesk } from '@/components/editor/types';
import { elementId } from '@/lib/domain/report/addresses';
import type { Finding, Severity } from '@/lib/domain/report/finding';
import type { ReportFormat } from '@/lib/domain/report/format';

/** The heaviest finding on each cell. */
export function weightsOf(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const weights = new Map<string, Severity>();
  for (const { places, severity } of findings) {
    for (const place of places) {
      if (place.kind === 'cell' && weights.get(place.address) !== 'block') weights.set(place.address, severity);
    }
  }
  return weights;
}

/** What the checks doubt in one narrative section; `placeAt` turns an offset in a block's text into the editor's. */
export const doubtsIn = (
  findings: readonly Finding[],
  section: string,
  placeAt: (block: string, offset: number) => number,
): Doubt[] =>
  findings.flatMap(({ key, severity, places }) =>
    places.flatMap((place): Doubt[] => {
      if (place.kind !== 'text' || place.section !== section) return [];
      const { block } = place;
      const [start, last] = [placeAt(block, place.start), placeAt(block, place.end - 1)];
      return [{ kind: 'finding', key, severity, block, start, end: last + 1 }];
    }),
  );

/** What the leaders remarked on paragraphs of one section. */
export const remarksIn = (remarks: readonly RemarkOnDesk[], section: string): Doubt[] =>
  remarks.flatMap(({ place, words }) => {
    const [of, block] = place.split('#');
    return of === section && block ? [{ kind: 'remark' as const, block, title: words }] : [];
  });

/** The section in which a finding's place lies. */
export function sectionOf(format: ReportFormat, place: Finding['places'][number]): string {
  if (place.kind !== 'cell') return place.section;
  const table = place.address.split('/')[0];
  return format.tables.find(({ id }) => id === table)?.section ?? '';
}

/** The element on the page that a place is about. */
export function targetOf(format: ReportFormat, place: Finding['places'][number]): string {
  if (place.kind === 'cell') return elementId(format, place.address) ?? '';
  return place.kind === 'text' ? `${place.section}-${place.block}` : place.section;
}
