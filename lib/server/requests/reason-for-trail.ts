import 'server-only';
import { tellsWho } from '@/lib/domain/requests/request-change';
import { Refusal } from '@/lib/server/refusal';

/** A reason that the trail will keep, trimmed; refused where there is none, or more than 200 characters of it. */
export function reasonForTrail(typed: string): string {
  const words = typed.trim();
  const problem = words === '' ? 'required' : words.length > 200 ? 'too_long' : null;
  if (problem) throw new Refusal([{ code: 'bad_input', field: 'reason', problem }]);
  return words;
}

/** Refuses a reason that tells who asked: the trail is never erased. */
export function demandNobodyNamed(words: string, names: readonly string[]) {
  if (tellsWho(words, names)) throw new Refusal([{ code: 'bad_input', field: 'reason', problem: 'personal_data' }]);
}
