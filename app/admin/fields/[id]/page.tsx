import type { Metadata } from 'next';
import { FieldForm, FieldSwitch } from '@/app/admin/fields/field-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { fieldOf, sectionLeaders } from '@/lib/server/catalogue/fields';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence, sentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '领域' };

type Route = { params: Promise<{ id: string }> };

export default async function FieldPage({ params }: Route) {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="领域" reason={denialSentence(reason)} />;
  const [field, leaders] = await Promise.all([fieldOf((await params).id, actor), sectionLeaders(actor)]);
  if (!field) return <NoEntry title="领域" reason={sentence({ code: 'not_found' })} />;
  const { id, name, closed } = field;
  const gone = field.leaders.filter(({ disabled }) => disabled);
  const choices = [...leaders, ...gone.map((leader) => ({ ...leader, post: '已停用' }))];
  return (
    <main id="main" className="office-main">
      <PageHead title={name} above={<a href="/admin/fields">领域</a>} note={closed ? '已停用' : undefined} />
      <div className="grid max-w-160 gap-5">
        <Panel id="facts" title="名称和分管领导">
          <div className="p-4">
            <FieldForm field={{ id, name, leaders: field.leaders.map((leader) => leader.id) }} leaders={choices} />
          </div>
        </Panel>
        <Panel id="switch" title={closed ? '恢复领域' : '停用领域'}>
          <div className="p-4">
            <FieldSwitch id={id} closed={closed} />
          </div>
        </Panel>
      </div>
    </main>
  );
}
