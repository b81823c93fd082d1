'use client';

import { CheckList } from '@/components/editor/checks/check-list';
import { FindingCard } from '@/components/editor/checks/finding-card';
import { useGuideState, useGuideWrite, useUnsettledGuide } from '@/components/guide/editor/context';
import type { Finding } from '@/lib/domain/report/finding';
import { guideFieldName, guidePlaceId } from '@/lib/text/guide';
import { guideFindingBasis, guideFindingField, guideFindingText, guideFindingTitle } from '@/lib/text/guide-findings';

/** What the rules say of the guide at this moment. */
export function GuideChecks() {
  const { blocks, warnings, explained } = useUnsettledGuide();
  return (
    <CheckList<Finding>
      summary="按条例、收费规定和行政复议法核对期限、收费和救济途径。"
      {...{ blocks, warnings, explained }}
      keyOf={({ key }) => key}
      draw={(finding) => <Found finding={finding} />}
    />
  );
}

function Found({ finding }: { finding: Finding }) {
  const { key, severity } = finding;
  const write = useGuideWrite();
  const reason = useGuideState(({ replica }) => replica.wanted.office.reasons[key]);
  const field = guideFindingField(finding);
  return (
    <FindingCard
      name={key}
      severity={severity}
      title={guideFindingTitle(finding)}
      basis={guideFindingBasis(finding)}
      reason={reason}
      onReason={(to) => write(({ office }) => [{ kind: 'reason', key, from: office.reasons[key] ?? null, to }])}
      acts={<a href={`#${guidePlaceId(field)}`}>转到{guideFieldName(field)}</a>}
    >
      <p>{guideFindingText(finding)}</p>
    </FindingCard>
  );
}
