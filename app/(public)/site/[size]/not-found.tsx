import type { Metadata } from 'next';
import { lackMetadata } from '@/app/(public)/no-such-page';
import { NoSuchPage } from '@/components/public/no-such-page';

/** Next.js takes the head of an answer with 404 from here, whichever page makes its body. */
export const generateMetadata = (): Promise<Metadata> => lackMetadata();

export default function NotFound() {
  return (
    <main className="wrap" id="main">
      <NoSuchPage home="/" />
    </main>
  );
}
