import { diffChars } from 'diff';

// Beyond so many changed characters the marks would only confuse, and the search for them takes too long.
const most = { maxEditLength: 2_000 };

type Texts = { before: string; after: string };

/** The old text, with what has gone struck out. */
export const Before = ({ before, after }: Texts) => <Marked before={before} after={after} side="removed" />;

/** The new text, with what has come underlined. */
export const After = ({ before, after }: Texts) => <Marked before={before} after={after} side="added" />;

function Marked({ before, after, side }: Texts & { side: 'added' | 'removed' }) {
  const Mark = side === 'added' ? 'ins' : 'del';
  const parts = diffChars(before, after, most);
  if (!parts) return <Mark>{side === 'added' ? after : before}</Mark>;
  let at = 0;
  return parts
    .filter((part) => part[side] || !(part.added || part.removed))
    .map((part) => {
      const key = at;
      at += part.value.length;
      return part[side] ? <Mark key={key}>{part.value}</Mark> : <span key={key}>{part.value}</span>;
    });
}
