'use client';

import { useState } from 'react';
import { DoubtfulItem } from '@/components/editor/checks/doubtful-item';
import { FindingItem } from '@/components/editor/checks/finding-item';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import { equationWords } from '@/lib/text/editor';

const filters = ['all', 'blocks', 'warnings', 'explained'] as const;
type Filter = (typeof filters)[number];

/** What the rules say at this moment, beside the text. */
export function ChecksPanel() {
  const { check } = useDesk();
  const { blocks, warnings, explained } = useUnsettled();
  const [filter, setFilter] = useState<Filter>('all');
  const doubtful = useDeskState((state) => state.doubtful);
  const doubts = Object.entries(doubtful);
  const lists = { all: [...blocks, ...warnings, ...explained], blocks, warnings, explained };
  const names: Record<Filter, string> = {
    all: '全部',
    blocks: `必须改正 ${blocks.length + doubts.length}`,
    warnings: `请核实 ${warnings.length}`,
    explained: `已说明 ${explained.length}`,
  };
  return (
    <aside className="ed-checks" id="checks" aria-label="检查结果">
      <h2>检查结果</h2>
      <p className="text-ink-2">{equationWords(check.equations)}</p>
      <fieldset className="ed-filters">
        <legend className="sr-only">按轻重筛选</legend>
        {filters.map((name) => (
          <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {names[name]}
          </button>
        ))}
      </fieldset>
      {lists[filter].length + (shown(filter) ? doubts.length : 0) === 0 && (
        <p className="py-3">{filter === 'all' ? '没有查出问题。' : '这一类没有。'}</p>
      )}
      <ol>
        {shown(filter) &&
          doubts.map(([address, doubt]) => <DoubtfulItem key={address} address={address} doubt={doubt} />)}
        {lists[filter].map((finding) => (
          <FindingItem key={finding.key} finding={finding} />
        ))}
      </ol>
    </aside>
  );
}

// A text that is no figure must be put right as well.
const shown = (filter: Filter) => filter === 'all' || filter === 'blocks';
