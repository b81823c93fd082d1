import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { correctAction } from '@/app/admin/reports/[id]/correct/actions';
import { CorrectDesk } from '@/components/office/correct-desk';
import { historyOf } from '@/lib/server/documents/trail';
import { requireActor } from '@/lib/server/people/session';
import { whyNotCorrect } from '@/lib/text/whether-open';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '更正' };

export default async function CorrectPage({ params }: Props) {
  const history = await historyOf((await params).id, await requireActor());
  if (!history) notFound();
  const { document } = history;
  const back = `/admin/reports/${document.id}`;
  return <CorrectDesk document={document} back={back} why={whyNotCorrect(history)} action={correctAction} />;
}
