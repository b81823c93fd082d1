import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { ItemSnapshot } from '@/lib/documents/item-snapshot';
import type { Grid } from '@/lib/documents/reading/grid';
import { type ExpectedTable, expectedTable, gridOfTable, wordsOf } from '@/lib/documents/reading/items/expected-table';
import { valuesIn } from '@/lib/documents/reading/items/json';
import { sizeName } from '@/lib/documents/reading/items/pdf';
import type { ItemMedium, Shown } from '@/lib/documents/reading/items/reading';
import { asSeen } from '@/lib/documents/reading/look-alikes';
import { waysSoFar } from '@/lib/domain/board/posting';
import type { Day } from '@/lib/domain/calendar/day';
import type { ItemBlock, Run } from '@/lib/domain/items/body';
import type { Validity } from '@/lib/domain/items/content';
import { dayInProse } from '@/lib/text/days';
import { correctedLine, factLines } from '@/lib/text/documents';
import { attachmentLine, itemFacts, itemParts, itemPlace } from '@/lib/text/item-documents';
import { inGroups } from '@/lib/text/public';

/** What the page says and a file of an edition cannot know: whether it holds today, and where it has hung on a board. */
export type Standing = { validity: Validity; endedOn: Day | null; postings: readonly unknown[] };

/** What must be said, and where in the item that is. */
export type ItemStatement = { place: string; piece: string | Grid };

/** All that a file of this kind must say, in order; for a PDF `stretchesInPdf` does. */
export function itemStatements(
  snapshot: ItemSnapshot,
  medium: Exclude<ItemMedium, 'pdf'>,
  standing?: Standing,
): ItemStatement[] {
  switch (medium) {
    case 'docx':
      return onPaper(snapshot);
    case 'html':
      return onPage(snapshot, standing);
    case 'json':
      return valuesIn(snapshot.item).map((piece) => ({ place: piece.split('｜')[0] ?? '', piece }));
  }
}

/** The pictures of a body as a file of this kind names them. */
export async function expectedPictures(
  { item, pictures }: ItemSnapshot,
  medium: ItemMedium,
): Promise<(Shown & { place: string })[]> {
  if (medium === 'json') return [];
  const shown: (Shown & { place: string })[] = [];
  for (const [at, block] of item.body.entries()) {
    if (block.kind !== 'image') continue;
    const { sha256, alt } = block;
    shown.push({ alt, place: itemPlace(block.kind, at + 1), name: await nameOf(sha256) });
  }
  return shown;

  // A page shows the picture that is stored; a file holds one that is fit for paper.
  async function nameOf(hash: string) {
    const bytes = pictures.get(hash)?.bytes ?? Buffer.alloc(0);
    if (medium === 'html') return hash;
    if (medium === 'docx') return createHash('sha256').update(bytes).digest('hex');
    const { width = 0, height = 0 } = await sharp(bytes).metadata();
    return sizeName(width, height);
  }
}

/** The addresses that a body leads to; from words that nobody sees, a file may lead there or not. */
export function expectedLinks({ item: { body } }: ItemSnapshot, medium: ItemMedium): { href: string; seen: boolean }[] {
  if (medium === 'json') return [];
  return body.flatMap(runsOf).flatMap(({ href, text }) => (href ? [{ href, seen: !isUnseen(text) }] : []));
}

const { title: titleName, facts: factsName, signature: signatureName, attachments: filesName } = itemParts;

function onPaper(snapshot: ItemSnapshot): ItemStatement[] {
  return [
    ...abovePaper(snapshot),
    ...bodyPieces(snapshot.item.body),
    ...belowBody(snapshot),
    ...paperFacts(snapshot).map(([label, text]) => ({ place: factsName, piece: `${label}：${text}` })),
  ];
}

/** What stands between two tables is one stretch of text, and tables without a word between them are one. */
export function stretchesInPdf(snapshot: ItemSnapshot): Stretch[] {
  const facts = paperFacts(snapshot).map((row) => row.map((text) => ({ runs: [{ text }] })));
  const parts = [
    ...abovePaper(snapshot),
    ...snapshot.item.body.flatMap((block, at): (ItemStatement | TablePart)[] => {
      const place = itemPlace(block.kind, at + 1);
      return block.kind === 'table'
        ? [{ place, table: expectedTable(block.rows, block.headerRows) }]
        : piecesOf(block).map((piece) => ({ place, piece }));
    }),
    ...belowBody(snapshot),
    { place: factsName, table: expectedTable(facts) },
  ];
  const stretches: Stretch[] = [];
  for (const part of parts) {
    const isTable = 'table' in part;
    if (!isTable && isUnseen(String(part.piece))) continue;
    const last = stretches.at(-1);
    if (last && 'tables' in last && isTable) last.tables.push(part);
    else if (last && 'text' in last && !isTable) last.text += String(part.piece);
    else stretches.push(isTable ? { tables: [part] } : { place: part.place, text: String(part.piece) });
  }
  return stretches;
}

const isUnseen = (text: string) => asSeen(text) === '';

type TablePart = { place: string; table: ExpectedTable };
export type Stretch = { place: string; text: string } | { tables: TablePart[] };

function onPage({ item, indexNumber, firstPublishedOn, facts }: ItemSnapshot, standing?: Standing): ItemStatement[] {
  const ways = waysSoFar(item.ways, standing?.postings ?? []);
  const shown = itemFacts({ ...item, ...standing, ways }, { indexNumber, publishedOn: firstPublishedOn });
  const [number, ...rest] = shown;
  const named: [string, string][] = [...(number ? [number] : []), [itemParts.name, item.title], ...rest];
  return [
    ...named.map(([label, text]) => ({ place: `${factsName}，${label}`, piece: `${label}：${text}` })),
    ...bodyPieces(item.body),
    { place: signatureName, piece: `${item.issuingBody}\n${dayInProse(item.formedOn)}` },
    ...item.attachments.map(({ name }) => ({ place: filesName, piece: name })),
    ...[...item.attachments.map(({ sha256 }) => sha256), facts.sha256].map((hash) => ({
      ...{ place: factsName, piece: inGroups(hash) },
    })),
  ];
}

function abovePaper({ item, facts }: ItemSnapshot): ItemStatement[] {
  return [
    { place: titleName, piece: item.title },
    ...(facts.number > 1 ? [{ place: titleName, piece: correctedLine(facts) }] : []),
  ];
}

const belowBody = ({ item }: ItemSnapshot): ItemStatement[] => [
  ...item.attachments.map(({ name }, at) => ({ place: filesName, piece: attachmentLine(name, at) })),
  ...[item.issuingBody, dayInProse(item.formedOn)].map((piece) => ({ place: signatureName, piece })),
];

const paperFacts = ({ item, indexNumber, firstPublishedOn, facts }: ItemSnapshot) => [
  ...itemFacts(item, { indexNumber, publishedOn: firstPublishedOn }),
  ...factLines(facts),
];

const bodyPieces = (body: readonly ItemBlock[]): ItemStatement[] =>
  body.flatMap((block, at) => piecesOf(block).map((piece) => ({ place: itemPlace(block.kind, at + 1), piece })));

function piecesOf(block: ItemBlock): (string | Grid)[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [wordsOf(block.runs)];
    case 'list':
      return block.entries.map((entry, at) => `${block.ordered ? `${at + 1}. ` : '· '}${wordsOf(entry)}`);
    case 'table':
      return [gridOfTable(expectedTable(block.rows))];
    case 'image':
      return [];
  }
}

const runsOf = (block: ItemBlock): Run[] => {
  if ('runs' in block) return block.runs;
  if (block.kind === 'list') return block.entries.flat();
  return block.kind === 'table' ? block.rows.flat().flatMap(({ runs }) => runs) : [];
};
