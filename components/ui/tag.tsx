import type { ReactNode } from 'react';

export type TagKind = 'quiet' | 'info' | 'check' | 'done' | 'stop' | 'overdue';

/** A word in a frame: the word tells, the colour only helps. */
export function Tag({ kind = 'quiet', children }: { kind?: TagKind; children: ReactNode }) {
  return <span className={`tag ${kind}`}>{children}</span>;
}
