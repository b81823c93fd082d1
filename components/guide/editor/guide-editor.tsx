'use client';

import '@/components/editor/editor.css';
import '@/components/items/editor/item-editor.css';
import { useMemo, useState } from 'react';
import { DocumentBar } from '@/components/editor/bar/document-bar';
import { NarrowNotice } from '@/components/editor/bar/narrow-notice';
import { SectionLinks } from '@/components/editor/bar/section-links';
import { CommonDeskProvider } from '@/components/editor/desk/common';
import { ConflictList } from '@/components/editor/desk/conflict-list';
import { useSaving } from '@/components/editor/desk/use-saving';
import { RemarkAnswers } from '@/components/editor/remark-answers';
import { PublicNote } from '@/components/editor/submit/public-note';
import {
  GuideDeskProvider,
  type GuideHolding,
  useGuideCheck,
  useGuideDesk,
  useGuideField,
  useGuideState,
  useUnsettledGuide,
} from '@/components/guide/editor/context';
import { GuidePart } from '@/components/guide/editor/fields';
import { GuideChecks } from '@/components/guide/editor/guide-checks';
import { GuideSubmit } from '@/components/guide/editor/guide-submit';
import { guideParts } from '@/components/guide/editor/parts';
import type { GuideEditorProps } from '@/components/guide/editor/types';
import type { Finding } from '@/lib/domain/report/finding';
import { guideKind, guideValueAt } from '@/lib/editor/guide-draft';
import { guideSaving } from '@/lib/editor/guide-saving';
import { choose, replicaOf } from '@/lib/editor/replica';
import { startOf, storeOf } from '@/lib/editor/store';
import { guidePlaceId, guidePlaceName } from '@/lib/text/guide';
import { guideFindingField } from '@/lib/text/guide-findings';

/** The desk of the guide: a plain form, saved as it is typed. */
export function GuideEditor(props: GuideEditorProps) {
  const { document, person, today } = props;
  const [draft] = useState(() => ({
    desk: storeOf<GuideHolding>(startOf(replicaOf(guideKind, { version: document.version, state: props.state }))),
    saved: guideSaving(document.id),
  }));
  const { desk } = draft;
  const findings = useGuideCheck(desk, props);
  const saver = useSaving(draft, person.id, document.id);
  const common = useMemo(() => ({ desk, saver, today }), [desk, saver, today]);
  const value = useMemo(() => ({ desk, findings, today }), [desk, findings, today]);
  return (
    <CommonDeskProvider value={common}>
      <GuideDeskProvider value={value}>
        <Bar {...props} />
        <div className="ed">
          <Links />
          <main className="ed-document item-document" id="main">
            <Sections {...props} />
          </main>
          <GuideChecks />
        </div>
      </GuideDeskProvider>
    </CommonDeskProvider>
  );
}

function Bar({ document, tag, draft }: GuideEditorProps) {
  const { blocks } = useUnsettledGuide();
  return (
    <DocumentBar
      label="指南状态和操作"
      address={`/admin/guide/${document.id}`}
      heading={document.title}
      due={{ words: '内容有变动的，及时更新', late: false }}
      wrong={blocks.length}
      {...{ tag, draft }}
    />
  );
}

function Links() {
  const { blocks, warnings } = useUnsettledGuide();
  const count = (findings: readonly Finding[], names: readonly string[]) =>
    findings.filter((finding) => names.includes(guideFindingField(finding))).length;
  return (
    <SectionLinks
      label="指南各部分"
      parts={guideParts.map(({ id, heading, names }) => {
        return { id, heading, blocks: count(blocks, names), warnings: count(warnings, names) };
      })}
    />
  );
}

function Sections(props: GuideEditorProps) {
  const { document, returned, remarks, isCorrection, actions } = props;
  const { blocks, warnings } = useUnsettledGuide();
  const views = remarks.map(({ place, ...remark }) => ({
    ...remark,
    place: guidePlaceName(place),
    link: place === '' ? null : { target: guidePlaceId(place), words: '转到这一处' },
  }));
  return (
    <>
      <NarrowNotice blocks={blocks.length} warnings={warnings.length} lines={[]} />
      <div id="conflicts">
        <Conflicts />
      </div>
      <RemarkAnswers document={document.id} returned={returned} remarks={views} answer={actions.answer} />
      {isCorrection && <Note />}
      {guideParts.map((part) => (
        <GuidePart key={part.id} {...part} />
      ))}
      <GuideSubmit {...props} />
    </>
  );
}

function Note() {
  const [note, put] = useGuideField('correctionNote');
  return <PublicNote note={note} error={undefined} onWrite={put} />;
}

/** The places that wait for a choice between two people's values. */
function Conflicts() {
  const { desk, today } = useGuideDesk();
  const { holds, wanted, expected } = useGuideState(({ replica }) => replica);
  const views = Object.values(holds).map(({ place, by, at }) => ({
    ...{ by, at, name: place.name, title: guidePlaceName(place.name) },
    ...{ mine: guideValueAt(wanted, place.name) ?? '', theirs: guideValueAt(expected, place.name) ?? '' },
    take: (choice: 'mine' | 'theirs') =>
      desk.update((state) => ({ ...state, replica: choose(state.replica, place, choice) })),
  }));
  return <ConflictList conflicts={views} today={today} />;
}
