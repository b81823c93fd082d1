import type { Metadata } from 'next';
import { DataPage, dataMetadata } from '@/app/(public)/data-page';
import { sizeOf } from '@/lib/domain/public-address';

type Props = { params: Promise<{ size: string; organisation: string }> };

export default async function Page({ params }: Props) {
  const { size, organisation } = await params;
  return <DataPage slug={organisation} size={sizeOf(size)} />;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  dataMetadata((await params).organisation);
