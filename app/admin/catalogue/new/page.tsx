import type { Metadata } from 'next';
import { NodeForm } from '@/app/admin/catalogue/node-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { fieldsForNodes } from '@/lib/server/catalogue/catalogue';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '增加目录' };

export default async function NewNodePage() {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="增加目录" reason={denialSentence(reason)} />;
  const fields = await fieldsForNodes(actor);
  return (
    <main id="main" className="office-main">
      <PageHead title="增加目录" above={<a href="/admin/catalogue">公开目录</a>} />
      <Panel id="new" title="本机关自设的目录" className="max-w-160">
        <div className="p-4">
          <NodeForm fields={fields.filter(({ closedAt }) => !closedAt)} />
        </div>
      </Panel>
    </main>
  );
}
