import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Author } from '@/lib/editor/holds';
import { conflictAuthor, conflictWords } from '@/lib/text/editor';

/** Two values for one place, and who wrote the other one. */
export type ConflictView = Author & {
  name: string;
  title: string;
  mine: string;
  theirs: string;
  take: (choice: 'mine' | 'theirs') => void;
};

/** Where two people want different things: both are shown, and one of them chooses. */
export function ConflictList({ conflicts, today }: { conflicts: readonly ConflictView[]; today: string }) {
  if (conflicts.length === 0) return null;
  return (
    <Notice kind="stop" title={conflictWords(conflicts.length)} live>
      <ul className="ed-conflicts">
        {conflicts.map(({ name, title, mine, theirs, by, at, take }) => (
          <li key={name}>
            <p>
              <b>{title}</b>
            </p>
            <dl className="ed-two-values">
              <dt>您填的</dt>
              <dd>{mine}</dd>
              <dt>对方填的</dt>
              <dd>
                {theirs}（{conflictAuthor(by, at, today)}）
              </dd>
            </dl>
            <p className="flex flex-wrap gap-3">
              <Button small onClick={() => take('mine')}>
                用我填的
              </Button>
              <Button small onClick={() => take('theirs')}>
                用对方填的
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
