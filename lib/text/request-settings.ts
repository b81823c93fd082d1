import { type Reading, readingChoices } from '@/lib/domain/requests/readings';
import { articleShort } from '@/lib/text/request-articles';
import { readingTexts } from '@/lib/text/request-readings';

export const requestSettingNames = {
  registerSince: '从哪一年起由登记簿统计',
  retentionYears: '归档后保存几年',
  afterRetention: '保存期满以后',
} as const;

export const requestSettingHints = {
  registerSince: '从这一年起，年度报告表三、表四由登记簿计数，没有申请的也记0。不填，就从登记簿里第一件申请的年份起。',
  retentionYears: '从归档之日起算。案卷保存期限一般定为10年。',
} as const;

export const afterRetentionNames = {
  keep: '继续保存申请人信息',
  erase: '清除姓名、身份证明、联系方式和材料，办理经过和统计保留',
} as const;

/** A question of counting with its article: 网上提交的申请，哪一天是收到之日（条例第三十一条第（三）项）. */
export const readingQuestion = (name: Reading) =>
  `${readingTexts[name].question}（${articleShort(readingChoices[name].article)}）`;

/** What each answer of a question means; the first is the one that holds where nothing is set. */
export const readingOptions = (name: Reading) =>
  Object.entries<string>(readingTexts[name].choices).map(([value, label], at) => ({
    value,
    label: at === 0 ? `${label}（默认）` : label,
  }));

/** Each setting as the trail calls it. */
export const requestFactNames: Record<string, string> = {
  ...Object.fromEntries(Object.entries(requestSettingNames).map(([fact, name]) => [`requests.${fact}`, name])),
  ...Object.fromEntries(
    Object.entries(readingTexts).map(([name, { question }]) => [`requests.readings.${name}`, `计算口径“${question}”`]),
  ),
};
