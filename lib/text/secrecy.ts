import type { Declaration, SecrecyResult } from '@/lib/domain/workflow/secrecy';

export const secrecyNames: Record<SecrecyResult, string> = {
  public: '可以公开',
  redacted: '已删去不宜公开的内容，可以公开',
};

/** What the person who examined a draft confirms, item by item (Articles 14 to 17 of the Regulations). */
export const secrecyStatements = [
  { value: 'state_secret', label: '不涉及国家秘密，没有法律、行政法规禁止公开的内容' },
  { value: 'safety', label: '不危及国家安全、公共安全、经济安全、社会稳定' },
  { value: 'commercial', label: '不涉及商业秘密' },
  { value: 'privacy', label: '不涉及个人隐私' },
] as const;
export const secrecyItems = ['state_secret', 'safety', 'commercial', 'privacy'] as const;

/** The statement as it is kept with the revision. */
export const secrecyStatement = () => `${secrecyStatements.map(({ label }) => label).join('；')}。`;

/** What drafter and section leader each declare of a disclosure item (Articles 14 to 17 of the Regulations). */
export const declarationWords: Record<Declaration, string> = {
  no_state_secret: '不涉及国家秘密，没有法律、行政法规禁止公开的内容',
  no_commercial_secret_or_privacy: '不涉及商业秘密、个人隐私，或者已经依法处理',
  no_danger: '不危及国家安全、公共安全、经济安全、社会稳定',
};

/** What was declared, as it is kept with the revision. */
export const declarationStatement = (declared: readonly Declaration[]) =>
  declared.length === 0 ? '' : `${declared.map((each) => declarationWords[each]).join('；')}。`;
