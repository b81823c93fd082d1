'use client';

import type { Editor } from '@tiptap/react';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { linkOf } from '@/lib/editor/body/link';
import { notALink } from '@/lib/text/body';

/** The address of the link at the caret, or of what is selected. No form of its own: it may stand in one. */
export function LinkPanel({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const before: unknown = editor.getAttributes('link').href;
  const [typed, setTyped] = useState(typeof before === 'string' ? before : '');
  const [wrong, setWrong] = useState(false);
  const isNew = typeof before !== 'string';
  const nothing = isNew && editor.state.selection.empty;

  function write() {
    const href = linkOf(typed);
    if (href === null) return setWrong(true);
    const chain = editor.chain().focus();
    // Without a selection the address itself is what is read.
    if (nothing) chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] });
    else chain.extendMarkRange('link').setLink({ href });
    chain.run();
    onDone();
  }
  function remove() {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onDone();
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
    if (event.key === 'Enter') write();
    if (event.key !== 'Escape') return;
    editor.commands.focus();
    onDone();
  }
  return (
    <fieldset className="body-link">
      <legend className="sr-only">链接</legend>
      <Field
        name="link"
        label="链接的地址"
        hint="网址、邮箱或者电话"
        value={typed}
        error={wrong ? notALink : undefined}
        maxLength={500}
        autoFocus
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onKeyDown={press}
      />
      <span className="flex flex-wrap gap-3">
        <Button small primary onClick={write}>
          {isNew ? '加上链接' : '改好'}
        </Button>
        {!isNew && (
          <Button small onClick={remove}>
            去掉链接
          </Button>
        )}
        <Button
          small
          onClick={() => {
            editor.commands.focus();
            onDone();
          }}
        >
          取消
        </Button>
      </span>
    </fieldset>
  );
}
