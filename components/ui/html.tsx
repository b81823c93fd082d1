import type { ReactNode } from 'react';

type HtmlProps = {
  /** Which side of the house: it decides ground and density. */
  side: 'public' | 'office';
  /** 长辈版. */
  large?: boolean;
  children: ReactNode;
};

/** The root element; each side's outermost layout renders it, because only that layout knows its side and size. */
export function Html({ side, large, children }: HtmlProps) {
  return (
    <html lang="zh-CN" className={large ? 'large' : undefined}>
      <body className={side}>{children}</body>
    </html>
  );
}
