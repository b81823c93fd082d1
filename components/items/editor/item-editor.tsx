'use client';

import '@/components/editor/editor.css';
import './item-editor.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { DocumentBar } from '@/components/editor/bar/document-bar';
import { NarrowNotice } from '@/components/editor/bar/narrow-notice';
import { CommonDeskProvider } from '@/components/editor/desk/common';
import { useSaving } from '@/components/editor/desk/use-saving';
import { RemarkAnswers } from '@/components/editor/remark-answers';
import { PublicNote } from '@/components/editor/submit/public-note';
import { Attachments } from '@/components/items/editor/attachments';
import { BasicFields } from '@/components/items/editor/basic-fields';
import { BodySection } from '@/components/items/editor/body-section';
import { ItemDeskProvider, type ItemHolding, useDraft } from '@/components/items/editor/context';
import { DisclosureFields } from '@/components/items/editor/disclosure-fields';
import { useField } from '@/components/items/editor/inputs';
import { ItemChecks } from '@/components/items/editor/item-checks';
import { ItemConflicts } from '@/components/items/editor/item-conflicts';
import { ItemNav } from '@/components/items/editor/item-nav';
import { ItemSubmit } from '@/components/items/editor/item-submit';
import { Relations } from '@/components/items/editor/relations';
import type { ItemEditorProps, RelatedItem } from '@/components/items/editor/types';
import { useItemCheck } from '@/components/items/editor/use-item-check';
import { useUnsettledItem } from '@/components/items/editor/use-unsettled-item';
import { itemKind } from '@/lib/editor/item-draft';
import { itemSaving } from '@/lib/editor/item-saving';
import { heardReadings } from '@/lib/editor/readings';
import { replicaOf } from '@/lib/editor/replica';
import { startOf, storeOf } from '@/lib/editor/store';
import { itemPlaceId, itemPlaceName } from '@/lib/text/item-changes';
import { untitled } from '@/lib/text/item-editor';

/** The desk of one item. */
export function ItemEditor(props: ItemEditorProps) {
  const { document, person, organisation, choices, calendar, today } = props;
  const { id } = document;
  const [draft] = useState(() => ({
    desk: storeOf<ItemHolding>(startOf(replicaOf(itemKind, { version: document.version, state: props.state }))),
    saved: itemSaving(id),
  }));
  const { desk } = draft;
  const [beside, setBeside] = useState(props.beside);
  const context = useMemo(() => ({ organisation, choices, beside }), [organisation, choices, beside]);
  const check = useItemCheck(desk, context);
  const saver = useSaving(draft, person.id, id);

  const meet = useCallback(({ path, title, validity }: RelatedItem) => {
    setBeside((known) => ({ ...known, related: new Map([...known.related, [path, { title, validity }]]) }));
  }, []);
  const unread = check.item.attachments.some(({ sha256 }) => !beside.files.has(sha256));
  useEffect(() => {
    if (unread) void heardReadings(id).then((files) => files && setBeside((known) => ({ ...known, files })));
  }, [id, unread]);
  const value = useMemo(
    () => ({ id, desk, saver, choices, calendar, check, today, meet }),
    [id, desk, saver, choices, calendar, check, today, meet],
  );
  return (
    <CommonDeskProvider value={value}>
      <ItemDeskProvider value={value}>
        <Bar {...props} />
        <div className="ed">
          <ItemNav />
          <main className="ed-document item-document" id="main">
            <Sections {...props} />
          </main>
          <ItemChecks />
        </div>
      </ItemDeskProvider>
    </CommonDeskProvider>
  );
}

function Bar({ document, tag, draft, due }: ItemEditorProps) {
  const title = useDraft((item) => item.title.trim());
  const { blocks } = useUnsettledItem();
  return (
    <DocumentBar
      label="信息状态和操作"
      address={`/admin/items/${document.id}`}
      heading={title || untitled}
      {...{ tag, draft, due }}
      wrong={blocks.length}
    />
  );
}

function Sections(props: ItemEditorProps) {
  const { document, returned, remarks, isCorrection, today, actions } = props;
  const { blocks, warnings } = useUnsettledItem();
  const views = remarks.map(({ place, ...remark }) => ({
    ...remark,
    place: itemPlaceName(place),
    link: place === '' ? null : { target: elementOf(place), words: '转到这一处' },
  }));
  return (
    <>
      <NarrowNotice blocks={blocks.length} warnings={warnings.length} lines={[props.due.words]} />
      <div id="conflicts">
        <ItemConflicts />
      </div>
      <RemarkAnswers document={document.id} returned={returned} remarks={views} answer={actions.answer} />
      {isCorrection && <ItemNote />}
      <BasicFields indexNumber={document.indexNumber} />
      <DisclosureFields today={today} />
      <BodySection remarks={remarks} />
      <Attachments />
      <Relations />
      <ItemSubmit {...props} />
    </>
  );
}

function ItemNote() {
  const [note, put] = useField('correctionNote');
  return <PublicNote note={note} error={undefined} onWrite={put} />;
}

// Blocks of the body bear the names that they have in the text editor.
const elementOf = (place: string) => (place.startsWith('body#') ? place.replace('#', '-') : itemPlaceId(place));
