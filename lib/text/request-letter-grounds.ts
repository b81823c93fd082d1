import { articlesOfLetter } from '@/lib/domain/requests/letter-rules';
import type { LetterOf, Withheld } from '@/lib/domain/requests/letters';
import { articleName } from '@/lib/text/request-articles';

const stabilities = { state: '国家安全', public: '公共安全', economic: '经济安全', social: '社会稳定' } as const;
const interests = { trade_secret: '商业秘密', privacy: '个人隐私' } as const;
const internals = { personnel: '人事管理', logistics: '后勤管理', workflow: '内部工作流程' } as const;
const processes = { discussion: '讨论记录', draft: '过程稿', negotiation: '磋商信函', report: '请示报告' } as const;

/** What each ground of Articles 14 to 16 says of the information, as half a sentence. */
export const groundWords = {
  state_secret: () => '该信息依法确定为国家秘密',
  law_prohibited: ({ law }: Pick<LetterOf<'law_prohibited'>, 'law'>) => `${law}禁止公开该信息`,
  safety_stability: ({ which }: Pick<LetterOf<'safety_stability'>, 'which'>) =>
    `公开该信息后可能危及${stabilities[which]}`,
  third_party_rights: ({ interest }: Pick<LetterOf<'third_party_rights'>, 'interest'>) =>
    interest === 'other'
      ? '公开该信息会对第三方合法权益造成损害'
      : `该信息涉及${interests[interest]}，公开会对第三方合法权益造成损害`,
  internal_affairs: ({ which }: Pick<LetterOf<'internal_affairs'>, 'which'>) =>
    `该信息属于${internals[which]}方面的内部事务信息`,
  process_info: ({ which }: Pick<LetterOf<'process_info'>, 'which'>) =>
    `该信息属于行政管理过程中形成的${processes[which]}等过程性信息`,
  enforcement_file: (said: Pick<LetterOf<'enforcement_file'>, 'case'>) => `该信息属于“${said.case}”的行政执法案卷信息`,
};

/** One withheld part, numbered from 0, with its ground, article and reason (Article 37). */
export const withheldWords = (part: Withheld, at: number) =>
  `不予公开的部分之${at + 1}：“${part.what}”。${groundOf(part)}，依据${articlesOfLetter(part).map(articleName).join('、')}，不予公开。理由：${sentence(part.reason)}`;

function groundOf(part: Withheld): string {
  switch (part.ground) {
    case 'state_secret':
      return groundWords.state_secret();
    case 'law_prohibited':
      return groundWords.law_prohibited(part);
    case 'safety_stability':
      return groundWords.safety_stability(part);
    case 'third_party_rights':
      return groundWords.third_party_rights(part);
    case 'internal_affairs':
      return groundWords.internal_affairs(part);
    case 'process_info':
      return groundWords.process_info(part);
    case 'enforcement_file':
      return groundWords.enforcement_file(part);
  }
}

/** A text of the desk as a sentence: one full stop at its end. */
export const sentence = (text: string) => `${text.replace(/[。；，\s]+$/, '')}。`;
