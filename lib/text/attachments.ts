import type { AttachmentFault, Place } from '@/lib/domain/attachment';

/** Why a file was refused, and what to do; the file's name stands before it. */
export const faultSentences: Record<AttachmentFault, string> = {
  empty: '是空文件。请检查后重新选择。',
  too_large: '超过20MB。请压缩图片或者拆成几个文件。',
  name_path: '的文件名里有“/”“\\”或者“..”，像是路径。请改名后再上传。',
  name_characters: '的文件名里有不能用的字符。请只用汉字、字母、数字和普通标点，改名后再上传。',
  name_too_long: '的文件名太长。请缩短到120个字以内，再上传。',
  name_reserved: '的文件名是电脑系统保留的名称。请改名后再上传。',
  type_unknown: '不能作为附件。请用 PDF、DOCX、XLSX、PNG 或者 JPEG 文件。',
  not_a_picture: '不是图片。请用 JPEG 或者 PNG 图片。',
  old_word: '是旧的 Word 格式。请另存为 .docx 再上传。',
  old_excel: '是旧的 Excel 格式。请另存为 .xlsx 再上传。',
  old_slides: '是演示文稿。请导出为 PDF 再上传。',
  wps: '是 WPS 专用格式。请另存为 .docx、.xlsx 或者导出为 PDF 再上传。',
  extension_differs: '的后缀与内容不符。请用原来的软件打开，另存后再上传。',
  broken: '已经损坏，打不开。请重新导出或者另存后再上传。',
  encrypted: '设了密码或者加了密。请去掉密码后再上传。',
  macros: '含有宏。请另存为不含宏的 .docx 或者 .xlsx，再上传。',
  script: '含有脚本或者自动执行的动作。请用打印的办法另存为 PDF，再上传。',
  embedded_file: '里面嵌有别的文件或者控件。请把它们删去，或者粘贴为图片，再上传。',
  linked_outside: '引用了文件以外的内容（图片、模板或者其他工作簿）。请断开链接后再上传。',
  archive_bomb: '解开后大得不正常。请重新导出后再上传。',
  too_many_pixels: '的图片太大。请缩小到5000万像素以内，再上传。',
};

/** The same where a file is only to be searched. */
export const unreadableSentence = (why: AttachmentFault): string => faultSentences[why].replaceAll('再上传', '再查找');

/** Where in a file: 第3页, 工作表“名单”第12行. */
export function placeWords(place: Place): string {
  switch (place.part) {
    case 'page':
      return `第${place.page}页`;
    case 'earlier_page':
      return `以前版本第${place.page}页`;
    case 'paragraph':
      return `正文第${place.paragraph}段`;
    case 'hidden':
      return `正文第${place.paragraph}段（隐藏文字）`;
    case 'row':
      return `工作表“${place.sheet}”第${place.row}行${place.hidden ? '（隐藏）' : ''}`;
    case 'formula':
      return `工作表“${place.sheet}”的公式、页眉页脚和提示`;
    case 'inner':
      return `文件内部 ${place.path}`;
    default:
      return partWords[place.part];
  }
}

const partWords = {
  text: '正文',
  leftover: '页面以外残留的内容',
  markup: '批注、书签和表单',
  deleted: '修订中删去的文字',
  header: '页眉',
  footer: '页脚',
  footnote: '脚注和尾注',
  comment: '批注',
  properties: '文件属性',
  names: '定义的名称',
  strings: '表格里残留的文字',
  link: '链接',
  picture: '图片',
} as const;
