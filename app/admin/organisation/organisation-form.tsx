'use client';

import { DecisionForm } from '@/components/office/decision-form';
import { Send, TypedField, TypedSelect } from '@/components/office/typed-fields';
import { factGroups } from '@/lib/domain/organisation-form';
import { factNames } from '@/lib/text/accounts';
import { changeOrganisationAction } from './actions';

const groups: { title: string; note: string; facts: readonly string[] }[] = [
  { title: '名称', note: '改动后用于以后公开的文件，已经公开的不变。', facts: factGroups.names },
  { title: '联系方式', note: '公开在信息公开页面上，没有的不填。', facts: factGroups.contact },
  { title: '网站标识', note: '印在每个公开页面的页脚和页面标签里，一般按上级门户的填。', facts: factGroups.site },
  { title: '公开信息', note: '索引号在第一次公开时给出，改动只用于以后的。', facts: factGroups.items },
  { title: '期限', note: '只填月和日，如01-31。', facts: factGroups.days },
];

const hints: Record<string, string> = {
  name: '同公章，如德亭镇人民政府。',
  shortName: '如德亭镇。',
  'site.domain': '不带https://，如www.example.gov.cn。',
  'site.idCode': '10位数字。',
  'site.reportColumn': '不填就是“政府信息公开年报”。',
  'site.dataTerms': '印在数据下载页上，例如可以怎样使用、要不要注明来源；不填就不写。',
  'index.prefix': '机构代码或者统一社会信用代码，如000014349；不填就只用年份和序号。',
  'gate.allow': '除上面的电话、传真、邮箱以外，办公用的号码和邮箱；多个用顿号隔开。',
  reportDeadline: '一般为次年1月31日，上级另有要求的按上级的。',
  internalDeadline: '不填就是截止日前最后一个工作日。',
};

/** Every fact has its field, by the same name. */
export function OrganisationForm({ facts }: { facts: Record<string, string> }) {
  return (
    <DecisionForm action={changeOrganisationAction} labels={factNames} title="没有保存" className="grid gap-5">
      {groups.map(({ title, note, facts: names }) => (
        <fieldset key={title} className="rounded-control border border-line bg-paper">
          <legend className="float-left w-full border-line border-b px-4 py-2.5 font-strong">
            {title}
            <span className="font-normal text-ink-2 text-note">　{note}</span>
          </legend>
          <div className="clear-both grid items-end gap-4.5 p-4 sm:grid-cols-2">
            {names.map((name) => (
              <Fact key={name} name={name} initial={facts[name]} />
            ))}
          </div>
        </fieldset>
      ))}
      <div>
        <Send primary working="正在保存…">
          保存
        </Send>
      </div>
    </DecisionForm>
  );
}

const choices: Record<string, readonly { value: string; label: string }[]> = {
  'index.period': [
    { value: 'year', label: '按年编号' },
    { value: 'month', label: '按月编号' },
  ],
  'index.width': ['3', '4', '5', '6', '7', '8'].map(digits),
  'gate.maskFirst': ['0', '1', '2', '3', '4', '5', '6'].map(digits),
  'gate.maskLast': ['0', '1', '2', '3', '4'].map(digits),
};

function Fact({ name, initial }: { name: string; initial?: string }) {
  const [label, options] = [factNames[name] ?? name, choices[name]];
  if (!options) return <TypedField name={name} label={label} hint={hints[name]} initial={initial} />;
  return <TypedSelect name={name} label={label} hint={hints[name]} initial={initial} options={options} />;
}

function digits(value: string) {
  return { value, label: `${value}位` };
}
