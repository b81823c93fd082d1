'use client';

import { useHoldCount } from '@/components/editor/desk/common';
import { HandIn } from '@/components/editor/submit/hand-in';
import { PublicationDay } from '@/components/editor/submit/publication-day';
import { SecrecyFields } from '@/components/editor/submit/secrecy-fields';
import {
  useGuideDesk,
  useGuideField,
  useGuideState,
  useGuideWrite,
  useUnsettledGuide,
} from '@/components/guide/editor/context';
import type { GuideEditorProps } from '@/components/guide/editor/types';
import { TypedChoices } from '@/components/office/typed-fields';
import { isDay } from '@/lib/domain/calendar/day';
import { obstacleWords } from '@/lib/text/editor';
import { secrecyStatements } from '@/lib/text/secrecy';

const labels = { result: '审查结论', statement: '逐项确认', by: '审查人', at: '审查日期' };

/** Handing the guide to the leaders. */
export function GuideSubmit({ document, person, remarks, isCorrection, maySubmit, actions }: GuideEditorProps) {
  const { today } = useGuideDesk();
  return (
    <HandIn
      document={document}
      obstacles={useObstacles(remarks, isCorrection)}
      maySubmit={maySubmit}
      labels={labels}
      action={actions.submit}
      before={<GuideDay />}
    >
      <SecrecyFields person={person.name} today={today}>
        <TypedChoices name="statement" legend="逐项确认" initial={[]} options={secrecyStatements} />
      </SecrecyFields>
    </HandIn>
  );
}

function GuideDay() {
  const { today } = useGuideDesk();
  const write = useGuideWrite();
  const day = useGuideState(({ replica }) => replica.wanted.office.publishOn);
  return (
    <PublicationDay
      day={day}
      today={today}
      onWrite={(to) =>
        write(({ office: { publishOn: from } }) => [
          { kind: 'publishOn', from: from !== null && isDay(from) ? from : null, to },
        ])
      }
    />
  );
}

function useObstacles(remarks: GuideEditorProps['remarks'], isCorrection: boolean) {
  const { blocks, warnings } = useUnsettledGuide();
  const [note] = useGuideField('correctionNote');
  return obstacleWords({
    blocks: blocks.length,
    warnings: warnings.length,
    doubtful: { count: 0, target: '' },
    holds: useHoldCount(),
    answers: remarks.filter(({ answer }) => answer === '').length,
    note: isCorrection && note.trim() === '',
  });
}
