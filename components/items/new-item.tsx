'use client';

import { nodeOptions } from '@/components/items/editor/node-options';
import type { NodeChoice } from '@/components/items/editor/types';
import { type Answer, DecisionForm, useRefused } from '@/components/office/decision-form';
import { Send, TypedField } from '@/components/office/typed-fields';
import { Select } from '@/components/ui/select';

type NewItemProps = {
  nodes: readonly NodeChoice[];
  /** The place from which the person came, if any. */
  chosen: string;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** Opens an item at a place of the catalogue. */
export function NewItem({ nodes, chosen, action }: NewItemProps) {
  return (
    <DecisionForm
      action={action}
      labels={{ title: '标题', nodeId: '所属目录' }}
      title="没有建立"
      className="grid gap-4 p-4"
    >
      <TypedField name="title" label="标题" hint="以后可以修改。" maxLength={300} />
      <Node nodes={nodes} chosen={chosen} />
      <p>
        <Send primary working="正在建立…">
          建立，开始起草
        </Send>
      </p>
    </DecisionForm>
  );
}

function Node({ nodes, chosen }: Pick<NewItemProps, 'nodes' | 'chosen'>) {
  const { typed, error } = useRefused('nodeId');
  return (
    <Select
      name="nodeId"
      label="所属目录"
      hint="《条例》第二十条、第二十一条的内容，或者本机关自设的目录。以后可以改。"
      error={error}
      defaultValue={typed ?? chosen}
      options={nodeOptions(nodes, true)}
    />
  );
}
