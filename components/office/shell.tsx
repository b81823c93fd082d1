import type { ReactNode } from 'react';
import { NavLink } from '@/components/office/nav-link';

export type MenuItem = { href: string; label: string; also?: readonly string[] };

type ShellProps = {
  site: string;
  /** 李某　党建办公室 */
  who: string;
  items: readonly MenuItem[];
  /** What stands below the name: change of password, the way out. */
  own: ReactNode;
  children: ReactNode;
};

/** The frame of every office page. On a phone the menus fold; without script they open all the same. */
export function Shell({ site, who, items, own, children }: ShellProps) {
  return (
    <>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <header className="office-top">
        <a href="/admin" className="whitespace-nowrap font-strong text-ink no-underline">
          {site}
        </a>
        <nav aria-label="主菜单" className="hidden min-w-0 flex-1 gap-6 md:flex">
          {items.map(({ href, label, also }) => (
            <NavLink key={href} href={href} also={also} className="office-link">
              {label}
            </NavLink>
          ))}
        </nav>
        <details className="office-menu">
          <summary>
            <span className="hidden md:inline">{who}</span>
            <span className="md:hidden">菜单</span>
          </summary>
          <div className="office-drop">
            <p className="text-ink-2 text-note md:hidden">{who}</p>
            <nav aria-label="主菜单（手机）" className="md:hidden">
              {items.map(({ href, label, also }) => (
                <NavLink key={href} href={href} also={also} className="office-item">
                  {label}
                </NavLink>
              ))}
            </nav>
            {own}
          </div>
        </details>
      </header>
      {children}
    </>
  );
}
