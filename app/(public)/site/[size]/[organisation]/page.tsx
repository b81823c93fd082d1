import type { Metadata } from 'next';
import { Home, homeMetadata } from '@/app/(public)/home';
import { sizeOf } from '@/lib/domain/public-address';

type HomeProps = { params: Promise<{ size: string; organisation: string }> };

export default async function HomePage({ params }: HomeProps) {
  const { size, organisation } = await params;
  return <Home slug={organisation} size={sizeOf(size)} />;
}

export async function generateMetadata({ params }: HomeProps): Promise<Metadata> {
  return homeMetadata((await params).organisation);
}
