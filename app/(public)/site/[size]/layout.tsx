import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Html } from '@/components/ui/html';
import { isSize } from '@/lib/domain/public-address';

// What is public changes with the next publication; the page cache in front remembers pages until then.
export const dynamic = 'force-dynamic';

type SizeLayoutProps = { params: Promise<{ size: string }>; children: ReactNode };

/** proxy.ts leads readers here: /deting to /site/standard/deting, /l/deting to /site/large/deting. */
export default async function SizeLayout({ params, children }: SizeLayoutProps) {
  const { size } = await params;
  if (!isSize(size)) notFound();
  return (
    <Html side="public" large={size === 'large'}>
      {children}
    </Html>
  );
}
