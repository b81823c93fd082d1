import type { ReactNode } from 'react';
import './requests.css';

/** What only the pages of requests need of styles. */
export default function RequestsLayout({ children }: { children: ReactNode }) {
  return children;
}
