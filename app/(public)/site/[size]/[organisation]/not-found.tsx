import type { Metadata } from 'next';
import { lackMetadata } from '@/app/(public)/no-such-page';

type Props = { params: Promise<{ organisation: string }> };

/** The head of every answer with 404 below an organisation. */
export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  lackMetadata((await params).organisation);

export { default } from '@/app/(public)/site/[size]/not-found';
