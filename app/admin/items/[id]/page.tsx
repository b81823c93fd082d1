import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { submitAction, takeBackAction } from '@/app/admin/items/[id]/actions';
import { answerAction } from '@/app/admin/reports/[id]/actions';
import { ReadingDesk } from '@/components/editor/reading/reading-desk';
import { ItemEditor } from '@/components/items/editor/item-editor';
import type { ItemEditorProps } from '@/components/items/editor/types';
import { calendar } from '@/lib/domain/calendar/calendar';
import { declarations } from '@/lib/domain/workflow/secrecy';
import { type ItemDesk, itemDesk } from '@/lib/server/items/items';
import { requireActor, type SignedIn } from '@/lib/server/people/session';
import { dayNear, dayOf } from '@/lib/text/days';
import { draftNumber, draftTag, frozenBefore } from '@/lib/text/editor';
import { denialSentence } from '@/lib/text/issues';
import { itemDueWords, itemPlaceOf, untitled } from '@/lib/text/item-editor';
import { returnedBy } from '@/lib/text/office';

type Params = { params: Promise<{ id: string }> };

// Asked for twice in a request: for the title and for the page.
const deskOf = cache(async (id: string) => itemDesk(id, await requireActor()));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const desk = await deskOf((await params).id);
  return { title: desk ? desk.document.title || untitled : '没有找到' };
}

/** The editor for whoever may edit, while it is a draft; for all others and later what has become of it. */
export default async function ItemPage({ params }: Params) {
  const actor = await requireActor();
  const desk = await deskOf((await params).id);
  if (!desk) notFound();
  if (desk.document.status === 'draft' && desk.mayEdit === null) return <ItemEditor {...editorProps(desk, actor)} />;
  const title = desk.document.title || untitled;
  return (
    <ReadingDesk
      desk={{ ...desk, document: { ...desk.document, title } }}
      address={`/admin/items/${desk.document.id}`}
      place={itemPlaceOf(desk.state.draft.attribute)}
      slug={actor.organisation.slug}
      takeBack={takeBackAction}
    />
  );
}

function editorProps(desk: ItemDesk, actor: SignedIn): ItemEditorProps {
  const { document, decisions, due, today, may, nodes, classes, fields } = desk;
  const last = decisions.at(-1);
  return {
    ...{ organisation: desk.organisation, state: desk.state, beside: desk.beside },
    ...{ choices: { nodes, classes, fields }, calendar, declarations, today },
    person: { id: actor.id, name: actor.name },
    document: {
      ...{ id: document.id, version: document.version },
      ...{ indexNumber: document.indexNumber, field: document.field },
    },
    tag: { words: draftTag(document.status, last?.kind), warn: last?.kind === 'send_back' },
    draft: draftNumber(frozenBefore(decisions)),
    due: itemDueWords(due, today),
    returned:
      last?.kind === 'send_back'
        ? { by: returnedBy(last), day: dayNear(dayOf(last.at), today), words: last.words }
        : null,
    remarks: desk.remarks.map(({ id, place, words, answer }) => ({ id, place, words, answer })),
    isCorrection: desk.publications.length > 0,
    maySubmit: may.submit && denialSentence(may.submit),
    actions: { submit: submitAction, answer: answerAction },
  };
}
