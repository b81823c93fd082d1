'use client';

import type { MouseEvent } from 'react';
import { CheckList } from '@/components/editor/checks/check-list';
import { FindingCard } from '@/components/editor/checks/finding-card';
import { showStretch } from '@/components/editor/desk/show-place';
import { useItemDesk, useItemState, useItemWrite } from '@/components/items/editor/context';
import { HitList } from '@/components/items/editor/hit-list';
import { useUnsettledItem } from '@/components/items/editor/use-unsettled-item';
import { isMaskable, maskedDraft } from '@/lib/domain/items/mask-item';
import type { ItemHit } from '@/lib/domain/items/personal-hits';
import type { Finding, Place } from '@/lib/domain/report/finding';
import { itemDifference } from '@/lib/editor/item-difference';
import { itemPlaceId } from '@/lib/text/item-changes';
import {
  hitSummary,
  itemFindingBasis,
  itemFindingText,
  itemFindingTitle,
  placeLinkWords,
} from '@/lib/text/item-findings';

/** What the rules say of the item; every hit of the personal data finder is masked here, or kept with a reason. */
export function ItemChecks() {
  const { check } = useItemDesk();
  const { blocks, warnings, explained } = useUnsettledItem();
  return (
    <CheckList<Finding>
      summary={hitSummary(check.hits.length)}
      blocks={blocks}
      warnings={warnings}
      explained={explained}
      keyOf={({ key }) => key}
      draw={(finding) => <Found finding={finding} />}
    />
  );
}

function Found({ finding }: { finding: Finding }) {
  const { check } = useItemDesk();
  const write = useItemWrite();
  const { key, severity } = finding;
  const reason = useItemState((state) => state.replica.wanted.office.reasons[key]);
  const hits = check.hits.filter((hit) => hit.key === key);
  const explain = (to: string | null) =>
    write(({ office }) => [{ kind: 'reason', key, from: office.reasons[key] ?? null, to }]);
  const place = finding.places[0];
  return (
    <FindingCard
      name={key}
      severity={severity}
      title={itemFindingTitle(finding)}
      basis={itemFindingBasis(finding)}
      reason={reason}
      onReason={explain}
      explain={hits.length > 0 ? '说明保留原因' : '说明原因'}
      acts={
        <>
          {place && place.kind !== 'cell' && <ToPlace place={place} />}
          <MaskButton hits={hits} />
        </>
      }
    >
      {hits.length > 0 ? <HitList hits={hits} /> : <p>{itemFindingText(finding)}</p>}
    </FindingCard>
  );
}

type Standing = Exclude<Place, { kind: 'cell' }>;

/** The element that a finding is about: a field, a block of the body, an attachment. */
function targetOf(place: Standing): string {
  if (place.kind === 'section') return itemPlaceId(place.section);
  return place.section === 'body' ? `body-${place.block}` : itemPlaceId(`${place.section}#${place.block}`);
}

function ToPlace({ place }: { place: Standing }) {
  const target = targetOf(place);
  const go = (event: MouseEvent) => {
    const element = document.getElementById(target);
    if (!element) return;
    event.preventDefault();
    showStretch(element, place.kind === 'text' && place.end > place.start ? place : null);
  };
  return (
    <a href={`#${target}`} onClick={go}>
      {placeLinkWords(place)}
    </a>
  );
}

/** Masks all of a finding where it stands in the draft; what stands in a file takes a masked file. */
function MaskButton({ hits }: { hits: readonly ItemHit[] }) {
  const write = useItemWrite();
  const maskable = hits.filter(isMaskable);
  if (maskable.length === 0) return null;
  const mask = () => write((state) => itemDifference(state, { ...state, draft: maskedDraft(state.draft, maskable) }));
  return (
    <button type="button" className="link-button" onClick={mask}>
      {maskable.length > 1 ? `遮盖这${maskable.length}处` : '遮盖'}
    </button>
  );
}
