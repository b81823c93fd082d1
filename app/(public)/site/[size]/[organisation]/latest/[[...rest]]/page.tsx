import type { Metadata } from 'next';
import { ListPage, listMetadata, placeIn } from '@/app/(public)/list-page';
import { sizeOf } from '@/lib/domain/public-address';

type Props = { params: Promise<{ size: string; organisation: string; rest?: string[] }> };

/** Everything, the newest first: /deting/latest/2020/p3 */
export default async function LatestPage({ params }: Props) {
  return <ListPage {...placeOf(await params)} />;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => listMetadata(placeOf(await params));

const placeOf = ({ size, organisation: slug, rest }: Awaited<Props['params']>) => ({
  ...{ slug, size: sizeOf(size) },
  ...placeIn(rest),
});
