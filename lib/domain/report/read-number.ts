import type { InputProblem } from '@/lib/domain/issue';
import type { CellValue } from '@/lib/domain/report/content';
import type { Column } from '@/lib/domain/report/format';

const largest = 999_999_999;

export type Reading = { value: CellValue } | { problem: InputProblem };

/**
 * Reads what a person typed or pasted into a cell: full-width digits and thousands are read, an empty cell is blank, and
 * whatever could mean two things is refused. Amounts become canonical decimals ("0.5344"), never floats.
 */
export function readFigure(text: string, column: Column): Reading {
  const typed = halfWidth(text.trim());
  if (typed === '') return { value: null };
  if (/\p{Cc}|\p{Cf}|\p{Cs}/u.test(typed)) return { problem: 'control_characters' };
  if (!/\d/.test(typed)) return { problem: 'not_a_number' };

  const [, sign = '', digits = '', places = ''] =
    /^([-+]?)(\d{1,30}|\d{1,3}(?:,\d{3}){1,9})(?:\.(\d{1,30}))?$/.exec(typed) ?? [];
  const whole = digits.replaceAll(',', '');
  if (whole === '' || /^0\d/.test(whole)) return { problem: 'doubtful_number' };
  if (sign === '+' && !column.signed) return { problem: 'doubtful_number' };
  const zero = /^0*$/.test(whole + places);
  if (sign === '-' && zero) return { problem: 'doubtful_number' };
  if (sign === '-' && !column.signed) return { problem: 'negative' };
  if (whole.length > String(largest).length) return { problem: 'too_large' };
  return column.type === 'integer'
    ? integer(sign, whole, places)
    : decimal(sign, whole, places.replace(/0+$/, ''), column.scale ?? 0);
}

/** What is wrong with a value that claims to be read already, as the door gets it; null when nothing is. */
export function valueProblem(value: CellValue, column: Column): InputProblem | null {
  if (value === null) return null;
  if ((typeof value === 'number') !== (column.type === 'integer')) return 'malformed';
  const reading = readFigure(String(value), column);
  if ('problem' in reading) return reading.problem;
  return Object.is(reading.value, value) ? null : 'malformed';
}

function integer(sign: string, whole: string, places: string): Reading {
  return places === '' ? { value: Number(sign + whole) } : { problem: 'fraction' };
}

function decimal(sign: string, whole: string, places: string, scale: number): Reading {
  if (places.length > scale) return { problem: 'too_many_places' };
  return { value: `${sign === '-' ? '-' : ''}${whole}${places && `.${places}`}` };
}

// Full-width digits and point, and the minus signs of input methods. A full-width comma
// also lists things (1，234), so it stays as it is and is refused.
function halfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll('．', '.')
    .replace(/^[－−]/, '-')
    .replace(/^＋/, '+');
}
