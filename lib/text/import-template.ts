import {
  attributeWords,
  type ColumnKey,
  columnKeys,
  exampleMark,
  importColumns,
  sourceWords,
  validityWords,
  wayWords,
  withholdingWords,
} from '@/lib/domain/items/import-columns';

/** The words of an organisation that a list can choose from. */
export type ImportChoices = { nodes: readonly string[]; classes: readonly string[]; fields: readonly string[] };

type Explained = { note: string; example: string; width: number };

const firsts = (words: Record<string, readonly [string, ...string[]]>) => Object.values(words).map(([first]) => first);

const explained: Record<ColumnKey, Explained> = {
  title: { note: '完整的标题，最多300字。', example: `${exampleMark}德亭镇2015年3月农村低保名单公示`, width: 44 },
  body: {
    note: '正文全文，换行就是另起一段。只导入文字，表格和附件导入后再添加。',
    example: '现将2015年3月农村低保名单予以公示。\n公示期七天。',
    width: 60,
  },
  node: { note: '公开目录的名称，见“可选内容”表。', example: '社会救助', width: 22 },
  class: { note: '本机关自设的类别，见“可选内容”表。没有的不填。', example: '', width: 18 },
  issuingBody: { note: '全称。不填就是本机关。', example: '', width: 24 },
  documentNumber: { note: '如德政〔2015〕3号，方括号、圆括号会换成六角括号。没有的不填。', example: '', width: 20 },
  formedOn: {
    note: '如2015-03-02。2015年3月2日、2015/3/2、20150302也可以，年份写满四位。',
    example: '2015-03-02',
    width: 16,
  },
  publishedOn: {
    note: '以前公开的日期，只作说明印在信息下面。本系统的公开日期是签发后公开的那一天，不能倒填。',
    example: '2015-03-05',
    width: 16,
  },
  place: { note: '以前公开在哪里，如镇政务公开栏、县政府网站。', example: '德亭镇政务公开栏', width: 22 },
  source: { note: '不填就是自制。', example: '', width: 18 },
  attribute: { note: '不填就是主动公开。', example: '', width: 14 },
  withholding: { note: '公开属性是“不予公开”的必须填写。', example: '', width: 26 },
  withholdingBasis: { note: '依据的条文和说明，最多500字。', example: '', width: 26 },
  reassessOn: { note: '条例第十八条：不予公开的信息要定期评估。日期写法同成文日期。', example: '', width: 16 },
  validity: { note: '不填就是有效。', example: '', width: 10 },
  endedOn: { note: '失效或者废止的必须填写。', example: '', width: 18 },
  normative: { note: '是或者否。不填就是否。', example: '', width: 16 },
  ways: { note: `几种的用顿号隔开：${firsts(wayWords).join('，')}。不填就按目录的。`, example: '', width: 22 },
  field: { note: '不填就按目录归入领域。由这个领域的分管领导审批。', example: '', width: 16 },
};

/** The columns of the template with their notes and choices. */
export function templateColumns({ nodes, classes, fields }: ImportChoices) {
  const options: Partial<Record<ColumnKey, readonly string[]>> = {
    ...{ node: nodes, class: classes, field: fields, source: firsts(sourceWords), attribute: firsts(attributeWords) },
    ...{ withholding: firsts(withholdingWords), validity: firsts(validityWords), normative: ['是', '否'] },
    ways: firsts(wayWords),
  };
  return columnKeys.map((key) => {
    const { head, needed } = importColumns[key];
    const choices = options[key];
    return {
      ...{ head, needed, ...explained[key] },
      ...(choices && choices.length > 0 && { options: choices }),
      ...(key === 'ways' && { several: true }),
    };
  });
}

export const templateWords = {
  name: '历史信息导入模板',
  sheet: '历史信息',
  explanations: {
    sheet: '填写说明',
    heads: ['列', '是否必填', '怎么填'] as [string, string, string],
    needed: '必填',
    optional: '选填',
  },
  choices: { sheet: '可选内容', refusal: '请从下拉列表里选择，可选的内容见“可选内容”表。' },
};
