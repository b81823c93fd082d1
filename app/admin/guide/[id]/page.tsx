import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { takeBackAction } from '@/app/admin/guide/[id]/actions';
import { answerAction, submitAction } from '@/app/admin/reports/[id]/actions';
import { ReadingDesk } from '@/components/editor/reading/reading-desk';
import { GuideEditor } from '@/components/guide/editor/guide-editor';
import type { GuideEditorProps } from '@/components/guide/editor/types';
import { type GuideDesk, guideDesk } from '@/lib/server/guide/guides';
import { requireActor, type SignedIn } from '@/lib/server/people/session';
import { dayNear, dayOf } from '@/lib/text/days';
import { draftNumber, draftTag, frozenBefore } from '@/lib/text/editor';
import { denialSentence } from '@/lib/text/issues';
import { returnedBy } from '@/lib/text/office';
import { columnNames } from '@/lib/text/page-labels';

type Params = { params: Promise<{ id: string }> };

// Asked for twice in a request: for the title and for the page.
const deskOf = cache(async (id: string) => guideDesk(id, await requireActor()));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const desk = await deskOf((await params).id);
  return { title: desk?.document.title ?? '没有找到' };
}

/** The editor for whoever may edit, while it is a draft; for all others and later what has become of it. */
export default async function GuideDeskPage({ params }: Params) {
  const actor = await requireActor();
  const desk = await deskOf((await params).id);
  if (!desk) notFound();
  if (desk.document.status === 'draft' && desk.mayEdit === null) return <GuideEditor {...editorProps(desk, actor)} />;
  return (
    <ReadingDesk
      desk={{ ...desk, due: null }}
      address={`/admin/guide/${desk.document.id}`}
      place={`“${columnNames.guide}”栏目`}
      slug={actor.organisation.slug}
      takeBack={takeBackAction}
    />
  );
}

function editorProps(desk: GuideDesk, actor: SignedIn): GuideEditorProps {
  const { document, decisions, today, may, organisation, beside, state } = desk;
  const last = decisions.at(-1);
  return {
    ...{ organisation, beside, state, today },
    person: { id: actor.id, name: actor.name },
    document: { id: document.id, version: document.version, title: document.title },
    tag: { words: draftTag(document.status, last?.kind), warn: last?.kind === 'send_back' },
    draft: draftNumber(frozenBefore(decisions)),
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
