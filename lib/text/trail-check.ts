import type { BrokenLine } from '@/lib/domain/audit';

const faults: Record<BrokenLine['fault'], string> = {
  missing: '缺少',
  out_of_place: '多出或者次序不对',
  altered: '与写入时不一致',
  unreadable: '不能识别',
};

/** 第7条与写入时不一致。 */
export const brokenSentence = ({ sequence, fault }: BrokenLine) => `第${sequence}条${faults[fault]}。`;

const tables = { decision: '办理', revision: '稿件', publication: '公开' } as const;

/** Something decided, frozen or published of which the trail knows nothing, or something else. */
export const unwitnessedSentence = ({ what, id }: { what: keyof typeof tables; id: string }) =>
  `${tables[what]}记录${id}在操作记录里没有对应的一条。`;
