import type { ReactNode } from 'react';

type NoticeProps = {
  /** How heavy it weighs: plain, done, please check, must be put right. */
  kind?: 'plain' | 'done' | 'check' | 'stop';
  /** The one thing that it says, as a sentence. */
  title: ReactNode;
  children?: ReactNode;
  /** Set where it appears after something the reader did: it is then read out. */
  live?: boolean;
};

export function Notice({ kind = 'plain', title, children, live }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role={live ? roleOf(kind) : undefined}>
      <p>{title}</p>
      {children}
    </div>
  );
}

const roleOf = (kind: NoticeProps['kind']) => (kind === 'stop' ? 'alert' : 'status');
