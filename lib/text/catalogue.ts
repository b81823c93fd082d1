import type { PublishingPeriod } from '@/lib/domain/catalogue/publishing-period';

/** Which part of the catalogue a node belongs to. */
export const nodeGroupNames = {
  article_20: '条例第二十条',
  article_21: '条例第二十一条',
  own: '本机关自设',
} as const;

export const unitNames: Record<PublishingPeriod['unit'], string> = { working_day: '工作日', calendar_day: '自然日' };

/** 20个工作日 */
export const periodWords = ({ days, unit }: PublishingPeriod) => `${days}个${unitNames[unit]}`;

/** What can be changed of a node, as its form and the trail call it. */
export const nodeFactNames: Record<string, string> = {
  code: '网址名',
  label: '目录名称',
  basis: '依据',
  period: '公开时限',
  days: '公开时限',
  unit: '天数的算法',
  ways: '公开方式',
  fieldId: '责任领域',
};
