import {
  below,
  type Element,
  elementsOf,
  hasClass,
  linksIn,
  picturesIn,
  piecesIn,
  textOf,
} from '@/lib/documents/reading/items/markup';
import type { ItemReading } from '@/lib/documents/reading/items/reading';

/** Reads an item on its public page: facts, heading, body, signature, names of its attachments, and hashes. */
export async function readItemHtml(file: Uint8Array): Promise<ItemReading> {
  const page = elementsOf(Buffer.from(file).toString('utf8'));
  const article = page.find((element) => hasClass(element, 'item-page'));
  if (!article) throw new Error('the page holds no item');
  const inside = below(article);
  const called = (name: string) => inside.filter((element) => hasClass(element, name));
  const attachments = called('item-files').flatMap((section) =>
    below(section).filter(({ tagName }) => tagName === 'a'),
  );
  return {
    title: inside
      .filter(({ tagName }) => tagName === 'h1')
      .map(textOf)
      .join('\n'),
    pieces: [
      ...called('item-facts').flatMap(factsIn),
      ...called('item-prose').flatMap(piecesIn),
      ...called('signature').map(textOf),
      ...attachments.map(textOf),
      ...called('hash').map(textOf),
    ],
    pictures: called('item-prose').flatMap((prose) => picturesIn(prose, hashIn)),
    links: called('item-prose').flatMap(linksIn),
  };
}

/** A stored picture or file is found under its hash. */
const hashIn = (address: string) => /\/([0-9a-f]{64})\//.exec(address)?.[1] ?? address;

/** Label and value of each fact. */
function factsIn(table: Element): string[] {
  const cells = below(table).filter(({ tagName }) => tagName === 'th' || tagName === 'td');
  return cells.flatMap((cell, at) => {
    const value = cells[at + 1];
    return cell.tagName === 'th' ? [`${textOf(cell)}：${value?.tagName === 'td' ? textOf(value) : ''}`] : [];
  });
}
