import 'server-only';
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Weakness } from '@/lib/domain/issue';
import common from '@/lib/server/people/common-passwords.json';

// Argon2id with the parameters that OWASP gives first: 19 MiB, two passes, one lane.
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const normal = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string) => hash(normal(password), options);

/** Takes as long for nobody as for somebody, so that names cannot be told by the clock. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(oneTimePassword());
  const right = await verify(stored ?? (await nobody), normal(password));
  return right && stored !== null;
}
let nobody: Promise<string> | undefined;

// No letters or digits that a hand-written note makes doubtful (0 o 1 l i).
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Said once by the administrator, changed at the first sign-in: some 79 bits. */
export const oneTimePassword = () => [4, 4, 4, 4].map(readableWord).join('-');

const readableWord = (length: number) => Array.from({ length }, () => readable[randomInt(readable.length)]).join('');

/** Words about the person that a guesser tries first. */
export type Personal = { signInName: string; name: string; organisation: { slug: string; shortName: string } };

/** What is wrong with a new password; null when it will do. */
export function weaknessOf(password: string, { signInName, name, organisation }: Personal): Weakness | null {
  const folded = normal(password).toLowerCase();
  if ([...folded].length < 10) return 'short';
  if (isPattern(folded)) return 'pattern';
  const personal = [signInName, name, organisation.slug, organisation.shortName].map((word) => word.toLowerCase());
  if (personal.some((word) => word.length >= (/^[ -~]*$/.test(word) ? 3 : 2) && folded.includes(word)))
    return 'personal';
  return isCommon(folded) ? 'common' : null;
}

// Rows and columns of the keyboard and the alphabet, forwards and backwards.
const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '!@#$%^&*()', 'abcdefghijklmnopqrstuvwxyz'];
const columns = '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/';
const runs = [...rows, columns].flatMap((run) => [run, [...run].reverse().join('')]);

/** Few characters, a short word repeated, or steps along the keyboard. */
function isPattern(text: string): boolean {
  const characters = [...text];
  if (new Set(characters).size < 5) return true;
  if (/^(.{1,5})\1+.{0,4}$/u.test(text)) return true;
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  const steps = pairs.filter(([from, to]) => from === to || runs.some((run) => run.includes(`${from}${to}`)));
  return steps.length >= pairs.length * 0.75;
}

const words = new Set(common);
const longest = Math.max(...common.map(({ length }) => length));

/** Three common words, years, dates or short numbers at most, whatever stands between: "Admin@2024", "woaini1314520". */
function isCommon(text: string): boolean {
  const pieces = [0]; // fewest pieces that make up the text until here
  for (let from = 0; from < text.length; from += 1) {
    const before = pieces[from] ?? Number.POSITIVE_INFINITY;
    for (let to = from + 1; to <= Math.min(text.length, from + longest); to += 1) {
      const after = before + weight(text.slice(from, to));
      pieces[to] = Math.min(after, pieces[to] ?? Number.POSITIVE_INFINITY);
    }
  }
  return (pieces[text.length] ?? Number.POSITIVE_INFINITY) <= 3;
}

function weight(part: string): number {
  if (/^[\p{P}\p{S}\s]$/u.test(part)) return 0;
  const stock = words.has(part) || words.has(undisguised(part)) || /^((19|20)\d\d(\d{2}){0,2}|\d{1,3})$/.test(part);
  return stock ? 1 : Number.POSITIVE_INFINITY;
}

const disguises: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
};

// p@ssw0rd → password
const undisguised = (part: string) => [...part].map((character) => disguises[character] ?? character).join('');
