'use client';

import { SectionLinks } from '@/components/editor/bar/section-links';
import { useDesk } from '@/components/editor/desk/context';
import { sectionOf } from '@/components/editor/desk/finding-places';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import type { Finding } from '@/lib/domain/report/finding';

/** The parts of the report, each with what the checks found in it. */
export function SectionNav() {
  const { format } = useDesk();
  const { blocks, warnings } = useUnsettled();
  const count = (findings: readonly Finding[], section: string) =>
    findings.filter(({ places: [place] }) => place && sectionOf(format, place) === section).length;
  const parts = [{ id: 'preamble', heading: '导言' }, ...format.sections].map(({ id, heading }) => ({
    ...{ id, heading, blocks: count(blocks, id), warnings: count(warnings, id) },
  }));
  return <SectionLinks label="报告各部分" parts={parts} />;
}
