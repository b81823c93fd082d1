import type { Candidate } from '@/lib/domain/personal-data/digit-runs';

const region = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
// GA 36: five characters without I and O; new-energy six, the letter first (small) or last (large); 学, 警, 挂 and others last.
const tail = '(?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9学警挂港澳试领超])';
const plate = new RegExp(`${region}[A-HJ-NP-Z][ ·•.\\-]?${tail}(?![A-Z0-9])`, 'gi');

/** 车牌号: with a digit at least, so that no word in capitals is one. */
export function vehiclePlates(plain: string): Candidate[] {
  return [...plain.matchAll(plate)]
    .filter(({ 0: found }) => /\d.*\d/.test(found))
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length, digits: '' }));
}
