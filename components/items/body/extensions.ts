import { Node } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { Image } from '@tiptap/extension-image';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions';
import { BlockIds } from '@/components/editor/prose/block-ids';
import { Doubts } from '@/components/editor/prose/doubts';
import { enterBelow } from '@/components/items/body/table-commands';
import { isLink } from '@/lib/editor/body/link';

// The page's own heading is an h2, so 一、 is an h3 of the page, （一） an h4 and 1. an h5.
const OfficialHeading = Heading.extend({
  renderHTML: ({ node, HTMLAttributes }) => [`h${Number(node.attrs.level) + 2}`, HTMLAttributes, 0],
  parseHTML: () => [1, 2, 3].map((level) => ({ tag: `h${level + 2}`, attrs: { level } })),
  addInputRules: () => [],
}).configure({ levels: [1, 2, 3] });

const LineBreak = Node.create({
  name: 'hardBreak',
  inline: true,
  group: 'inline',
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: this.name }) };
  },
});

// Entries and cells hold one paragraph: no list within a list, no table within a table.
const FlatListItem = ListItem.extend({ content: 'paragraph' });
const plainCell = {
  content: 'paragraph',
  addAttributes: () => ({ colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } }),
};

// Of the width that its words need, and wide ones scroll by themselves. Tab leads out at the last cell: it is no trap.
const PlainTable = Table.extend({
  renderHTML: ({ HTMLAttributes }) => ['div', { class: 'body-table' }, ['table', HTMLAttributes, ['tbody', 0]]],
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      ...this.parent?.(),
      Tab: () => editor.commands.goToNextCell(),
      Enter: () => enterBelow(editor.state, editor.view.dispatch),
    };
  },
}).configure({ resizable: false, allowTableNodeSelection: true, View: null });

const SafeLink = Link.extend({
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  addPasteRules: () => [],
}).configure({ openOnClick: false, autolink: false, linkOnPaste: false, isAllowedUri: isLink, HTMLAttributes: {} });

const noInputRules = { addInputRules: () => [] };

/** A picture that is stored here, known by its hash; one from elsewhere can't stand in a body. */
export const StoredImage = Image.extend<{ addressOf: (sha256: string) => string }>({
  ...noInputRules,
  addOptions: () => ({ addressOf: () => '' }),
  addAttributes: () => ({ sha256: { default: '' }, alt: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'img[data-sha256]',
      getAttrs: (image) => ({ sha256: image.getAttribute('data-sha256'), alt: image.getAttribute('alt') ?? '' }),
    },
  ],
  renderHTML({ node, HTMLAttributes }) {
    const { sha256, alt } = node.attrs;
    const { id } = HTMLAttributes;
    return ['img', { id, alt, src: this.options.addressOf(sha256), 'data-sha256': sha256 }];
  },
});

const blockTypes = ['paragraph', 'heading', 'bulletList', 'orderedList', 'table', 'image'];

/** What the body of an item is made of. `image` is StoredImage, with what it looks like in the editor. */
export const bodyExtensions = (image = StoredImage) => [
  Document,
  Paragraph,
  OfficialHeading,
  Text,
  LineBreak,
  SafeLink,
  BulletList.extend(noInputRules),
  OrderedList.extend({ ...noInputRules, addAttributes: () => ({}) }),
  FlatListItem,
  PlainTable,
  TableRow,
  TableHeader.extend(plainCell),
  TableCell.extend(plainCell),
  image,
  Gapcursor,
  UndoRedo,
  Placeholder.configure({
    placeholder: '在这里写正文。可以从Word、WPS、微信文章粘贴，留下标题、列表、表格和链接。',
    showOnlyWhenEditable: true,
  }),
  BlockIds.configure({ section: 'body', types: blockTypes }),
  Doubts,
];
