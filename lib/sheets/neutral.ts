// A spreadsheet takes a cell that begins so for a formula, wherever it came from, and may run it when the file is opened.
// Apostrophes before it count too, so that every text can be told again from what was written.
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text with an apostrophe before what a spreadsheet would work out: it is then shown and not run. */
export const neutral = (text: string) => (dangerous.test(text) ? `'${text}` : text);

/** The text as it was before it was made harmless. */
export const asBefore = (text: string) =>
  text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text;
