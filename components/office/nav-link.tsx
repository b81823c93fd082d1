'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the main menu that knows whether it leads to where the reader is. */
export function NavLink({ href, className, children }: { href: string; className: string; children: ReactNode }) {
  const path = usePathname();
  const current = href === '/admin' ? path === href : path.startsWith(href);
  return (
    <a href={href} className={className} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
