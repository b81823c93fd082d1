import 'server-only';
import type { PublicationFacts } from '@/lib/documents/snapshot';
import { publicAddress } from '@/lib/domain/public-address';
import { dayOf } from '@/lib/server/clock';
import { siteAddress } from '@/lib/server/organisation/site-address';

type Published = {
  slug: string;
  /** Of the document: "reports/2020". */
  path: string;
  number: number;
  publishedAt: Date;
  signedBy: string;
  sha256: string;
  note: string;
};

/** What the files of a publication say of it, with the address where it stands for ever if the website has one. */
export function publicationFacts({ slug, path, publishedAt, ...facts }: Published): PublicationFacts {
  const site = siteAddress();
  const address = site ? `${site}${publicAddress('standard', slug, path, facts.number)}` : '';
  const { number, signedBy, sha256, note } = facts;
  return { number, signedBy, sha256, note, publishedOn: dayOf(publishedAt), address };
}
