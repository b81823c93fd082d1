import type { ReactNode } from 'react';
import '@/components/letters/letters.css';

/** What only the pages of letters need of styles. */
export default function LettersLayout({ children }: { children: ReactNode }) {
  return children;
}
