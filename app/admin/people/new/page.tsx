import type { Metadata } from 'next';
import { NewPersonForm } from '@/app/admin/people/person-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '添加人员' };

export default async function NewPersonPage() {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="添加人员" reason={denialSentence(reason)} />;
  return (
    <main id="main" className="office-main">
      <PageHead title="添加人员" above={<a href="/admin/people">人员</a>} />
      <Panel id="new" title="新的账号" className="max-w-160">
        <div className="p-4">
          <NewPersonForm />
        </div>
      </Panel>
    </main>
  );
}
