import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HistoryDesk } from '@/app/admin/history-desk';
import { itemHistoryOf } from '@/lib/server/documents/trail';
import { namesIn } from '@/lib/server/people/names';
import { requireActor } from '@/lib/server/people/session';
import { itemPlaceName } from '@/lib/text/item-changes';
import { trailRow } from '@/lib/text/trail-rows';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '办理记录' };

export default async function ItemHistoryPage({ params }: Props) {
  const actor = await requireActor();
  const history = await itemHistoryOf((await params).id, actor);
  if (!history) notFound();
  const { document, lines } = history;
  const nameOf = await namesIn(actor.organisationId);
  const { slug } = actor.organisation;
  return (
    <HistoryDesk
      history={history}
      base={`/admin/items/${document.id}`}
      rows={lines.map((line) => trailRow(line, { nameOf, format: null, named: false }))}
      placeName={itemPlaceName}
      file={(number) => ({
        name: `${slug}-${document.path.replace('/', '-')}-${number}.json`,
        address: `/${slug}/${document.path}/${number}/item.json`,
      })}
    />
  );
}
