import type { Metadata } from 'next';
import { createItemAction } from '@/app/admin/items/new/actions';
import { NewItem } from '@/components/items/new-item';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { itemChoices } from '@/lib/server/items/items';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '新建公开信息' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A title and a place of the catalogue are enough to begin with. */
export default async function NewItemPage({ searchParams }: Props) {
  const actor = await requireActor();
  const reason = denial(actor, 'create');
  if (reason) return <NoEntry title="新建公开信息" reason={denialSentence(reason)} />;
  const { nodes } = await itemChoices(actor);
  const { node } = await searchParams;
  return (
    <main id="main" className="office-main">
      <PageHead title="新建公开信息" above={<a href="/admin/items">公开信息</a>} />
      <Panel id="new" title="标题和目录" className="max-w-[45rem]">
        <NewItem nodes={nodes} chosen={typeof node === 'string' ? node : ''} action={createItemAction} />
      </Panel>
    </main>
  );
}
