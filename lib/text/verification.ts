import type { PublicFault, VerificationFault } from '@/lib/domain/verification';
import { misprintWords } from '@/lib/text/documents';
import { editionName } from '@/lib/text/public';
import { brokenSentence, unwitnessedSentence } from '@/lib/text/trail-check';

type Edition = {
  title: string;
  number: number;
  withdrawn: boolean;
  answers: number;
  faults: readonly PublicFault[];
};

/** What the check of one published edition came to, a line each. */
export function editionLines({ title, number, withdrawn, answers, faults }: Edition): string[] {
  if (faults.length > 0) return faults.map((fault) => verificationSentence({ of: 'edition', title, number, fault }));
  return [`${title}${editionName(number)}：${withdrawn ? '已撤下，' : ''}${answers}个地址都与签发内容一致。`];
}

/** One fault with all that somebody has to know to look for it: the edition, the format, the place, both values. */
export function verificationSentence(fault: VerificationFault): string {
  switch (fault.of) {
    case 'edition':
      return `${fault.title}${editionName(fault.number)}：${faultWords(fault.fault)}`;
    case 'line':
      return `操作记录${brokenSentence(fault)}`;
    case 'row':
      return unwitnessedSentence(fault);
  }
}

function faultWords(fault: PublicFault): string {
  switch (fault.kind) {
    case 'misprint':
      return `${misprintWords(fault)}。`;
    case 'status':
      return `${fault.address}${fault.found === null ? '没有应答' : `应答${fault.found}`}，应为${fault.expected}。`;
    case 'hash':
      return `${fault.address}的校验码是${fault.found}，签发的是${fault.expected}。`;
    case 'unreadable':
      return '保存的签发内容不能识别。';
  }
}

/** What an administrator reads in the office until a later check finds nothing. */
export const verificationTitle = ({ day, count }: { day: string; count: number }) =>
  `${day}核验发现公众看到的与签发的有${count}处不一致`;

export const verificationAdvice =
  '请尽快告知系统维护人员，必要时先撤下有关信息。改正后运行bin/gongkai verify --all，全部一致时本提示消失。';

export const moreFaults = (count: number) => `另有${count}处`;
