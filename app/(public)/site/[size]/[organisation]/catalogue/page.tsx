import type { Metadata } from 'next';
import { CataloguePage, catalogueMetadata } from '@/app/(public)/catalogue';
import { sizeOf } from '@/lib/domain/public-address';

type Props = { params: Promise<{ size: string; organisation: string }> };

export default async function Page({ params }: Props) {
  const { size, organisation } = await params;
  return <CataloguePage slug={organisation} size={sizeOf(size)} />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return catalogueMetadata((await params).organisation);
}
