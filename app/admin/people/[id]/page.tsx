import type { Metadata } from 'next';
import { PersonForm, ResetForm, SwitchForm } from '@/app/admin/people/person-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { personOf } from '@/lib/server/people/people';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence, sentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '人员' };

type Route = { params: Promise<{ id: string }> };

export default async function PersonPage({ params }: Route) {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="人员" reason={denialSentence(reason)} />;
  const person = await personOf((await params).id, actor);
  if (!person) return <NoEntry title="人员" reason={sentence({ code: 'not_found' })} />;
  const { id, name, post, roles, signInName, disabled } = person;
  return (
    <main id="main" className="office-main">
      <PageHead
        title={name}
        above={<a href="/admin/people">人员</a>}
        note={`账号${signInName}${disabled ? '，已停用' : ''}`}
      />
      <div className="grid max-w-160 gap-5">
        <Panel id="facts" title="姓名、职务和角色">
          <div className="p-4">
            <PersonForm id={id} name={name} post={post} roles={roles} />
          </div>
        </Panel>
        {!disabled && (
          <Panel id="reset" title="重置密码">
            <div className="p-4">
              <ResetForm id={id} />
            </div>
          </Panel>
        )}
        <Panel id="switch" title={disabled ? '恢复使用' : '停用账号'}>
          <div className="p-4">
            <SwitchForm id={id} disabled={disabled} />
          </div>
        </Panel>
      </div>
    </main>
  );
}
