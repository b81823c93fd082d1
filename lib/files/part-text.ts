import type { Piece, Place } from '@/lib/domain/attachment';
import { isVml, isXml, type OfficePackage } from '@/lib/files/office-package';
import { attributesOf, readXml } from '@/lib/files/xml-events';

/** The text of all parts that no reader of running text or of cells has read: properties, custom data, charts, leftovers. */
export function otherParts(office: OfficePackage, read: ReadonlySet<string>): { pieces: Piece[]; unread: Place[] } {
  const pieces: Piece[] = [];
  const unread: Place[] = [];
  for (const [name, { bytes, contentType }] of office.parts) {
    if (/image\//.test(contentType)) unread.push({ part: 'picture' });
    if (read.has(name) || !isXml(name, contentType) || plumbing.test(name)) continue;
    const lenient = isVml(name, contentType);
    pieces.push({ where: placeOf(name), text: allText(bytes, { lenient, attributes: carriesValues.test(name) }) });
  }
  const links = office.relationships.filter(({ external }) => external).map(({ target }) => linkText(target));
  if (links.length > 0) pieces.push({ where: { part: 'link' }, text: links.join('\n') });
  return { pieces: pieces.filter(({ text }) => text.trim() !== ''), unread: unread.slice(0, 1) };
}

const plumbing =
  /(?:^|\/)_rels\/|^\[Content_Types\]\.xml$|\/(?:theme|styles|stylesWithEffects|fontTable|webSettings|numbering)\d*\.xml$/;
// Parts whose values stand in attributes: caches of pivot tables, variables of a document, custom data, people.
const carriesValues =
  /pivotCache|settings\.xml$|customXml|people|persons|docProps|revisions|users|comments|workbook\.xml$/i;

const placeOf = (name: string): Place =>
  name.startsWith('docProps/')
    ? { part: 'properties' }
    : /comments?\d*\.xml$/i.test(name)
      ? { part: 'comment' }
      : { part: 'inner', path: name };

// Addresses are written with %40 and the like.
function linkText(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Every text of an XML part, each on a line of its own, and its attributes' values where asked. */
export function allText(bytes: Uint8Array, { lenient = false, attributes = false } = {}): string {
  const texts: string[] = [];
  readXml(
    bytes,
    {
      open: (_, raw) => {
        if (!attributes || raw === '') return;
        for (const [name, value] of attributesOf(raw)) if (!technical(name, value)) texts.push(value);
      },
      text: (text) => {
        if (text.trim() !== '') texts.push(text);
      },
    },
    { lenient },
  );
  return texts.join('\n');
}

const technical = (name: string, value: string) =>
  value.length < 2 || name.startsWith('rsid') || /^(?:https?:\/\/schemas|urn:|\{?[0-9A-F]{8}-)/i.test(value);
