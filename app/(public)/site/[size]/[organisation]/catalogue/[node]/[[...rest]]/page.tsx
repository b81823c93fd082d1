import type { Metadata } from 'next';
import { ListPage, listMetadata, placeIn } from '@/app/(public)/list-page';
import { sizeOf } from '@/lib/domain/public-address';

type Props = { params: Promise<{ size: string; organisation: string; node: string; rest?: string[] }> };

/** What lies in a node or is of a class: /deting/catalogue/key-tasks/2020/p3 */
export default async function NodePage({ params }: Props) {
  return <ListPage {...placeOf(await params)} />;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => listMetadata(placeOf(await params));

const placeOf = ({ size, organisation: slug, node: code, rest }: Awaited<Props['params']>) => ({
  ...{ slug, size: sizeOf(size), code },
  ...placeIn(rest),
});
