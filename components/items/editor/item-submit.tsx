'use client';

import { useHoldCount } from '@/components/editor/desk/common';
import { HandIn } from '@/components/editor/submit/hand-in';
import { PublicationDay } from '@/components/editor/submit/publication-day';
import { SecrecyFields } from '@/components/editor/submit/secrecy-fields';
import { useDraft, useItemDesk, useItemState, useItemWrite } from '@/components/items/editor/context';
import type { ItemEditorProps } from '@/components/items/editor/types';
import { useUnsettledItem } from '@/components/items/editor/use-unsettled-item';
import { DeclarationsField } from '@/components/office/declarations-field';
import { type Day, isDay } from '@/lib/domain/calendar/day';
import { obstacleWords } from '@/lib/text/editor';

type ItemSubmitProps = Pick<
  ItemEditorProps,
  'document' | 'person' | 'remarks' | 'isCorrection' | 'maySubmit' | 'declarations' | 'actions'
>;

const labels = { result: '审查结论', declarations: '保密审查声明', by: '审查人', at: '审查日期' };

/** Handing an item to the leaders. */
export function ItemSubmit({
  document,
  person,
  remarks,
  isCorrection,
  maySubmit,
  declarations,
  actions,
}: ItemSubmitProps) {
  const { today } = useItemDesk();
  const isProactive = useDraft((draft) => draft.attribute === 'proactive');
  return (
    <HandIn
      document={document}
      obstacles={useObstacles(remarks, isCorrection)}
      maySubmit={maySubmit}
      labels={labels}
      action={actions.submit}
      before={isProactive && <ItemDay />}
    >
      <SecrecyFields person={person.name} today={today}>
        <DeclarationsField asked={declarations} />
      </SecrecyFields>
    </HandIn>
  );
}

function ItemDay() {
  const { today } = useItemDesk();
  const write = useItemWrite();
  const day = useItemState((state) => state.replica.wanted.office.publishOn);
  const put = (to: Day | null) =>
    write(({ office: { publishOn: from } }) => [
      { kind: 'publishOn', from: from !== null && isDay(from) ? from : null, to },
    ]);
  return <PublicationDay day={day} today={today} onWrite={put} />;
}

function useObstacles(remarks: ItemSubmitProps['remarks'], isCorrection: boolean) {
  const { blocks, warnings } = useUnsettledItem();
  const note = useDraft((draft) => draft.correctionNote);
  return obstacleWords({
    blocks: blocks.length,
    warnings: warnings.length,
    doubtful: { count: 0, target: '' },
    holds: useHoldCount(),
    answers: remarks.filter(({ answer }) => answer === '').length,
    note: isCorrection && note.trim() === '',
  });
}
