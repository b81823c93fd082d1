'use client';

import '@/components/editor/editor.css';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { DocumentBar } from '@/components/editor/bar/document-bar';
import { NarrowNotice } from '@/components/editor/bar/narrow-notice';
import { CommonDeskProvider } from '@/components/editor/desk/common';
import { ConflictList } from '@/components/editor/desk/conflict-list';
import { useSaving } from '@/components/editor/desk/use-saving';
import { RemarkAnswers } from '@/components/editor/remark-answers';
import { LetterChecks } from '@/components/letters/editor/letter-checks';
import { LetterFacts } from '@/components/letters/editor/letter-facts';
import { LetterSubmit } from '@/components/letters/editor/letter-submit';
import type { LetterEditorProps } from '@/components/letters/editor/types';
import { LetterSheet } from '@/components/letters/letter-sheet';
import { Panel } from '@/components/office/panel';
import { readLetter } from '@/lib/domain/requests/letter-check';
import { mannerOf } from '@/lib/domain/requests/letter-manner';
import { letterValueAt, setLetter } from '@/lib/domain/requests/letter-merge';
import { type LetterTypes, letterDraftKind } from '@/lib/editor/letter-draft';
import { letterSaving } from '@/lib/editor/letter-saving';
import { choose, edit, replicaOf } from '@/lib/editor/replica';
import { type Holding, type Store, startOf, storeOf } from '@/lib/editor/store';
import { composeLetter, letterName } from '@/lib/text/compose-letter';
import { letterValueName } from '@/lib/text/letter-form';

type Desk = Store<Holding<LetterTypes>>;

/** The desk of a letter: its facts, saved as they are typed, and the letter that they make beside them. */
export function LetterEditor(props: LetterEditorProps) {
  const { document, person, today } = props;
  const [draft] = useState(() => ({
    desk: storeOf(startOf(replicaOf(letterDraftKind, { version: document.version, state: props.state }))),
    saved: letterSaving(document.id),
  }));
  const { desk } = draft;
  const saver = useSaving(draft, person.id, document.id);
  const common = useMemo(() => ({ desk, saver, today }), [desk, saver, today]);
  return (
    <CommonDeskProvider value={common}>
      <LetterDesk {...props} desk={desk} />
    </CommonDeskProvider>
  );
}

function LetterDesk({ desk, ...props }: LetterEditorProps & { desk: Desk }) {
  const { document, request, circumstances, usual, beside, returned, remarks, tag, draft, due, actions } = props;
  const read = () => desk.get().replica.wanted;
  const state = useSyncExternalStore(desk.subscribe, read, read);
  const { letter, ...reading } = useMemo(() => readLetter(state, beside), [state, beside]);
  const write = (name: string, to: string) =>
    desk.update((before) => {
      const ops = setLetter(before.replica.wanted, name, to);
      return ops.length === 0 ? before : { ...before, replica: ops.reduce(edit<LetterTypes>, before.replica) };
    });
  const { findings } = reading;
  return (
    <>
      <DocumentBar
        label="文书状态和操作"
        address={`/admin/letters/${document.id}`}
        heading={letterName(state.draft.kind, request)}
        wrong={findings.length}
        preview={false}
        {...{ tag, draft, due }}
      />
      <main id="main" className="letter-main">
        <p className="mb-4 text-ink-2 text-note">
          <a href={`/admin/requests/${request.id}`}>{`${request.year}-${request.number}号申请`}</a>　
          {document.number ?? '文号在第一次送审时给出'}
        </p>
        <div className="letter-desk">
          <div className="grid gap-5">
            <NarrowNotice blocks={findings.length} warnings={0} lines={[]} />
            <div id="conflicts" className="contents">
              <Conflicts desk={desk} today={props.today} />
            </div>
            <RemarkAnswers document={document.id} returned={returned} remarks={remarks} answer={actions.answer} />
            <LetterFacts state={state} reading={reading} usual={usual} onWrite={write} />
            <LetterSubmit {...props} state={state} reading={reading} onWrite={write} />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
          <section className="beside grid gap-5" aria-label="检查和预览" tabIndex={0}>
            <LetterChecks findings={findings} />
            <Panel id="preview" title="文书预览" aside="条款、理由、检索情况和救济途径由系统写入，不能删去">
              <div className="p-4">
                {letter ? (
                  <LetterSheet
                    content={composeLetter(letter, { ...circumstances, manner: mannerOf(state.draft.manner, usual) })}
                  />
                ) : (
                  <p>填齐以后，这里显示文书全文。</p>
                )}
              </div>
            </Panel>
          </section>
        </div>
      </main>
    </>
  );
}

/** The places that wait for a choice between two people's values. */
function Conflicts({ desk, today }: { desk: Desk; today: string }) {
  const read = () => desk.get().replica;
  const { holds, wanted, expected } = useSyncExternalStore(desk.subscribe, read, read);
  const views = Object.values(holds).map(({ place, by, at }) => ({
    ...{ by, at, name: place.name, title: letterValueName(place.name) },
    ...{ mine: letterValueAt(wanted, place.name), theirs: letterValueAt(expected, place.name) },
    take: (choice: 'mine' | 'theirs') =>
      desk.update((before) => ({ ...before, replica: choose(before.replica, place, choice) })),
  }));
  return <ConflictList conflicts={views} today={today} />;
}
