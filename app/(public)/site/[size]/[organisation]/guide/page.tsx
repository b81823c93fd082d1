import type { Metadata } from 'next';
import { GuideEdition, guideMetadata } from '@/app/(public)/guide-edition';
import { sizeOf } from '@/lib/domain/public-address';

type Props = { params: Promise<{ size: string; organisation: string }> };

/** The edition that holds. */
export default async function GuidePage({ params }: Props) {
  const { size, organisation } = await params;
  return <GuideEdition slug={organisation} size={sizeOf(size)} />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return guideMetadata((await params).organisation);
}
