import type { Metadata } from 'next';
import { NodeMover } from '@/app/admin/catalogue/node-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { denial } from '@/lib/domain/access';
import { type NodeInList, nodeList } from '@/lib/server/catalogue/catalogue';
import { requireActor } from '@/lib/server/people/session';
import { nodeGroupNames, periodWords } from '@/lib/text/catalogue';
import { denialSentence } from '@/lib/text/issues';
import { wayNames } from '@/lib/text/items';

export const metadata: Metadata = { title: '公开目录' };

const doneSentences: Record<string, string> = {
  created: '已增加',
  changed: '已保存',
  closed: '已停用',
  reopened: '已恢复',
  deleted: '已删除',
};

type Search = { searchParams: Promise<{ done?: string | string[] }> };

export default async function CataloguePage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="公开目录" reason={denialSentence(reason)} />;
  const [nodes, { done }] = await Promise.all([nodeList(actor), searchParams]);
  return (
    <main id="main" className="office-main">
      <PageHead
        title="公开目录"
        note="每条公开信息在目录里有一个位置。条例规定的目录不能改名、不能删除，可以停用。"
        aside={
          <ButtonLink href="/admin/catalogue/new" primary>
            增加目录
          </ButtonLink>
        }
      />
      <div className="grid gap-5">
        {typeof done === 'string' && Object.hasOwn(doneSentences, done) && (
          <Notice kind="done" title={doneSentences[done]} live />
        )}
        {(['own', 'article_20', 'article_21'] as const).map((kind) => (
          <Part key={kind} kind={kind} nodes={nodes.filter((node) => node.kind === kind)} />
        ))}
      </div>
    </main>
  );
}

function Part({ kind, nodes }: { kind: NodeInList['kind']; nodes: readonly NodeInList[] }) {
  const name = nodeGroupNames[kind];
  return (
    <Panel id={kind} title={name} aside={`共${nodes.length}个`}>
      {nodes.length === 0 ? (
        <p className="p-4">还没有。可以按本机关的工作增加，如重点任务公开、政策知识公开。</p>
      ) : (
        <table className="office-grid">
          <caption className="sr-only">{name}的目录，按公开的顺序</caption>
          <thead>
            <tr>
              {['目录', '公开时限', '公开方式', '责任领域', '状态'].map((head) => (
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
            {nodes.map((node, at) => (
              <NodeRow key={node.id} node={node} first={at === 0} last={at === nodes.length - 1} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function NodeRow({ node, first, last }: { node: NodeInList; first: boolean; last: boolean }) {
  const { id, label, basis, period, ways, field, closed } = node;
  return (
    <tr id={`node-${id}`}>
      <th scope="row">
        <a href={`/admin/catalogue/${id}`}>{label}</a>
        {basis && <span className="block font-normal text-ink-2 text-note">{basis}</span>}
      </th>
      <td className="whitespace-nowrap">{periodWords(period)}</td>
      <td>{ways.map((way) => wayNames[way]).join('、') || '没有指定'}</td>
      <td>{field?.name ?? '没有指定'}</td>
      <td className="whitespace-nowrap">{closed ? <Tag kind="quiet">已停用</Tag> : <Tag kind="done">在用</Tag>}</td>
      <td>
        <NodeMover id={id} label={label} first={first} last={last} />
      </td>
    </tr>
  );
}
