import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HistoryDesk } from '@/app/admin/history-desk';
import { historyOf } from '@/lib/server/documents/trail';
import { namesIn } from '@/lib/server/people/names';
import { requireActor } from '@/lib/server/people/session';
import { placeName } from '@/lib/text/changes';
import { trailRow } from '@/lib/text/trail-rows';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '办理记录' };

export default async function HistoryPage({ params }: Props) {
  const actor = await requireActor();
  const history = await historyOf((await params).id, actor);
  if (!history) notFound();
  const { document, lines, format } = history;
  const nameOf = await namesIn(actor.organisationId);
  const { slug } = actor.organisation;
  return (
    <HistoryDesk
      history={history}
      base={`/admin/reports/${document.id}`}
      rows={lines.map((line) => trailRow(line, { nameOf, format, named: false }))}
      placeName={(place) => placeName(format, place)}
      file={(number) => ({
        name: `${slug}-${document.year}-${number}.json`,
        address: `/${slug}/${document.path}/${number}/report.json`,
      })}
    />
  );
}
