import type { Metadata } from 'next';
import { ItemEdition, itemMetadata } from '@/app/(public)/item-edition';
import { sizeOf } from '@/lib/domain/public-address';

type Props = { params: Promise<{ size: string; organisation: string; item: string; number: string }> };

/** One edition at its permanent address. */
export default async function ItemEditionPage({ params }: Props) {
  const { size, organisation, item, number } = await params;
  return <ItemEdition slug={organisation} size={sizeOf(size)} item={Number(item)} number={Number(number)} />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation, item, number } = await params;
  return itemMetadata(organisation, Number(item), Number(number));
}
