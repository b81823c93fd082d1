import type { Step } from '@/lib/text/progress';

const bars: Record<Step['state'], string> = {
  done: 'border-green',
  now: 'border-ink',
  back: 'border-amber-mark',
  todo: 'border-line',
};

const said: Record<Step['state'], string> = { done: '已办', now: '正在办', back: '要处理', todo: '未到' };

/** From draft to publication in four steps, to a signature in three; the colour only repeats what the words say. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className={`grid gap-y-4 ${steps.length === 3 ? 'grid-cols-3' : 'grid-cols-2 sm:grid-cols-4'}`}>
      {steps.map(({ label, note, state }, index) => (
        <li
          key={label}
          aria-current={state === 'now' || state === 'back' ? 'step' : undefined}
          className={`border-t-3 pt-2.5 pr-3 ${bars[state]}`}
        >
          <span className={`block ${state === 'todo' ? 'text-ink-2' : 'font-strong'}`}>
            {index + 1}　{label}
            <span className="sr-only">（{said[state]}）</span>
          </span>
          <span className="text-ink-2 text-note">{note}</span>
        </li>
      ))}
    </ol>
  );
}
