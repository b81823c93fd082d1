'use client';

import type { Editor } from '@tiptap/react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

type ToolProps = { name: string; pressed?: boolean; onPress: () => void; children: ReactNode };

/** The caret stays where it is while a tool is pressed with the mouse. */
export function Tool({ name, pressed, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** One stop for the Tab key; the arrows lead on from there, Esc back into the text. */
export function ToolRow({ label, editor, children }: { label: string; editor: Editor; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (row.current) stopAt(row.current, 0);
  }, []);

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const { length } = toolsIn(event.currentTarget);
    const at = toolsIn(event.currentTarget).findIndex((tool) => tool.contains(event.target as Node)); // a DOM event
    const places: Record<string, number> = {
      ArrowRight: (at + 1) % length,
      ArrowLeft: (at + length - 1) % length,
      Home: 0,
      End: length - 1,
    };
    const next = places[event.key];
    if (event.key === 'Escape') editor.commands.focus();
    if (next === undefined) return;
    event.preventDefault();
    toolsIn(event.currentTarget)[next]?.focus();
  }
  const remember = (event: FocusEvent<HTMLDivElement>) =>
    stopAt(
      event.currentTarget,
      toolsIn(event.currentTarget).findIndex((tool) => tool.contains(document.activeElement)),
    );
  return (
    <div ref={row} role="toolbar" aria-label={label} className="body-row" onKeyDown={move} onFocus={remember}>
      {children}
    </div>
  );
}

const toolsIn = (row: HTMLElement) => [...row.querySelectorAll('button')];

function stopAt(row: HTMLElement, stop: number) {
  for (const [at, tool] of toolsIn(row).entries()) tool.tabIndex = at === stop ? 0 : -1;
}
