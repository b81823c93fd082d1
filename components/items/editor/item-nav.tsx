'use client';

import { SectionLinks } from '@/components/editor/bar/section-links';
import { useUnsettledItem } from '@/components/items/editor/use-unsettled-item';
import type { Finding } from '@/lib/domain/report/finding';

const parts = [
  { id: 'facts', heading: '基本信息' },
  { id: 'disclosure', heading: '公开属性' },
  { id: 'item-body', heading: '正文' },
  { id: 'item-attachments', heading: '附件' },
  { id: 'item-relations', heading: '相关信息' },
] as const;

/** The parts of an item, each with what the checks found in it. */
export function ItemNav() {
  const { blocks, warnings } = useUnsettledItem();
  const count = (findings: readonly Finding[], id: string) =>
    findings.filter((finding) => partOf(finding) === id).length;
  return (
    <SectionLinks
      label="信息各部分"
      parts={parts.map((part) => ({ ...part, blocks: count(blocks, part.id), warnings: count(warnings, part.id) }))}
    />
  );
}

const disclosure = new Set(['attribute', 'withholding', 'withholdingBasis', 'reassessOn', 'ways']);

function partOf({ places: [place] }: Finding): string {
  if (!place || place.kind === 'cell') return 'facts';
  const { section } = place;
  if (section === 'body' || section === 'attachments' || section === 'relations') return `item-${section}`;
  return disclosure.has(section) ? 'disclosure' : 'facts';
}
