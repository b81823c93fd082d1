'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { useRef, useState } from 'react';
import { LinkPanel } from '@/components/items/body/link-panel';
import { TableTools } from '@/components/items/body/table-tools';
import { Tool, ToolRow } from '@/components/items/body/tool-row';

type ToolbarProps = {
  editor: Editor;
  /** A picture has been chosen. */
  onPictures: (files: readonly File[]) => void;
};

const levels = [
  { label: '正文', name: '正文段落', level: null },
  { label: '一、', name: '一级标题（一、）', level: 1 },
  { label: '（一）', name: '二级标题（（一））', level: 2 },
  { label: '1.', name: '三级标题（1.）', level: 3 },
] as const;

/** What the paragraph at the caret is, and what can be put in. */
export function Toolbar({ editor, onPictures }: ToolbarProps) {
  const [linking, setLinking] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const { level, list, link, table } = useEditorState({ editor, selector: stateOf });
  return (
    <div className="body-tools">
      <ToolRow label="正文的格式" editor={editor}>
        {levels.map((each) => (
          <Tool
            key={each.label}
            name={each.name}
            pressed={list === null && !table && level === each.level}
            onPress={() => setLevel(editor, each.level)}
          >
            {each.label}
          </Tool>
        ))}
        <Tool
          name="编号列表"
          pressed={list === 'orderedList'}
          onPress={() => editor.chain().focus().toggleOrderedList().run()}
        >
          编号
        </Tool>
        <Tool
          name="项目符号列表"
          pressed={list === 'bulletList'}
          onPress={() => editor.chain().focus().toggleBulletList().run()}
        >
          项目符号
        </Tool>
        <Tool name="链接" pressed={link || linking} onPress={() => setLinking(!linking)}>
          链接
        </Tool>
        <Tool
          name="插入表格"
          onPress={() => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        >
          表格
        </Tool>
        <Tool name="插入图片" onPress={() => file.current?.click()}>
          图片
        </Tool>
      </ToolRow>
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg"
        multiple
        hidden
        aria-label="选择图片"
        onChange={(event) => {
          onPictures([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {linking && <LinkPanel editor={editor} onDone={() => setLinking(false)} />}
      {table && <TableTools editor={editor} />}
    </div>
  );
}

function stateOf({ editor }: { editor: Editor }) {
  const level: unknown = editor.isActive('heading') ? editor.getAttributes('heading').level : null;
  return {
    level,
    list: ['orderedList', 'bulletList'].find((name) => editor.isActive(name)) ?? null,
    link: editor.isActive('link'),
    table: editor.isActive('table'),
  };
}

function setLevel(editor: Editor, level: 1 | 2 | 3 | null) {
  const chain = editor.chain().focus();
  const lifted = ['orderedList', 'bulletList'].some((name) => editor.isActive(name))
    ? chain.liftListItem('listItem')
    : chain;
  if (level === null) lifted.setParagraph().run();
  else lifted.setHeading({ level }).run();
}
