'use client';

import { CheckList } from '@/components/editor/checks/check-list';
import { DoubtfulItem } from '@/components/editor/checks/doubtful-item';
import { FindingItem } from '@/components/editor/checks/finding-item';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import type { Finding } from '@/lib/domain/report/finding';
import type { Doubtful } from '@/lib/editor/desk';
import { equationWords } from '@/lib/text/editor';

/** A finding, or a text that is no figure: that must be put right as well. */
type Found = { finding: Finding } | { address: string; doubt: Doubtful };

/** What the rules say of a report. */
export function ChecksPanel() {
  const { check } = useDesk();
  const { blocks, warnings, explained } = useUnsettled();
  const doubtful = useDeskState((state) => state.doubtful);
  const found = (findings: readonly Finding[]): Found[] => findings.map((finding) => ({ finding }));
  const doubts = Object.entries(doubtful).map(([address, doubt]) => ({ address, doubt }));
  return (
    <CheckList<Found>
      summary={equationWords(check.equations)}
      blocks={[...doubts, ...found(blocks)]}
      warnings={found(warnings)}
      explained={found(explained)}
      keyOf={(each) => ('finding' in each ? each.finding.key : each.address)}
      draw={(each) => ('finding' in each ? <FindingItem finding={each.finding} /> : <DoubtfulItem {...each} />)}
    />
  );
}
