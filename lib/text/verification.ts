import type { Medium } from '@/lib/domain/issue';
import { misprintWords } from '@/lib/text/documents';
import { editionName } from '@/lib/text/public';

type Fault =
  | { kind: 'misprint'; medium: Medium; place: string; expected: string; found: string | null }
  | { kind: 'status'; address: string; expected: number; found: number | null }
  | { kind: 'hash'; address: string; expected: string; found: string };

type Edition = { title: string; number: number; withdrawn: boolean; answers: number; faults: readonly Fault[] };

/** What the check of one published edition came to, a line each. */
export function editionLines({ title, number, withdrawn, answers, faults }: Edition): string[] {
  const name = `${title}${editionName(number)}`;
  if (faults.length > 0) return faults.map((fault) => `${name}：${faultWords(fault)}`);
  return [`${name}：${withdrawn ? '已撤下，' : ''}${answers}个地址都与签发内容一致。`];
}

function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case 'misprint':
      return `${misprintWords(fault)}。`;
    case 'status':
      return `${fault.address}${fault.found === null ? '没有应答' : `应答${fault.found}`}，应为${fault.expected}。`;
    case 'hash':
      return `${fault.address}的校验码是${fault.found}，签发的是${fault.expected}。`;
  }
}
