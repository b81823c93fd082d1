'use client';

import { FindingCard } from '@/components/editor/checks/finding-card';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { targetOf } from '@/components/editor/desk/finding-places';
import { showPlace } from '@/components/editor/desk/show-place';
import type { Finding } from '@/lib/domain/report/finding';
import { edit } from '@/lib/editor/replica';
import { placeLink } from '@/lib/text/editor';
import { findingBasis, findingText, findingTitle } from '@/lib/text/findings';

/** One finding on a report. */
export function FindingItem({ finding }: { finding: Finding }) {
  const { desk, format } = useDesk();
  const reason = useDeskState((state) => state.replica.wanted.office.reasons[finding.key]);
  const place = finding.places[0];
  const explain = (to: string | null) =>
    desk.update((state) => {
      const from = state.replica.wanted.office.reasons[finding.key] ?? null;
      return { ...state, replica: edit(state.replica, { kind: 'reason', key: finding.key, from, to }) };
    });
  return (
    <FindingCard
      name={finding.key}
      severity={finding.severity}
      title={findingTitle(finding)}
      basis={findingBasis(finding)}
      reason={reason}
      onReason={explain}
      acts={
        place && (
          <a href={`#${targetOf(format, place)}`} onClick={(event) => showPlace(event, format, place)}>
            {placeLink(format, place)}
          </a>
        )
      }
    >
      <p>{findingText(finding)}</p>
    </FindingCard>
  );
}
