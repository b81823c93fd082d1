import type { Declaration } from '@/lib/domain/workflow/secrecy';
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
  if (bytes < 1024) return '不到1 KB';
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};

const declared: Record<Declaration, string> = {
  no_state_secret: '国家秘密',
  no_commercial_secret_or_privacy: '商业秘密和个人隐私',
  no_danger: '三安全一稳定',
};

/** 已就国家秘密、商业秘密和个人隐私、三安全一稳定作出声明 */
export function declaredWords(declarations: readonly string[]): string {
  const names = Object.entries(declared).flatMap(([declaration, name]) =>
    declarations.includes(declaration) ? [name] : [],
  );
  return names.length === 0 ? '没有声明' : `已就${names.join('、')}作出声明`;
}
