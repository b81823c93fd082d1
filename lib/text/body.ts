// What the editor of a body says.

/** What a paste left behind, or that pictures are on their way; empty where there is nothing to say. */
export function clipWords({ lostPictures, lostTables }: { lostPictures: number; lostTables: number }): string {
  const parts = [
    lostPictures > 0 &&
      `有${lostPictures}张图片没有粘贴进来：它们在别的网站或者文件夹里。请把图片存到电脑上，再用“图片”按钮放进来。`,
    lostTables > 0 && `有${lostTables}张表格超过40列或者2000行，没有粘贴进来。请作为附件上传。`,
  ];
  return parts.filter(Boolean).join('');
}

export const sendingPictures = (count: number) => `正在上传${count}张图片…`;

export const notALink = '看不出是网址、邮箱还是电话。请照这样填写：https://www.gov.cn/，或者 tel:0379-66000000';
