import 'server-only';

// The 2020 report is entered as it was published; what the rules remark on it today is explained, not smoothed over.
const reasons: Record<string, string> = {
  'T2-NARR-DISCLOSED': '按原件录入。正文545条是各类主动公开信息的条数，表二（一）只填规章和规范性文件，口径不同。',
  'G-SUPERVISION': '按原件录入。原件没有写工作考核、社会评议和责任追究结果情况。',
  'G-PREAMBLE-HEADINGS': '按原件录入。原件导言用的是这个说法。',
  'G-CONTACT': '按原件录入。原件导言没有写联系方式和查阅途径。',
  'G-SELF-NAME': '按原件录入。原件此处写的是“乡”。',
  'G-TYPO': '按原件录入。原件此处写的是“本报”。',
};

export const reasonFor = (rule: string) => reasons[rule] ?? '按原件录入，保持2020年公开时的原文。';
