'use client';

import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DraftState } from '@/lib/domain/report/merge';
import type { Hold } from '@/lib/editor/holds';
import { blocksIn, type Place, placeName, valueIn } from '@/lib/editor/places';
import { choose } from '@/lib/editor/replica';
import type { ReportTypes } from '@/lib/editor/report-draft';
import { conflictAuthor, conflictWords, placeWords, saidFigure } from '@/lib/text/editor';

/** Where two people want different things: both are shown, and one of them chooses. */
export function Conflicts() {
  const holds = useDeskState((state) => state.replica.holds);
  const list = Object.values(holds);
  if (list.length === 0) return null;
  return (
    <Notice kind="stop" title={conflictWords(list.length)} live>
      <ul className="ed-conflicts">
        {list.map((hold) => (
          <Conflict key={placeName(hold.place)} hold={hold} />
        ))}
      </ul>
    </Notice>
  );
}

function Conflict({ hold: { place, by, at } }: { hold: Hold<ReportTypes> }) {
  const { desk, format, today } = useDesk();
  const mine = useDeskState((state) => said(state.replica.wanted, place));
  const theirs = useDeskState((state) => said(state.replica.expected, place));
  const take = (choice: 'mine' | 'theirs') =>
    desk.update((state) => ({ ...state, replica: choose(state.replica, place, choice) }));
  return (
    <li>
      <p>
        <b>{placeWords(format, place)}</b>
      </p>
      <dl className="ed-two-values">
        <dt>您填的</dt>
        <dd>{mine}</dd>
        <dt>对方填的</dt>
        <dd>
          {theirs}（{conflictAuthor(by, at, today)}）
        </dd>
      </dl>
      <p className="flex flex-wrap gap-3">
        <Button small onClick={() => take('mine')}>
          用我填的
        </Button>
        <Button small onClick={() => take('theirs')}>
          用对方填的
        </Button>
      </p>
    </li>
  );
}

function said(state: DraftState, place: Place): string {
  if (place.kind !== 'text') return saidFigure(valueIn(state, place));
  return blocksIn(state, place.section).find(({ id }) => id === place.block)?.text ?? '（删去这一段）';
}
