import type { Metadata } from 'next';
import { ItemEdition, itemMetadata } from '@/app/(public)/item-edition';
import { sizeOf } from '@/lib/domain/public-address';

type Props = { params: Promise<{ size: string; organisation: string; item: string }> };

/** The edition that holds. */
export default async function ItemPage({ params }: Props) {
  const { size, organisation, item } = await params;
  return <ItemEdition slug={organisation} size={sizeOf(size)} item={Number(item)} />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation, item } = await params;
  return itemMetadata(organisation, Number(item));
}
