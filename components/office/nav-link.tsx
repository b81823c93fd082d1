'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type NavLinkProps = {
  href: string;
  /** Where else what it names goes on. */
  also?: readonly string[];
  className: string;
  children: ReactNode;
};

/** A link of the main menu that knows whether it leads to where the reader is. */
export function NavLink({ href, also = [], className, children }: NavLinkProps) {
  const path = usePathname();
  const current = href === '/admin' ? path === href : [href, ...also].some((place) => path.startsWith(place));
  return (
    <a href={href} className={className} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
