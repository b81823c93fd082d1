import type { Issue } from '@/lib/domain/issue';
import { sentence } from '@/lib/text/issues';

type NotStored = { kind: 'refused'; issues: readonly Issue[] } | { kind: 'signed_out' } | { kind: 'unreachable' };

/** Why a file did not come in. */
export function storedWords(name: string, answer: NotStored): string {
  switch (answer.kind) {
    case 'refused':
      return answer.issues.map((issue) => sentence(issue)).join('') || `“${name}”没有上传。请再试一次。`;
    case 'signed_out':
      return `“${name}”没有上传：您已退出登录。请在新窗口登录，再上传一次。`;
    case 'unreachable':
      return `“${name}”没有上传：网络断开。恢复以后再上传一次。`;
  }
}

/** 正在上传“明细.xlsx”，已传40% */
export const uploadingWords = (name: string, part: number) => `正在上传“${name}”，已传${Math.round(part * 100)}%`;
