import type { GuideContent } from '@/lib/domain/guide/content';
import { openChannels } from '@/lib/text/guide';

/** A cell of the form: what is printed in it, over how many columns and rows, and how tall it is to be filled in. */
export type FormCell = { text: string; colspan: number; rowspan: number; label: boolean; tall: boolean };

export const formTitle = '政府信息公开申请表';
/** In sixteenths of the width: the group, two labels and two places to write. */
export const formColumns = [2, 3, 4, 3, 4] as const;

const label = (text: string, more: Partial<FormCell> = {}): FormCell => ({
  ...{ text, colspan: 1, rowspan: 1, label: true, tall: false },
  ...more,
});
const blank = (more: Partial<FormCell> = {}): FormCell => ({ ...label('', more), label: false });
const pair = (one: string, other: string) => [label(one), blank(), label(other), blank()];
const choice = (name: string, options: readonly string[]) => [
  label(name),
  { ...blank({ colspan: 3 }), text: options.map((option) => `□${option}`).join('　') },
];

/** Rows of the form (Article 29). No purpose is asked: the Regulations know none. */
export const formRows: readonly (readonly FormCell[])[] = [
  [label('公民', { rowspan: 4 }), ...pair('姓名', '工作单位')],
  pair('证件名称', '证件号码'),
  pair('联系电话', '电子邮箱'),
  pair('联系地址', '邮政编码'),
  [label('法人或者其他组织', { rowspan: 5 }), ...pair('名称', '统一社会信用代码')],
  pair('法定代表人', '联系人'),
  pair('联系电话', '电子邮箱'),
  pair('联系地址', '邮政编码'),
  choice('类型', ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']),
  [
    label('所需信息', { rowspan: 3 }),
    label('名称、文号或者便于查询的其他特征性描述'),
    blank({ colspan: 3, tall: true }),
  ],
  choice('提供方式', ['纸质', '电子邮件', '光盘', '当面查阅', '抄录']),
  choice('获取途径', ['邮寄', '网上获取', '自行领取', '当场查阅']),
  [label('申请人签名或者盖章', { colspan: 2 }), blank(), label('申请时间'), { ...blank(), text: '　　年　　月　　日' }],
];

/** All that the form says, whatever it is printed with. */
export type FormSheet = {
  title: string;
  rows: readonly (readonly FormCell[])[];
  notes: readonly { heading: string; lines: readonly string[] }[];
};

export const formSheet = (guide: GuideContent): FormSheet => ({
  ...{ title: formTitle, rows: formRows, notes: formNotes(guide) },
});

/** What stands below the form: where it goes, what is to be brought, and how personal data is dealt with. */
export const formNotes = (guide: GuideContent): { heading: string; lines: string[] }[] => [
  {
    heading: '提交到哪里',
    lines: [
      `受理机关：${guide.organisation.name}（${guide.facts.office}，电话${guide.facts.phone}）`,
      ...openChannels(guide).map(([name, where]) => `${name}：${where}`),
    ],
  },
  {
    heading: '填写说明',
    lines: [
      '公民和法人或者其他组织各填一栏。请附身份证明；委托他人的，附授权委托书。',
      '不需要说明用途。能够确定的，请写明文件名称、文号、年份。',
    ],
  },
  { heading: '个人信息告知', lines: guide.texts.privacy },
];
