import type { Metadata } from 'next';
import { FieldForm } from '@/app/admin/fields/field-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { sectionLeaders } from '@/lib/server/catalogue/fields';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '增加领域' };

export default async function NewFieldPage() {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="增加领域" reason={denialSentence(reason)} />;
  const leaders = await sectionLeaders(actor);
  return (
    <main id="main" className="office-main">
      <PageHead title="增加领域" above={<a href="/admin/fields">领域</a>} />
      <Panel id="new" title="新的领域" className="max-w-160">
        <div className="p-4">
          <FieldForm leaders={leaders} />
        </div>
      </Panel>
    </main>
  );
}
