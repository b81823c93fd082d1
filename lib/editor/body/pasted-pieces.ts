import { isLink } from '@/lib/editor/body/link';
import type { Element, Markup } from '@/lib/editor/markup';

/** Which entry of which list a stretch of text belongs to. */
export type Entry = {
  /** The same for all that stands in one entry. */
  name: number;
  depth: number;
  /** What the list itself says; null in Word and WPS, where the mark is text. */
  ordered: boolean | null;
  number: number | null;
};

/** Of the paragraph in which a stretch stands: the level of its heading style, the entry of a list. */
export type Style = { level: number | null; entry: Entry | null };

/** A picture that came with the clipboard itself. */
export type PastedPicture = { kind: 'picture'; type: 'image/png' | 'image/jpeg'; base64: string; alt: string };

/** Pasted HTML in the order of reading. */
export type Piece =
  | { piece: 'text'; text: string; href: string | null; style: Style }
  /** 1. or ·, as Word and WPS write it before an entry. */
  | { piece: 'mark'; text: string; style: Style }
  | { piece: 'break'; style: Style }
  | { piece: 'end' }
  | { piece: 'table'; table: Element }
  | { piece: 'picture'; picture: PastedPicture }
  /** A picture that stands elsewhere, on the web or in a folder. */
  | { piece: 'lost' };

/** What a reader of the source saw, as pieces; its looks are left behind. */
export function piecesOf(markup: Markup): Piece[] {
  const pieces: Piece[] = [];
  let entries = 0;
  walk(markup, { style: { level: null, entry: null }, href: null, ...shown, mark: false, depth: 0 });
  return pieces;

  function walk(node: Markup, around: Around) {
    if (typeof node === 'string') return say(node, around);
    if (isDropped(node)) return;
    if (node.tag === 'br') return void pieces.push({ piece: 'break', style: around.style });
    if (node.tag === 'img') return see(node);
    if (node.tag === 'table' && !isFrame(node)) return void pieces.push({ piece: 'table', table: node });
    const within = inside(node, around, () => (entries += 1));
    const block = blocks.has(node.tag);
    if (block) pieces.push({ piece: 'end' });
    if (node.tag === 'ol' || node.tag === 'ul') number(node, within);
    else for (const child of node.children) walk(child, within);
    if (block) pieces.push({ piece: 'end' });
  }

  // Entries are numbered here, because only the list knows where it starts.
  function number(list: Element, around: Around) {
    const ordered = list.tag === 'ol';
    let next = Number(list.attributes.start ?? 1) || 1;
    for (const child of list.children) {
      if (typeof child === 'string' || child.tag !== 'li') {
        walk(child, around);
        continue;
      }
      const own = Number(child.attributes.value ?? next) || next;
      entries += 1;
      const entry = { name: entries, depth: around.depth, ordered, number: ordered ? own : null };
      walk(child, { ...around, style: { level: null, entry } });
      next = own + 1;
    }
  }

  function say(text: string, { visible, sized, mark, href, style }: Around) {
    if (!visible || !sized) return;
    if (mark) pieces.push({ piece: 'mark', text, style });
    else pieces.push({ piece: 'text', text, href, style });
  }

  function see(image: Element) {
    const picture = pictureOf(image);
    if (picture) pieces.push({ piece: 'picture', picture });
    else if (!isTracker(image)) pieces.push({ piece: 'lost' });
  }
}

/** Whether text is drawn, and with letters of a size; what stands inside may be shown again. */
type Shown = { visible: boolean; sized: boolean };
type Around = Shown & { style: Style; href: string | null; mark: boolean; depth: number };

const shown: Shown = { visible: true, sized: true };

function inside({ tag, attributes }: Element, around: Around, newEntry: () => number): Around {
  const style = attributes.style ?? '';
  const href = attributes.href?.trim();
  return {
    style: styleOf(tag, style, around.style, newEntry),
    href: tag === 'a' ? (href && isLink(href) ? href : null) : around.href,
    ...shownIn(style, around),
    mark: around.mark || /mso-list:\s*ignore/i.test(style),
    depth: around.depth + (tag === 'ol' || tag === 'ul' ? 1 : 0),
  };
}

function styleOf(tag: string, style: string, around: Style, newEntry: () => number): Style {
  const level = /^h([1-6])$/.exec(tag)?.[1] ?? /mso-outline-level:\s*([1-9])/i.exec(style)?.[1];
  const depth = /mso-list:\s*\S+\s+level(\d)/i.exec(style)?.[1];
  return {
    level: level === undefined ? around.level : Number(level),
    entry: depth === undefined ? around.entry : { name: newEntry(), depth: Number(depth), ordered: null, number: null },
  };
}

export const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

// What is no text of the document: code, players, controls, drawings, what was struck out while tracking changes.
const dropped = new Set(
  'area audio button canvas datalist del embed head iframe input link map meta meter noscript object option param progress script select source style svg template textarea title track video xml'.split(
    ' ',
  ),
);

/** Comments of Word with their marks, running heads, and whatever is not shown. */
export function isDropped({ tag, attributes }: Element): boolean {
  const { style = '', class: names = '', id = '' } = attributes;
  if (dropped.has(tag) || /^(v:|w:|m:|mp-|mpv)/.test(tag) || 'hidden' in attributes) return true;
  if (/\bmsocom|MsoComment/.test(names) || /mso-element:\s*(comment|header|footer)/i.test(style)) return true;
  // The frame of a WeChat article is transparent until its own script has run.
  const transparent = /(?:^|[;\s])opacity:\s*0(?![.\d])/i.test(style) && id !== 'js_content';
  return transparent || /display:\s*none|mso-hide:\s*all/i.test(style);
}

function shownIn(style: string, around: Shown): Shown {
  const visibility = /visibility:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const size = /font-size:\s*([\d.]+)/i.exec(style)?.[1];
  return {
    visible: visibility === undefined ? around.visible : visibility === 'visible',
    sized: size === undefined ? around.sized : Number(size) > 0,
  };
}

function pictureOf({ attributes }: Element): PastedPicture | null {
  const [, type, base64] = /^data:image\/(png|jpe?g);base64,([A-Za-z0-9+/=\s]+)$/.exec(attributes.src ?? '') ?? [];
  if (!type || !base64) return null;
  const said = attributes.alt?.trim() ?? '';
  // The names that programs give to pictures tell nobody what is on them.
  const alt = /^(img|image|图片|图像|picture|说明:|descript)/i.test(said) ? '' : said.slice(0, 300);
  return { kind: 'picture', type: type === 'png' ? 'image/png' : 'image/jpeg', base64, alt };
}

const isTracker = ({ attributes: { width = '', height = '', style = '' } }: Element) =>
  [width, height, /width:\s*([\d.]+)/i.exec(style)?.[1] ?? '', /height:\s*([\d.]+)/i.exec(style)?.[1] ?? ''].some(
    (size) => size !== '' && Number.parseFloat(size) <= 2,
  );

/** A table of a single cell is a frame around what stands in it. */
function isFrame(table: Element): boolean {
  let cells = 0;
  const count = (node: Markup) => {
    if (typeof node === 'string' || isDropped(node)) return;
    if (node.tag === 'td' || node.tag === 'th') cells += 1;
    else node.children.forEach(count);
  };
  table.children.forEach(count);
  return cells <= 1;
}
