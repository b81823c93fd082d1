import type { Piece, Place } from '@/lib/domain/attachment';
import { humanAttributes } from '@/lib/files/human-attributes';
import type { OfficePackage } from '@/lib/files/office-package';
import { attribute, readXml } from '@/lib/files/xml-events';

// What the content type of a part says that it is; every other part is read by partText.
const flows: [pattern: RegExp, place: Place][] = [
  [/\.header\+xml$/, { part: 'header' }],
  [/\.footer\+xml$/, { part: 'footer' }],
  [/\.(?:footnotes|endnotes)\+xml$/, { part: 'footnote' }],
  [/\.comments\+xml$/, { part: 'comment' }],
];

/** The parts of a DOCX that are running text, and their text: the body by paragraphs, what was deleted by itself. */
export function docxText({ parts, main }: OfficePackage): { pieces: Piece[]; read: Set<string> } {
  const pieces: Piece[] = [];
  const read = new Set<string>();
  for (const [name, { bytes, contentType }] of parts) {
    const place = name === main ? bodyPlace : flows.find(([pattern]) => pattern.test(contentType))?.[1];
    if (!place) continue;
    read.add(name);
    const flow = flowOf(bytes);
    const spots = name === main ? flow.spots : undefined;
    pieces.push({ where: place, text: flow.text, ...(spots ? { spots } : {}) });
    if (flow.deleted !== '') pieces.push({ where: { part: 'deleted' }, text: flow.deleted });
    if (flow.markup !== '') pieces.push({ where: { part: 'markup' }, text: flow.markup });
  }
  return { pieces, read };
}

const bodyPlace: Place = { part: 'paragraph', paragraph: 1 };
const spoken = new Set(['t', 'instrText']);
const crossedOut = new Set(['delText', 'delInstrText']);

type Flow = { text: string; deleted: string; markup: string; spots: { start: number; place: Place }[] };

/**
 * The text of a part. Cells end with a tab, rows and paragraphs outside tables with a line break; hidden runs (w:vanish)
 * stand where they are and are named hidden. What was moved away (w:moveFrom) counts as deleted.
 */
function flowOf(bytes: Uint8Array): Flow {
  const text: string[] = [];
  const flow: Flow = { text: '', deleted: '', markup: '', spots: [] };
  let [length, paragraph, cells, movedAway] = [0, 0, 0, 0];
  let [inText, inDeleted, hidden, inRun] = [false, false, false, false];
  const add = (some: string) => {
    text.push(some);
    length += some.length;
  };
  const spot = () => {
    const part = hidden ? 'hidden' : 'paragraph';
    const last = flow.spots.at(-1)?.place;
    if (last?.part === part && 'paragraph' in last && last.paragraph === paragraph) return;
    flow.spots.push({ start: length, place: { part, paragraph } });
  };
  readXml(bytes, {
    open: (name, attributes) => {
      inText = spoken.has(name);
      inDeleted = crossedOut.has(name);
      if (name === 'p') paragraph += 1;
      if (name === 'tc') cells += 1;
      if (name === 'r') [inRun, hidden] = [true, false];
      if (inRun && (name === 'vanish' || name === 'webHidden'))
        hidden = !/^(?:0|false|off)$/.test(attribute(attributes, 'val'));
      if (name === 'moveFrom') movedAway += 1;
      if (name === 'tab' && inRun) add('\t');
      if (name === 'br' || name === 'cr') add('\n');
      if (name === 'noBreakHyphen') add('-');
      flow.markup += humanAttributes(name, attributes);
    },
    text: (some) => {
      if (inDeleted || (inText && movedAway > 0)) flow.deleted += some;
      else if (inText) {
        spot();
        add(some);
      }
    },
    close: (name) => {
      [inText, inDeleted] = [false, false];
      if (name === 'r') [inRun, hidden] = [false, false];
      if (name === 'moveFrom') movedAway -= 1;
      if (name === 'p') {
        add(cells > 0 ? ' ' : '\n');
        if (flow.deleted !== '' && !flow.deleted.endsWith('\n')) flow.deleted += '\n';
      }
      if (name === 'tc') {
        cells -= 1;
        add('\t');
      }
      if (name === 'tr') add('\n');
    },
  });
  return { ...flow, text: text.join('') };
}
