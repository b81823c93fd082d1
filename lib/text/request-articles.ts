import type { Article } from '@/lib/domain/requests/articles';

const regulations = '《中华人民共和国政府信息公开条例》';

const names: Record<Article, string> = {
  gid_14: `${regulations}第十四条`,
  gid_15: `${regulations}第十五条`,
  gid_16_1: `${regulations}第十六条第一款`,
  gid_16_2: `${regulations}第十六条第二款`,
  gid_29: `${regulations}第二十九条`,
  gid_30: `${regulations}第三十条`,
  gid_31_1: `${regulations}第三十一条第（一）项`,
  gid_31_2: `${regulations}第三十一条第（二）项`,
  gid_31_3: `${regulations}第三十一条第（三）项`,
  gid_32: `${regulations}第三十二条`,
  gid_33_1: `${regulations}第三十三条第一款`,
  gid_33_2: `${regulations}第三十三条第二款`,
  gid_33_3: `${regulations}第三十三条第三款`,
  gid_34: `${regulations}第三十四条`,
  gid_35: `${regulations}第三十五条`,
  gid_36_1: `${regulations}第三十六条第（一）项`,
  gid_36_2: `${regulations}第三十六条第（二）项`,
  gid_36_3: `${regulations}第三十六条第（三）项`,
  gid_36_4: `${regulations}第三十六条第（四）项`,
  gid_36_5: `${regulations}第三十六条第（五）项`,
  gid_36_6: `${regulations}第三十六条第（六）项`,
  gid_36_7: `${regulations}第三十六条第（七）项`,
  gid_37: `${regulations}第三十七条`,
  gid_38: `${regulations}第三十八条`,
  gid_39_1: `${regulations}第三十九条第一款`,
  gid_39_2: `${regulations}第三十九条第二款`,
  gid_42: `${regulations}第四十二条`,
  gid_44: `${regulations}第四十四条`,
  gid_45: `${regulations}第四十五条`,
  gid_51: `${regulations}第五十一条`,
  civil_201: '《中华人民共和国民法典》第二百零一条',
  civil_203: '《中华人民共和国民法典》第二百零三条',
  holiday_notice: '国务院办公厅关于部分节假日安排的通知',
  fee: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  service: '国办公开办函〔2016〕235号',
  reconsideration_23: '《中华人民共和国行政复议法》第二十三条',
  litigation_45: '《中华人民共和国行政诉讼法》第四十五条、第四十六条',
  redo_order: '责令重新答复的行政复议决定或者裁判',
};

/** An article as a letter quotes it: 《中华人民共和国政府信息公开条例》第三十条. */
export const articleName = (article: Article) => names[article];

/** An article as a desk shows it beside a day: 条例第三十条; of what has a number of its own the number. */
export const articleShort = (article: Article) => {
  const [, number] = /（(.+号)）$/.exec(names[article]) ?? [];
  return number ?? names[article].replace(regulations, '条例').replace('中华人民共和国', '');
};
