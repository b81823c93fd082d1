/**
 * Columns that every disclosure platform has under one name (国办公开办函〔2019〕61号) and that an organisation fills with
 * items: 政府信息公开指南 (Article 12) and 政府信息公开制度. They are own nodes of its catalogue with these codes. The other two,
 * 法定主动公开内容 and 政府信息公开年报, are the catalogue as a whole and the annual reports.
 */
export const standardColumns = ['guide', 'system'] as const;
export type ColumnCode = (typeof standardColumns)[number];

export const isStandardColumn = (code: string): code is ColumnCode => standardColumns.some((each) => each === code);
