import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HistoryDesk } from '@/app/admin/history-desk';
import { LetterStatusTag } from '@/components/report/status-tag';
import { letterHistoryOf } from '@/lib/server/documents/trail';
import { namesIn } from '@/lib/server/people/names';
import { requireActor } from '@/lib/server/people/session';
import { letterPlaceName } from '@/lib/text/letter-form';
import { trailRow } from '@/lib/text/trail-rows';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '办理记录' };

export default async function LetterHistoryPage({ params }: Props) {
  const actor = await requireActor();
  const history = await letterHistoryOf((await params).id, actor);
  if (!history) notFound();
  const nameOf = await namesIn(actor.organisationId);
  return (
    <HistoryDesk
      history={history}
      status={<LetterStatusTag status={history.document.status} />}
      base={`/admin/letters/${history.document.id}`}
      rows={history.lines.map((line) => trailRow(line, { nameOf, format: null, named: false }))}
      placeName={letterPlaceName}
      file={() => ({ name: '', address: '' })} // a letter is never published
    />
  );
}
