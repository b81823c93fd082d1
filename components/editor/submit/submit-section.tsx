'use client';

import { useHoldCount } from '@/components/editor/desk/common';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import { HandIn } from '@/components/editor/submit/hand-in';
import { ReportDay } from '@/components/editor/submit/public-fields';
import { SecrecyFields } from '@/components/editor/submit/secrecy-fields';
import type { EditorProps } from '@/components/editor/types';
import { TypedChoices } from '@/components/office/typed-fields';
import { elementId } from '@/lib/domain/report/addresses';
import { obstacleWords } from '@/lib/text/editor';
import { secrecyStatements } from '@/lib/text/secrecy';

type SubmitSectionProps = Pick<
  EditorProps,
  'document' | 'person' | 'remarks' | 'isCorrection' | 'maySubmit' | 'actions'
>;

const labels = { result: '审查结论', statement: '逐项确认', by: '审查人', at: '审查日期' };

/** Handing a report to the leaders. */
export function SubmitSection({ document, person, remarks, isCorrection, maySubmit, actions }: SubmitSectionProps) {
  const { today } = useDesk();
  return (
    <HandIn
      document={document}
      obstacles={useObstacles(remarks, isCorrection)}
      maySubmit={maySubmit}
      labels={labels}
      action={actions.submit}
      before={<ReportDay />}
    >
      <SecrecyFields person={person.name} today={today}>
        <TypedChoices name="statement" legend="逐项确认" initial={[]} options={secrecyStatements} />
      </SecrecyFields>
    </HandIn>
  );
}

function useObstacles(remarks: SubmitSectionProps['remarks'], isCorrection: boolean) {
  const { format } = useDesk();
  const { blocks, warnings } = useUnsettled();
  const doubtful = useDeskState((state) => state.doubtful);
  const note = useDeskState((state) => state.replica.wanted.draft.correctionNote);
  const holds = useHoldCount();
  const [first = ''] = Object.keys(doubtful);
  return obstacleWords({
    blocks: blocks.length,
    warnings: warnings.length,
    doubtful: { count: Object.keys(doubtful).length, target: elementId(format, first) ?? 's2' },
    holds,
    answers: remarks.filter(({ answer }) => answer === '').length,
    note: isCorrection && note.trim() === '',
  });
}
