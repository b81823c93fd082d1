import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { BatchTable } from '@/components/office/register/batch-table';
import { denial } from '@/lib/domain/access';
import { batchList } from '@/lib/server/batches/batches';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '导入批次' };

export default async function BatchesPage() {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return <NoEntry title="导入批次" reason={denialSentence(reason)} />;
  const batches = await batchList(actor);
  return (
    <main id="main" className="office-main">
      <PageHead
        title="导入批次"
        above={<a href="/admin/items">公开信息</a>}
        note="从表格导入的历史信息，按领域成批送审、审批、签发。"
      />
      <Panel id="batches" title="各批次" aside={`共${batches.length}批`}>
        {batches.length === 0 ? (
          <p className="p-4">还没有导入过。</p>
        ) : (
          <BatchTable caption="导入批次，新的在前" batches={batches} />
        )}
      </Panel>
    </main>
  );
}
