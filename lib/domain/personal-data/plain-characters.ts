/** Stands for every character that is not seen: zero-width spaces and joiners, soft hyphens, direction marks. */
export const unseen = '\u200b';

/**
 * The text with full-width letters and digits, odd spaces, dashes and unseen characters brought to one form each.
 * The Chinese comma stays: between two figures it means something else than the one inside a figure.
 * Every character stays where it was, so that a place in the answer is a place in the text.
 */
export function plainCharacters(text: string): string {
  return text.replace(odd, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    if (spaces.test(character)) return ' ';
    if (dashes.test(character)) return '-';
    return character === '\u2169' || character === '\u0425' ? 'X' : unseen; // roman ten, Cyrillic Ha
  });
}

const odd =
  /[\u00a0\u00ad\u0425\u1680\u180e\u2000-\u2015\u202a-\u202f\u205f-\u2064\u2066-\u2069\u2169\u2212\u3000\ufe58\ufe63\ufeff\uff01-\uff0b\uff0d-\uff5e]/g;
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/;

/** What two spellings of one value have in common: characters of one form, capitals, no spaces, dashes, dots or brackets. */
export const comparable = (text: string): string =>
  plainCharacters(text.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\u200b\-()·•.+*_/\\]/g, '');
