import { isAreaCode } from '@/lib/domain/personal-data/area-codes';
import type { Hit } from '@/lib/domain/personal-data/hit';
import { comparable, plainCharacters } from '@/lib/domain/personal-data/plain-characters';

/**
 * Whether a hit is one of the office's own values, in any spelling. Telephones are compared by their digits; where one
 * of the two has no area code, by the rest. An extension does not matter.
 */
export function allowedBy(allow: readonly string[]): (hit: Pick<Hit, 'type' | 'text'>) => boolean {
  const values = new Set(allow.map(comparable).filter((value) => value !== ''));
  const addresses = new Set(allow.map(asAddress));
  const telephones = allow.map(telephone);
  const full = new Set(telephones.filter(({ area }) => area !== '').map(({ area, local }) => area + local));
  const bare = new Set(telephones.filter(({ area }) => area === '').map(({ local }) => local));
  const locals = new Set(telephones.map(({ local }) => local));
  return ({ type, text }) => {
    if (type === 'email') return addresses.has(asAddress(text));
    if (type !== 'landline' && type !== 'mobile') return values.has(comparable(text));
    const { area, local } = telephone(text);
    return area === '' ? locals.has(local) : full.has(area + local) || bare.has(local);
  };
}

const asAddress = (text: string) => plainCharacters(text).trim().toLowerCase();

/** Area code and number of a telephone as written, without country code and extension. */
function telephone(text: string): { area: string; local: string } {
  const groups = plainCharacters(text).match(/\d+/g) ?? [];
  const country = /^(?:00)?86$/.test(groups[0] ?? '');
  let digits = country && groups[1] !== undefined && !/^[01]/.test(groups[1]) ? '0' : '';
  for (const group of country ? groups.slice(1) : groups) {
    if (digits.length >= (/^[01]/.test(digits) ? 11 : 7)) break;
    digits += group;
  }
  const whole = digits.replace(/^(?:00)?86(?=1\d{10}$)/, '');
  const area = [3, 4].map((length) => whole.slice(0, length)).find((code) => whole.length >= 10 && isAreaCode(code));
  return { area: area ?? '', local: whole.slice(area?.length ?? 0) };
}
