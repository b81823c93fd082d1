import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { answerAction, submitAction, takeBackAction } from '@/app/admin/reports/[id]/actions';
import { Editor } from '@/components/editor/editor';
import { ReadingDesk } from '@/components/editor/reading/reading-desk';
import type { EditorProps } from '@/components/editor/types';
import type { Report } from '@/lib/domain/report/content';
import { formatById } from '@/lib/domain/report/formats';
import { figureAuthors } from '@/lib/server/documents/draft-changes';
import { requireActor, type SignedIn } from '@/lib/server/people/session';
import { type ReportDesk, reportDesk } from '@/lib/server/reports/reports';
import { dayNear, dayOf } from '@/lib/text/days';
import { draftNumber, draftTag, frozenBefore } from '@/lib/text/editor';
import { denialSentence } from '@/lib/text/issues';
import { dueSentence, dueWords, returnedBy } from '@/lib/text/office';

type Params = { params: Promise<{ id: string }> };

// Asked for twice in a request: for the title and for the page.
const deskOf = cache(async (id: string) => reportDesk(id, await requireActor()));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const desk = await deskOf((await params).id);
  return { title: desk ? `${desk.document.year}年年度报告` : '没有找到' };
}

/** The editor for whoever may edit, while it is a draft; for all others and later what has become of it. */
export default async function ReportPage({ params }: Params) {
  const actor = await requireActor();
  const desk = await deskOf((await params).id);
  if (!desk) notFound();
  if (desk.document.status === 'draft' && desk.mayEdit === null) {
    return <Editor {...editorProps(desk, actor)} authors={await figureAuthors(desk.document.id, actor)} />;
  }
  return (
    <ReadingDesk
      desk={desk}
      address={`/admin/reports/${desk.document.id}`}
      place="“政府信息公开年报”栏目"
      slug={actor.organisation.slug}
      takeBack={takeBackAction}
    />
  );
}

function editorProps(desk: ReportDesk, actor: SignedIn): Omit<EditorProps, 'authors'> {
  const { document, decisions, due, today, may } = desk;
  const last = decisions.at(-1);
  return {
    ...{ organisation: desk.organisation, state: desk.state },
    formatId: desk.format.id,
    ownFormat: formatById(desk.format.id) ? null : desk.format,
    ...{ previous: desk.previous, others: desk.others.map(wordsOnly), restated: desk.restated, today },
    ...{ registers: desk.registers, nodeLabels: desk.nodeLabels, moved: desk.moved },
    person: { id: actor.id, name: actor.name },
    document: {
      id: document.id,
      version: document.version,
      year: document.year,
      heading: document.title.slice(document.title.indexOf(String(document.year))),
    },
    tag: { words: draftTag(document.status, last?.kind), warn: last?.kind === 'send_back' },
    draft: draftNumber(frozenBefore(decisions)),
    due: { words: dueSentence(due, today), late: dueWords(due).weight === 'now' },
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

// Neighbours' reports are there to be compared word by word; their figures need not travel.
const wordsOnly = (report: Report): Report => ({ ...report, tables: {} });
