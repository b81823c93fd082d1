import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { denial } from '@/lib/domain/access';
import { type Person, peopleList } from '@/lib/server/people/people';
import { requireActor } from '@/lib/server/people/session';
import { roleNames } from '@/lib/text/accounts';
import { momentInList, timeOf } from '@/lib/text/days';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '人员' };

const doneSentences: Record<string, string> = { changed: '已保存', disabled: '已停用', enabled: '已恢复使用' };

type Search = { searchParams: Promise<{ done?: string | string[] }> };

export default async function PeoplePage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="人员" reason={denialSentence(reason)} />;
  const [people, { done }] = await Promise.all([peopleList(actor), searchParams]);
  return (
    <main id="main" className="office-main">
      <PageHead
        title="人员"
        note="每人一个账号，不要共用。"
        aside={
          <ButtonLink href="/admin/people/new" primary>
            添加人员
          </ButtonLink>
        }
      />
      <div className="grid gap-5">
        {typeof done === 'string' && Object.hasOwn(doneSentences, done) && (
          <Notice kind="done" title={doneSentences[done]} live />
        )}
        <Panel id="people" title={actor.organisation.name} aside={`共${people.length}人`}>
          <table className="office-grid">
            <caption className="sr-only">本机关的人员</caption>
            <thead>
              <tr>
                {['姓名', '账号', '角色', '状态'].map((head) => (
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
              {people.map((person) => (
                <PersonRow key={person.id} person={person} />
              ))}
            </tbody>
          </table>
        </Panel>
      </div>
    </main>
  );
}

function PersonRow({ person }: { person: Person }) {
  const { id, name, post, signInName, roles, leads } = person;
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/people/${id}`}>{name}</a>
        {post && <span className="block font-normal text-ink-2 text-note">{post}</span>}
      </th>
      <td>
        <span className="text-ink-2 text-note sm:hidden">账号 </span>
        <span className="font-mono">{signInName}</span>
      </td>
      <td>
        {roles.map((role) => roleNames[role]).join('、')}
        {leads.length > 0 && <span className="block text-ink-2 text-note">分管：{leads.join('、')}</span>}
      </td>
      <td>
        <Standing person={person} />
      </td>
      <td className="sm:text-right">
        <a className="button small whitespace-nowrap" href={`/admin/people/${id}`} aria-label={`管理：${name}`}>
          管理
        </a>
      </td>
    </tr>
  );
}

function Standing({ person: { disabled, lockedUntil, mustChangePassword, lastSeenAt } }: { person: Person }) {
  if (disabled) return <Tag kind="quiet">已停用</Tag>;
  return (
    <>
      {lockedUntil && <Tag kind="check">锁定到{timeOf(lockedUntil)}</Tag>}
      {!lockedUntil && mustChangePassword && <Tag kind="info">待修改密码</Tag>}
      {!lockedUntil && !mustChangePassword && <Tag kind="done">在用</Tag>}
      <span className="block text-ink-2 text-note">
        {lastSeenAt ? `最近登录 ${momentInList(lastSeenAt)}` : '还没有登录过'}
      </span>
    </>
  );
}
