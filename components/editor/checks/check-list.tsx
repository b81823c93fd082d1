'use client';

import { Fragment, type ReactNode, useState } from 'react';

const filters = ['all', 'blocks', 'warnings', 'explained'] as const;
type Filter = (typeof filters)[number];

type CheckListProps<Found> = {
  /** What was looked at, in one line. */
  summary: string;
  blocks: readonly Found[];
  warnings: readonly Found[];
  explained: readonly Found[];
  keyOf: (found: Found) => string;
  draw: (found: Found) => ReactNode;
};

/** What the rules say at this moment, beside the text; by weight, or one weight alone. */
export function CheckList<Found>({ summary, blocks, warnings, explained, keyOf, draw }: CheckListProps<Found>) {
  const [filter, setFilter] = useState<Filter>('all');
  const lists = { all: [...blocks, ...warnings, ...explained], blocks, warnings, explained };
  const names: Record<Filter, string> = {
    all: '全部',
    blocks: `必须改正 ${blocks.length}`,
    warnings: `请核实 ${warnings.length}`,
    explained: `已说明 ${explained.length}`,
  };
  return (
    <aside className="ed-checks" id="checks" aria-label="检查结果">
      <h2>检查结果</h2>
      <p className="text-ink-2">{summary}</p>
      <fieldset className="ed-filters">
        <legend className="sr-only">按轻重筛选</legend>
        {filters.map((name) => (
          <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {names[name]}
          </button>
        ))}
      </fieldset>
      {lists[filter].length === 0 && <p className="py-3">{filter === 'all' ? '没有查出问题。' : '这一类没有。'}</p>}
      <ol>
        {lists[filter].map((found) => (
          <Fragment key={keyOf(found)}>{draw(found)}</Fragment>
        ))}
      </ol>
    </aside>
  );
}
