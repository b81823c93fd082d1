import type { Denial } from '@/lib/domain/access';
import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { denialSentence } from '@/lib/text/issues';
import { statusNames } from '@/lib/text/statuses';

type Standing = { document: { status: Status }; open: readonly MoveName[]; may: Record<MoveName, Denial | null> };

/** Why a correction cannot begin; null where it can. */
export function whyNotCorrect({ document, open, may }: Standing): string | null {
  if (open.includes('correct')) return null;
  return may.correct ? denialSentence(may.correct) : `现在是“${statusNames[document.status]}”，不能开始更正。`;
}

/** Why nothing can be withdrawn; null where it can. */
export function whyNotWithdraw({ document, open, may }: Standing): string | null {
  if (open.includes('withdraw')) return null;
  return may.withdraw ? denialSentence(may.withdraw) : `现在是“${statusNames[document.status]}”，没有可以撤下的内容。`;
}
