import 'server-only';
import type { Difference } from '@/lib/documents/reading/compare';
import { rereadNotice } from '@/lib/documents/reading/notice';
import { sha256 } from '@/lib/domain/hash';
import type { Medium } from '@/lib/domain/issue';
import { publicAddress } from '@/lib/domain/public-address';
import type { PublicFault } from '@/lib/domain/verification';
import type { WithdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import { databaseAnswers } from '@/lib/server/health';
import type { Edition } from '@/lib/server/public/public-editions';
import type { Get, VerifiedEdition } from '@/lib/server/verify/verify-public';

/** Where an edition stands: its page in both sizes, at its own address and where it holds also without a number, and its files. */
export const placesOf = (slug: string, path: string, number: number, name: string) => ({
  pages: (holds: boolean) =>
    (['standard', 'large'] as const).flatMap((size) => [
      ...(holds ? [publicAddress(size, slug, path)] : []),
      publicAddress(size, slug, path, number),
    ]),
  file: (extension: string) => publicAddress('standard', slug, path, number, `${name}.${extension}`),
});

type Subject<M extends Medium> = {
  edition: Edition;
  /** Whether it is the edition that stands at the address without a number. */
  holds: boolean;
  media: readonly M[];
  at: ReturnType<typeof placesOf>;
  /** What stands in its place; null where it is public. */
  notice: WithdrawalNotice | null;
  /** Null where it is withdrawn. */
  read: ((medium: M, file: Uint8Array) => Promise<Difference[]>) | null;
};

/** Gets each of its addresses and compares the answer with what must be there. */
export async function verifyAddresses<M extends Medium>(subject: Subject<M>, get: Get): Promise<VerifiedEdition> {
  const { edition, holds, media, at, notice, read } = subject;
  const addresses = media.flatMap((medium) =>
    (medium === 'html' ? at.pages(holds) : [at.file(medium)]).map((address) => ({ address, medium })),
  );
  const faults: PublicFault[] = [];
  for (const { address, medium } of addresses) {
    const expected = read ? 200 : 410;
    const answer = await get(address);
    if (answer?.status !== expected) faults.push({ kind: 'status', address, expected, found: answer?.status ?? null });
    else if (read) {
      for (const misprint of await read(medium, answer.body)) faults.push({ kind: 'misprint', ...misprint });
      const found = sha256(Buffer.from(answer.body).toString('utf8'));
      if (medium === 'json' && found !== edition.sha256) {
        faults.push({ kind: 'hash', address, expected: edition.sha256, found });
      }
    } else if (notice && medium === 'html') {
      for (const misprint of rereadNotice(answer.body, notice)) faults.push({ kind: 'misprint', ...misprint });
    }
  }
  const { title, number } = edition;
  return { title, number, withdrawn: read === null, answers: addresses.length, faults };
}

/** Null where what is kept is no content of its kind any more: a fault like others, and no reason to leave the rest unread. */
export async function orUnreadable<Found>(read: () => Promise<Found>): Promise<Found | null> {
  try {
    return await read();
  } catch (error) {
    if (await databaseAnswers()) return null;
    throw error;
  }
}

export const unreadable = ({ title, number }: Edition): VerifiedEdition => ({
  ...{ title, number, withdrawn: false, answers: 0 },
  faults: [{ kind: 'unreadable' }],
});
