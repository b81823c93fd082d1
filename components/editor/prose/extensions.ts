import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { BlockIds } from '@/components/editor/prose/block-ids';
import { Doubts } from '@/components/editor/prose/doubts';
import { LiveNumber } from '@/components/editor/prose/live-number';

// The section's own heading is an h2, so （一） is an h3 of the page and 1. an h4.
const OfficialHeading = Heading.extend({
  renderHTML: ({ node, HTMLAttributes }) => [`h${Number(node.attrs.level) + 1}`, HTMLAttributes, 0],
  addInputRules: () => [],
}).configure({ levels: [2, 3] });

/** What official prose is made of: paragraphs and two levels of headings. */
export const extensionsFor = (section: string) => [
  Document,
  Paragraph,
  OfficialHeading,
  Text,
  LiveNumber,
  UndoRedo,
  Placeholder.configure({
    placeholder: '在这里写。可以从Word、WPS粘贴，只留文字和标题级别。',
    showOnlyWhenEditable: true,
  }),
  BlockIds.configure({ section }),
  Doubts,
];
