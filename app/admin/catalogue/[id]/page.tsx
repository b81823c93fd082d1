import type { Metadata } from 'next';
import { NodeDeletion, NodeForm, NodeSwitch } from '@/app/admin/catalogue/node-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { fieldsForNodes, nodeOf } from '@/lib/server/catalogue/catalogue';
import { requireActor } from '@/lib/server/people/session';
import { nodeGroupNames } from '@/lib/text/catalogue';
import { denialSentence, sentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '公开目录' };

type Route = { params: Promise<{ id: string }> };

export default async function NodePage({ params }: Route) {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="公开目录" reason={denialSentence(reason)} />;
  const [node, fields] = await Promise.all([nodeOf((await params).id, actor), fieldsForNodes(actor)]);
  if (!node) return <NoEntry title="公开目录" reason={sentence({ code: 'not_found' })} />;
  const { id, label, kind, basis, closed, items } = node;
  const ofLaw = kind !== 'own';
  const choices = fields.filter((field) => !field.closedAt || field.id === node.field?.id);
  return (
    <main id="main" className="office-main">
      <PageHead
        title={label}
        above={<a href="/admin/catalogue">公开目录</a>}
        note={[ofLaw ? basis : nodeGroupNames.own, `有${items}条信息`, closed && '已停用'].filter(Boolean).join('，')}
      />
      <div className="grid max-w-160 gap-5">
        <Panel id="facts" title={ofLaw ? '时限、方式和领域' : '名称、时限、方式和领域'}>
          <div className="p-4">
            <NodeForm node={{ ...node, ofLaw }} fields={choices} />
          </div>
        </Panel>
        <Panel id="switch" title={closed ? '恢复目录' : '停用目录'}>
          <div className="p-4">
            <NodeSwitch id={id} closed={closed} />
          </div>
        </Panel>
        {!ofLaw && (
          <Panel id="deletion" title="删除目录">
            <div className="p-4">
              <NodeDeletion id={id} cannot={items > 0 ? sentence({ code: 'node_in_use', items }) : null} />
            </div>
          </Panel>
        )}
      </div>
    </main>
  );
}
