'use client';

import type { MouseEvent } from 'react';
import { useDesk } from '@/components/editor/desk/context';
import { focusCell } from '@/components/editor/grid/use-grid-keys';
import { RemarkAnswers } from '@/components/editor/remark-answers';
import type { EditorActions, EditorProps } from '@/components/editor/types';
import { placeElementId } from '@/lib/domain/report/addresses';
import { remarkPlace } from '@/lib/text/editor';

type RemarksProps = Pick<EditorProps, 'returned' | 'remarks'> & { document: string; answer: EditorActions['answer'] };

/** The remarks on a report, each with the way to its cell or paragraph. */
export function Remarks({ document, returned, remarks, answer }: RemarksProps) {
  const { format } = useDesk();
  const views = remarks.map(({ place, ...remark }) => {
    const target = placeElementId(format, place);
    const isCell = place.includes('/');
    const toCell = (event: MouseEvent) => {
      event.preventDefault();
      focusCell(place);
    };
    return {
      ...remark,
      place: remarkPlace(format, place),
      link:
        target === null ? null : { target, words: isCell ? '转到该格' : '转到该段', go: isCell ? toCell : undefined },
    };
  });
  return <RemarkAnswers document={document} returned={returned} remarks={views} answer={answer} />;
}
