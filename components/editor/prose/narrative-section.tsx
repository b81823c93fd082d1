'use client';

import { useMemo } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { doubtsIn, remarksIn } from '@/components/editor/desk/finding-places';
import { useReader } from '@/components/editor/desk/use-reader';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import { ProseEditor } from '@/components/editor/prose/prose-editor';
import type { Block } from '@/lib/domain/report/content';
import { opIssues } from '@/lib/domain/report/merge';
import { editorOffset } from '@/lib/editor/live-text';
import { blocksIn } from '@/lib/editor/places';
import { edit } from '@/lib/editor/replica';
import { sentence } from '@/lib/text/issues';

/** The preamble, or a section told in words. */
export function NarrativeSection({ id, heading }: { id: string; heading: string }) {
  const { desk, format, remarks } = useDesk();
  const { open } = useUnsettled();
  const blocks = useDeskState((state) => blocksIn(state.replica.wanted, id));
  const read = useReader();
  const doubts = useMemo(() => {
    const placeAt = (block: string, offset: number) =>
      editorOffset(blocks.find((each) => each.id === block)?.text ?? '', offset, read);
    return [...doubtsIn(open, id, placeAt), ...remarksIn(remarks, id)];
  }, [open, remarks, id, blocks, read]);
  const [issue] = opIssues(format, [{ kind: 'text', section: id, from: [], to: [...blocks] }]);

  const write = (before: readonly Block[], after: Block[]) =>
    desk.update((state) => {
      return { ...state, replica: edit(state.replica, { kind: 'text', section: id, from: [...before], to: after }) };
    });
  return (
    <section id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      {issue && (
        <p role="alert" className="ed-text-error">
          {sentence(issue, heading)}
        </p>
      )}
      <ProseEditor section={id} label={heading} blocks={blocks} doubts={doubts} onWrite={write} />
    </section>
  );
}
