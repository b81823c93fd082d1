import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { correctAction } from '@/app/admin/guide/[id]/actions';
import { CorrectDesk } from '@/components/office/correct-desk';
import { guideHistoryOf } from '@/lib/server/documents/trail';
import { requireActor } from '@/lib/server/people/session';
import { whyNotCorrect } from '@/lib/text/whether-open';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '更正' };

export default async function CorrectPage({ params }: Props) {
  const history = await guideHistoryOf((await params).id, await requireActor());
  if (!history) notFound();
  const { document } = history;
  const back = `/admin/guide/${document.id}`;
  return <CorrectDesk document={document} back={back} why={whyNotCorrect(history)} action={correctAction} />;
}
