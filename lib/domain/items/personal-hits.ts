import { type AttachmentText, type Place, placeAt } from '@/lib/domain/attachment';
import { textOfBlock } from '@/lib/domain/items/body';
import type { OpenItem } from '@/lib/domain/items/item-of';
import { findMasked, type ToldMask } from '@/lib/domain/personal-data/find-masked';
import { findPersonalData } from '@/lib/domain/personal-data/find-personal-data';
import { type Hit, type PersonalDataType, surroundings, type Why } from '@/lib/domain/personal-data/hit';
import { type MaskStyle, maskHit, usualMask } from '@/lib/domain/personal-data/mask';

/** Where in an item a hit stands. A link is told by its address. */
export type HitPlace =
  | { in: 'field'; field: 'title' | 'issuingBody' | 'correctionNote' | 'importedFrom' }
  | { in: 'body'; block: string; start: number; end: number }
  | { in: 'link'; block: string }
  | { in: 'name'; sha256: string }
  | { in: 'file'; sha256: string; place: Place };

type Told = { type: PersonalDataType; why: Why; text: string; before: string; after: string };

/** A hit with its surroundings, what would stand there masked, and the finding that a reason or a mask settles. */
export type ItemHit = Told & { key: string; masked: string; place: HitPlace };

/**
 * What was found in a stored file, once for all its pages; `unread` counts what only an eye can read, and of what is masked
 * the first few are told.
 */
export type FileReading = {
  hits: readonly (Told & { list?: string; place: Place })[];
  unread: number;
  masked: readonly (ToldMask & { place: Place })[];
};

// Nobody looks at more of them, and an editor is sent them all.
const mostMasked = 50;

/** Reads through what a file says. */
export function readingOf({ pieces, unread }: AttachmentText, allow: readonly string[]): FileReading {
  const hits = pieces.flatMap((piece, at) =>
    findPersonalData(piece.text, { allow }).map((hit) => {
      const list = hit.list === undefined ? {} : { list: `${at}.${hit.list}` };
      return { ...told(hit, piece.text), ...list, place: placeAt(piece, hit.start) };
    }),
  );
  const masked = pieces.flatMap((piece) =>
    findMasked(piece.text)
      .slice(0, mostMasked)
      .map(({ text, start, end }) => {
        const { before, after } = surroundings(piece.text, { start, end });
        return { text, before, after, place: placeAt(piece, start) };
      }),
  );
  return { hits, unread: unread.length, masked: masked.slice(0, mostMasked) };
}

type Beside = { allow: readonly string[]; files: ReadonlyMap<string, FileReading>; mask?: MaskStyle };
type Found = Told & { list?: string; place: HitPlace };

/** All that looks like personal data in what would become public. */
export function itemHits(item: OpenItem, { allow, files, mask = usualMask }: Beside): ItemHit[] {
  const find = (text: string, placed: (hit: Hit) => HitPlace): Found[] =>
    findPersonalData(text, { allow }).map((hit) => {
      const list = hit.list === undefined ? {} : { list: String(hit.list) };
      return { ...told(hit, text), ...list, place: placed(hit) };
    });
  const fields = { title: item.title, issuingBody: item.issuingBody, correctionNote: item.correctionNote ?? '' };
  const found = [
    ...Object.entries({ ...fields, importedFrom: item.importedFrom?.place ?? '' }).flatMap(([field, text]) =>
      find(text, () => ({ in: 'field', field: field as keyof typeof fields })),
    ),
    ...inBody(item, find),
    ...item.attachments.flatMap(({ name, sha256 }) => [
      ...find(name, () => ({ in: 'name', sha256 })),
      ...(files.get(sha256)?.hits ?? []).map(
        (hit): Found => ({ ...hit, place: { in: 'file', sha256, place: hit.place } }),
      ),
    ]),
  ];
  return keyed(found).map(({ list: _, ...hit }) => ({ ...hit, masked: maskHit(hit, mask) }));
}

const told = (hit: Hit, text: string): Told => {
  const { before, after } = surroundings(text, hit);
  return { type: hit.type, why: hit.why, text: hit.text, before, after };
};

// A list of names may run through several paragraphs, so the body is read as one text.
function inBody({ body }: OpenItem, find: (text: string, placed: (hit: Hit) => HitPlace) => Found[]): Found[] {
  let end = -1;
  const blocks = body.map((block) => {
    const start = end + 1;
    end = start + textOfBlock(block).length;
    return { id: block.id, start };
  });
  const whole = body.map(textOfBlock).join('\n');
  const inText = find(whole, (hit) => {
    const block = blocks.findLast(({ start }) => start <= hit.start) ?? { id: '', start: 0 };
    return { in: 'body', block: block.id, start: hit.start - block.start, end: hit.end - block.start };
  });
  const links = body.flatMap((block) =>
    runsOf(block).flatMap(({ href }) => (href ? find(href, () => ({ in: 'link', block: block.id })) : [])),
  );
  return [...inText, ...links];
}

function runsOf(block: OpenItem['body'][number]) {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.runs;
    case 'list':
      return block.entries.flat();
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.runs));
    case 'image':
      return [];
  }
}

// So many different texts of one kind in one place are settled together, and so are the names of one list.
const singly = 10;

/**
 * A reason is kept under the key of what it settles: place, kind and what was found there, so that a new number needs a new
 * reason. The key goes into the trail, where nothing of a citizen may stand: of the text it bears 32 bits of a hash.
 */
function keyed<Each extends Found>(found: readonly Each[]): (Each & { key: string })[] {
  const bundles = new Map<string, Each[]>();
  for (const hit of found) {
    const bundle = `${placeName(hit.place)}:${hit.type}`;
    bundles.set(bundle, [...(bundles.get(bundle) ?? []), hit]);
  }
  return [...bundles].flatMap(([bundle, hits]) => {
    const texts = new Set(hits.map(({ text }) => text));
    const together = (members: readonly Each[]) => [...new Set(members.map(({ text }) => text))].sort().join('\n');
    return hits.map((hit) => {
      const listed = hit.list === undefined ? null : hits.filter(({ list }) => list === hit.list);
      const about = listed ? together(listed) : texts.size > singly ? together(hits) : hit.text;
      return { ...hit, key: `I-PERSONAL:${bundle}:${mark(about)}` };
    });
  });
}

function placeName(place: HitPlace): string {
  switch (place.in) {
    case 'field':
      return place.field;
    case 'body':
    case 'link':
      return 'body';
    case 'name':
    case 'file':
      return `${place.in}-${place.sha256.slice(0, 8)}`;
  }
}

/** FNV-1a, 32 bits: tells a document's hits apart and gives nothing away. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
