'use client';

import type { Editor } from '@tiptap/react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { useReader } from '@/components/editor/desk/use-reader';
import { Button } from '@/components/ui/button';
import { cellsOf, sumOf } from '@/lib/domain/report/cells';
import { printedFigure } from '@/lib/text/figures';
import { isForProse, sourceName } from '@/lib/text/registers';

/** Puts a live number at the caret: a count from a register, a cell, or the sum of several. */
export function NumberPicker({ editor, section }: { editor: Editor; section: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button">引用数字</button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="live-drop"
          align="end"
          sideOffset={4}
          aria-label={`${section}，引用数字`}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Sources
            onPick={(sources) => {
              setOpen(false);
              const node = { type: 'liveNumber', attrs: { sources: sources.join('+') } };
              editor.chain().focus().insertContent(node).run();
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Sources({ onPick }: { onPick: (sources: string[]) => void }) {
  const { format, nodeLabels } = useDesk();
  const registers = useDeskState((state) => state.registers);
  const read = useReader();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const offered = Object.keys(registers).filter((source) => isForProse(format, source));
  const all = [...offered, ...cellsOf(format).map(({ address }) => address)];
  const named = all.map((source) => ({ source, name: sourceName(format, source, nodeLabels) }));
  const sum = sumOf(chosen.map(read));
  const found = named
    .filter(({ source, name }) => name.includes(words.trim()) && !chosen.includes(source))
    .sort((one, other) => rank(one.source) - rank(other.source))
    .slice(0, most);
  const box = ({ source, name }: { source: string; name: string }, checked: boolean) => (
    <label key={source}>
      <input
        type="checkbox"
        checked={checked}
        onChange={() => setChosen(checked ? chosen.filter((each) => each !== source) : [...chosen, source])}
      />
      {name}：{printedFigure(read(source))}
    </label>
  );
  return (
    <div className="grid gap-3">
      <label className="grid gap-1">
        找数字（可以选几个相加）
        <input
          className="control"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          autoComplete="off"
        />
      </label>
      <div className="live-sources">
        {named.filter(({ source }) => chosen.includes(source)).map((each) => box(each, true))}
        {found.map((each) => box(each, false))}
        {found.length === most && <p className="text-ink-2">只列出前{most}个，请输入几个字再找。</p>}
      </div>
      <div>
        <Button small primary cannot={chosen.length === 0 ? '请先选一个数' : null} onClick={() => onPick([...chosen])}>
          {chosen.length === 0 ? '引用' : `引用${sum === null ? '（现在待定）' : printedFigure(sum)}`}
        </Button>
      </div>
    </div>
  );
}

const most = 40;

// This year's counts of items first, then ledgers, the cells, and last year's.
function rank(source: string): number {
  if (source.includes('@')) return 3;
  if (source.startsWith('items/node')) return 2;
  return source.startsWith('items') ? 0 : 1;
}
