'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { inHeaderRow, toggleHeaderRows } from '@/components/items/body/table-commands';
import { Tool, ToolRow } from '@/components/items/body/tool-row';

/** Rows, columns, headings and merged cells of the table at the caret. */
export function TableTools({ editor }: { editor: Editor }) {
  const { header, canMerge, canSplit } = useEditorState({ editor, selector: stateOf });
  const run = (change: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => () =>
    void change(editor.chain().focus()).run();
  return (
    <ToolRow label="表格" editor={editor}>
      <Tool name="在上方插入行" onPress={run((chain) => chain.addRowBefore())}>
        上方加行
      </Tool>
      <Tool name="在下方插入行" onPress={run((chain) => chain.addRowAfter())}>
        下方加行
      </Tool>
      <Tool name="删去这一行" onPress={run((chain) => chain.deleteRow())}>
        删行
      </Tool>
      <Tool name="在左侧插入列" onPress={run((chain) => chain.addColumnBefore())}>
        左侧加列
      </Tool>
      <Tool name="在右侧插入列" onPress={run((chain) => chain.addColumnAfter())}>
        右侧加列
      </Tool>
      <Tool name="删去这一列" onPress={run((chain) => chain.deleteColumn())}>
        删列
      </Tool>
      <Tool
        name="表头：从第一行到这一行"
        pressed={header === true}
        onPress={() => {
          toggleHeaderRows(editor.state, editor.view.dispatch);
          editor.commands.focus();
        }}
      >
        表头
      </Tool>
      {(canMerge || canSplit) && (
        <Tool name={canMerge ? '合并选中的单元格' : '拆分这个单元格'} onPress={run((chain) => chain.mergeOrSplit())}>
          {canMerge ? '合并' : '拆分'}
        </Tool>
      )}
      <Tool name="删去整张表格" onPress={run((chain) => chain.deleteTable())}>
        删表
      </Tool>
    </ToolRow>
  );
}

const stateOf = ({ editor }: { editor: Editor }) => ({
  header: inHeaderRow(editor.state),
  canMerge: editor.can().mergeCells(),
  canSplit: editor.can().splitCell(),
});
