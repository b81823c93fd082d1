// GB 32100: no I, O, S, V and Z, which look like other signs.
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The 18th sign that GB 32100 gives to 17. Null where one of them is no sign of the standard. */
export function creditCheckSign(body: string): string | null {
  let [sum, weight] = [0, 1];
  for (const sign of body) {
    const value = signs.indexOf(sign);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return signs.charAt((31 - (sum % 31)) % 31);
}

/** 统一社会信用代码: register and kind, six digits of the region, nine signs of the body, a check sign that is right. */
export const isCreditCode = (code: string) =>
  /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(code) &&
  creditCheckSign(code.slice(0, 17)) === code.charAt(17);
