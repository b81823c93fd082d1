import { dayNear } from '@/lib/text/days';

type Publication = { becomesPublic: boolean; publishOn: string | null; number: number; signed: boolean; today: string };

/** What signing an item sets going, or has set going. */
export function itemPublicationSentence({ becomesPublic, publishOn, number, signed, today }: Publication): string {
  const start = signed ? '已经签发' : '签发后';
  if (!becomesPublic) return `${start}，留在机关内，不向社会公开。`;
  const when = publishOn && publishOn > today ? `于${dayNear(publishOn, today)}` : '立即';
  const what = number > 1 ? `第${number}版（更正）` : '';
  return `${start}${signed ? '，将' : ''}${when}公开${what}，面向全社会。`;
}

/** 附件：发放明细.xlsx（XLSX，86 KB） */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};
