import type { Metadata } from 'next';
import { GuideEdition, guideMetadata } from '@/app/(public)/guide-edition';
import { sizeOf } from '@/lib/domain/public-address';

type Props = { params: Promise<{ size: string; organisation: string; number: string }> };

/** One edition by its number, whether or not it still holds. */
export default async function NumberedGuidePage({ params }: Props) {
  const { size, organisation, number } = await params;
  return <GuideEdition slug={organisation} size={sizeOf(size)} number={Number(number)} />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation, number } = await params;
  return guideMetadata(organisation, Number(number));
}
