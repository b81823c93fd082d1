import { attribute } from '@/lib/files/xml-events';

const speaking =
  'descr title alt string author initials tooltip displayText display instr helpText prompt promptTitle error errorTitle'.split(
    ' ',
  );
const anySpeaking = new RegExp(`(?:${speaking.join('|')})\\s*=`);
const valued = new Set('alias tag default statusText helpText docVar listItem listEntry bookmarkStart'.split(' '));

/** What a person wrote into attributes: texts that stand for pictures, names of authors, values of form fields; a line each. */
export function humanAttributes(name: string, attributes: string): string {
  if (!valued.has(name) && !anySpeaking.test(attributes)) return '';
  const names = valued.has(name) ? [...speaking, 'val', 'value', 'name'] : speaking;
  return names
    .flatMap((wanted) => attribute(attributes, wanted) || [])
    .map((value) => `${value}\n`)
    .join('');
}
