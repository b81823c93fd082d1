'use client';

import { useItemDesk } from '@/components/items/editor/context';
import { DueLine } from '@/components/items/editor/due-line';
import { ChoiceInput, DayInput, TextInput, useField } from '@/components/items/editor/inputs';
import { nodeOptions } from '@/components/items/editor/node-options';
import { sources } from '@/lib/domain/items/content';
import { itemPlaceId } from '@/lib/text/item-changes';
import { itemFieldNames, sourceNames, validityNames } from '@/lib/text/items';

/** What the table of facts on the public page is made of (基本信息), in its order. */
export function BasicFields({ indexNumber }: { indexNumber: string | null }) {
  const { choices, today } = useItemDesk();
  const [nodeId] = useField('nodeId');
  const [validity] = useField('validity');
  const node = choices.nodes.find(({ id }) => id === nodeId);
  const nodeField = choices.fields.find(({ id }) => id === node?.fieldId)?.name;
  return (
    <section id="facts" aria-labelledby="facts-heading" className="item-fields">
      <h2 id="facts-heading">基本信息</h2>
      <p className="text-ink-2 text-note">
        索引号：{indexNumber ?? '第一次公开时由系统给出'}　发布日期：公开时由系统填写
      </p>
      <TextInput name="title" maxLength={300} lines={2} />
      <div className="item-pair">
        <TextInput name="issuingBody" maxLength={200} />
        <TextInput name="documentNumber" maxLength={100} hint="没有就不填，公开时显示“无”。" />
      </div>
      <div className="item-pair">
        <div>
          <DayInput name="formedOn" max={today} />
          <DueLine node={node} />
        </div>
        <ChoiceInput name="source" options={[notChosen, ...sources.map(option(sourceNames))]} />
      </div>
      <div className="item-pair">
        <ChoiceInput name="nodeId" hint={node?.basis} options={nodeOptions(choices.nodes, node === undefined)} />
        <ChoiceInput
          name="classId"
          hint="本机关自己的分类，计入年度报告。"
          options={[
            { value: '', label: '不归入类别' },
            ...choices.classes.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      </div>
      <div className="item-pair">
        <ChoiceInput
          name="fieldId"
          hint="由分管这个领域的领导审批。"
          options={[
            { value: '', label: nodeField ? `按目录：${nodeField}` : '按目录（没有指定的，归默认领域）' },
            ...choices.fields.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <div className="grid gap-3">
          <ChoiceInput
            name="validity"
            options={(['valid', 'lapsed', 'repealed'] as const).map(option(validityNames))}
          />
          {validity !== 'valid' && <DayInput name="endedOn" max={today} />}
        </div>
      </div>
      <Normative />
    </section>
  );
}

function Normative() {
  const [normative, put] = useField('normative');
  return (
    <label className="flex min-h-8 items-center gap-2" id={itemPlaceId('normative')}>
      <input
        type="checkbox"
        className="size-4.5 flex-none accent-blue"
        checked={normative}
        onChange={(event) => put(event.target.checked)}
      />
      <span>
        {itemFieldNames.normative}
        <span className="text-ink-2 text-note">　计入年度报告的制发、废止、现行有效件数</span>
      </span>
    </label>
  );
}

const notChosen = { value: '', label: '请选择' };
const option =
  <Value extends string>(names: Record<Value, string>) =>
  (value: Value) => ({ value, label: names[value] });
