'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { NumberPicker } from '@/components/editor/prose/number-picker';

const levels = [
  { label: '正文', level: null },
  { label: '（一）标题', level: 2 },
  { label: '1.标题', level: 3 },
] as const;

/** Makes the paragraph at the caret a heading, or body text again. */
export function LevelButtons({ editor, section }: { editor: Editor; section: string }) {
  const current = useEditorState({ editor, selector: levelAtCaret });
  return (
    <div className="ed-levels" role="toolbar" aria-label={`${section}，段落级别`}>
      {levels.map(({ label, level }) => (
        <button key={label} type="button" aria-pressed={current === level} onClick={() => setLevel(editor, level)}>
          {label}
        </button>
      ))}
      <NumberPicker editor={editor} section={section} />
    </div>
  );
}

const levelAtCaret = ({ editor }: { editor: Editor }) => {
  const level: unknown = editor.isActive('heading') ? editor.getAttributes('heading').level : null;
  return level === 2 || level === 3 ? level : null;
};

function setLevel(editor: Editor, level: 2 | 3 | null) {
  const chain = editor.chain().focus();
  if (level === null) chain.setParagraph().run();
  else chain.setHeading({ level }).run();
}
