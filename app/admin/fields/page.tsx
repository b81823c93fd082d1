import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { denial } from '@/lib/domain/access';
import { type FieldInList, fieldList } from '@/lib/server/catalogue/fields';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '领域' };

const doneSentences: Record<string, string> = {
  created: '已增加',
  changed: '已保存',
  closed: '已停用',
  reopened: '已恢复',
};

type Search = { searchParams: Promise<{ done?: string | string[] }> };

export default async function FieldsPage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="领域" reason={denialSentence(reason)} />;
  const [fields, { done }] = await Promise.all([fieldList(actor), searchParams]);
  return (
    <main id="main" className="office-main">
      <PageHead
        title="领域"
        note="每份文件属于一个领域，由分管这个领域的领导审批。"
        aside={
          <ButtonLink href="/admin/fields/new" primary>
            增加领域
          </ButtonLink>
        }
      />
      <div className="grid gap-5">
        {typeof done === 'string' && Object.hasOwn(doneSentences, done) && (
          <Notice kind="done" title={doneSentences[done]} live />
        )}
        <Panel id="fields" title={actor.organisation.name} aside={`共${fields.length}个`}>
          {fields.length === 0 ? (
            <p className="p-4">还没有领域。先增加一个，才能起草文件。</p>
          ) : (
            <table className="office-grid">
              <caption className="sr-only">本机关的领域</caption>
              <thead>
                <tr>
                  {['领域', '分管领导', '状态'].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="sr-only">操作</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {fields.map((field) => (
                  <FieldRow key={field.id} field={field} />
                ))}
              </tbody>
            </table>
          )}
        </Panel>
      </div>
    </main>
  );
}

function FieldRow({ field: { id, name, closed, leaders } }: { field: FieldInList }) {
  const able = leaders.some(({ disabled }) => !disabled);
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/fields/${id}`}>{name}</a>
      </th>
      <td>
        {leaders.map((leader) => `${leader.name}${leader.disabled ? '（已停用）' : ''}`).join('、') || '没有指定'}
      </td>
      <td>
        {closed && <Tag kind="quiet">已停用</Tag>}
        {!closed && (able ? <Tag kind="done">在用</Tag> : <Tag kind="check">没有人能审批</Tag>)}
      </td>
      <td className="sm:text-right">
        <a className="button small whitespace-nowrap" href={`/admin/fields/${id}`} aria-label={`管理：${name}`}>
          管理
        </a>
      </td>
    </tr>
  );
}
