/**
 * Where a period, a duty or a refusal comes from. lib/text/request-articles.ts prints it.
 * `gid` is 《中华人民共和国政府信息公开条例》, with article, paragraph or item.
 */
export type Article =
  | 'gid_14'
  | 'gid_15'
  | 'gid_16_1'
  | 'gid_16_2'
  | 'gid_29'
  | 'gid_30'
  | 'gid_31_1'
  | 'gid_31_2'
  | 'gid_31_3'
  | 'gid_32'
  | 'gid_33_1'
  | 'gid_33_2'
  | 'gid_33_3'
  | 'gid_34'
  | 'gid_35'
  | 'gid_36_1'
  | 'gid_36_2'
  | 'gid_36_3'
  | 'gid_36_4'
  | 'gid_36_5'
  | 'gid_36_6'
  | 'gid_36_7'
  | 'gid_37'
  | 'gid_38'
  | 'gid_39_1'
  | 'gid_39_2'
  | 'gid_42'
  | 'gid_44'
  | 'gid_45'
  | 'gid_51'
  /** 《民法典》: the first day is not counted; a last day that is a day off moves on. */
  | 'civil_201'
  | 'civil_203'
  /** The yearly holiday notice of the State Council's office. */
  | 'holiday_notice'
  /** 国办函〔2020〕109号 */
  | 'fee'
  /** 国办公开办函〔2016〕235号: with which day a period ends. */
  | 'service'
  /** 《行政复议法》第二十三条 */
  | 'reconsideration_23'
  /** 《行政诉讼法》第四十五条、第四十六条 */
  | 'litigation_45'
  /** The decision or judgment that orders a new answer sets the period. */
  | 'redo_order';
