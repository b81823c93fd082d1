import type { Metadata } from 'next';
import { SearchPage, searchMetadata } from '@/app/(public)/search-page';
import { sizeOf } from '@/lib/domain/public-address';
import { searchParams as paramsOf } from '@/lib/domain/search/params';

type Props = {
  params: Promise<{ size: string; organisation: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export default async function Page({ params, searchParams }: Props) {
  const { size, organisation } = await params;
  return <SearchPage slug={organisation} size={sizeOf(size)} params={paramsOf(await searchParams)} />;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return searchMetadata((await params).organisation, paramsOf(await searchParams));
}
