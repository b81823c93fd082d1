import 'server-only';
import { formFiles, isFormExtension, rereadFormOf } from '@/lib/documents/application-form';
import { rereadGuide } from '@/lib/documents/reading/guide';
import { guidePath } from '@/lib/domain/guide/guide-of';
import { publicAddress } from '@/lib/domain/public-address';
import { publicationFacts } from '@/lib/server/documents/publication-facts';
import { editionsOf } from '@/lib/server/public/public-editions';
import { type PublicGuide, publicGuide } from '@/lib/server/public/public-guide';
import { orUnreadable, placesOf, unreadable, verifyAddresses } from '@/lib/server/verify/verify-addresses';
import type { Get, VerifiedEdition } from '@/lib/server/verify/verify-public';

/** The guide, with the application form of the one that holds. */
export async function* verifyGuides(slug: string, get: Get, all: boolean): AsyncGenerator<VerifiedEdition> {
  const editions = (await editionsOf(slug, guidePath)).filter(({ act }) => act !== 'withdraw');
  const newest = editions.at(-1);
  for (const edition of all ? editions : editions.slice(-1)) {
    const found = await orUnreadable(() => publicGuide(slug, edition.number));
    yield found ? await verifyGuide(slug, found, edition === newest, get) : unreadable(edition);
  }
}

async function verifyGuide(slug: string, found: PublicGuide, holds: boolean, get: Get): Promise<VerifiedEdition> {
  const { edition, content, withdrawal: notice } = found;
  const media = ['html', 'json'] as const;
  const facts = publicationFacts({ ...edition, slug, path: guidePath });
  const snapshot = content && { guide: content.guide, facts };
  const read =
    snapshot &&
    // Of the JSON the hash says all.
    (async (medium: 'html' | 'json', file: Uint8Array) => (medium === 'html' ? rereadGuide(file, snapshot) : []));
  const at = placesOf(slug, guidePath, edition.number, 'guide');
  const page = await verifyAddresses({ edition, holds, media, notice, read, at }, get);
  return content && holds ? withForm(page, slug, content, get) : page;
}

async function withForm(
  page: VerifiedEdition,
  slug: string,
  { guide }: NonNullable<PublicGuide['content']>,
  get: Get,
): Promise<VerifiedEdition> {
  const extensions = Object.keys(formFiles).filter(isFormExtension);
  const faults = [...page.faults];
  for (const medium of extensions) {
    const address = publicAddress('standard', slug, guidePath, `form.${medium}`);
    const answer = await get(address);
    if (answer?.status !== 200) faults.push({ kind: 'status', address, expected: 200, found: answer?.status ?? null });
    else {
      const misprints = await rereadFormOf(medium, answer.body, { guide });
      faults.push(...misprints.map((misprint) => ({ kind: 'misprint' as const, ...misprint })));
    }
  }
  return { ...page, answers: page.answers + extensions.length, faults };
}
