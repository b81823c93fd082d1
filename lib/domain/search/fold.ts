/**
 * What a reader does not tell apart when searching: capital and small letters of ASCII, full-width and half-width forms of
 * its characters, the ideographic space and a blank. Each UTF-16 unit gives one, so that a place in the folded text is the
 * same place in the text. The function "fold_for_search" of the database does the same.
 */
export const foldForSearch = (text: string): string => text.replace(/[A-Z\u3000\uff01-\uff5e]/g, folded);

function folded(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x3000) return ' ';
  return String.fromCharCode(code < 0x80 ? code : code - 0xfee0).toLowerCase();
}

/**
 * A document number or an index number as it is compared: 〔2020〕, [2020] and （2020） are one, blanks don't count.
 * The function "fold_number" of the database does the same.
 */
export const foldNumber = (text: string): string =>
  foldForSearch(text).replace(/[〔〕[\]【】 ]/g, (bracket) => brackets[bracket] ?? '');

const brackets: Record<string, string> = { '〔': '(', '〕': ')', '[': '(', ']': ')', '【': '(', '】': ')' };
