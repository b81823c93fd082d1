import 'server-only';
import { createHmac } from 'node:crypto';
import { type ApplicantData, applicantData, applicantMark } from '@/lib/domain/requests/request-form';
import { type Key, keyRing } from '@/lib/server/sealing/key-ring';
import { derivedKey, openText, type Sealed, seal } from '@/lib/server/sealing/sealed';

type Row = { id: string; sealed: Uint8Array | null; sealedWith: string | null };

const placeOf = (id: string) => ({ table: 'disclosure_request', id }) as const;

/** Proof of identity and how the applicant is reached, sealed for the row of a request. */
export const sealApplicant = (id: string, data: ApplicantData): Sealed => seal(JSON.stringify(data), placeOf(id));

/** What was sealed; null once it is erased. SealBroken where it is not what was sealed. */
export function openApplicant({ id, sealed, sealedWith }: Row): ApplicantData | null {
  if (!sealed || !sealedWith) return null;
  return applicantData.parse(JSON.parse(openText(sealed, sealedWith, placeOf(id))));
}

/** The same for pages and lists, which go on without it where the ring does not hold its key. */
export function applicantIfKeyed(row: Row): { data: ApplicantData | null; keyMissing: boolean } {
  const known = row.sealedWith === null || keyRing().keys.some(({ id }) => id === row.sealedWith);
  return known ? { data: openApplicant(row), keyMissing: false } : { data: null, keyMissing: true };
}

/** Tells one applicant from another without saying who it is; null where nothing tells them apart. */
export function applicantKeyOf(name: string, data: ApplicantData): string | null {
  return markedWith(keyRing().current, name, data);
}

/** By every key of the ring: while keys are being changed, rows stand under the old and the new one. */
export const applicantKeysOf = (name: string, data: ApplicantData): string[] =>
  keyRing().keys.flatMap((key) => markedWith(key, name, data) ?? []);

function markedWith(key: Key, name: string, data: ApplicantData): string | null {
  const mark = applicantMark(name, data);
  return mark && createHmac('sha256', derivedKey(key, 'applicant')).update(mark).digest('base64url');
}
