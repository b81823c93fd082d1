import { createHash } from 'node:crypto';
import { indexCsv } from '@/lib/documents/open-data/csv';
import { type ZipFile, zipStream } from '@/lib/documents/zip-stream';
import type { Day } from '@/lib/domain/calendar/day';
import { addressOf, type IndexEntry, type IndexHead } from '@/lib/domain/open-data';
import { fileName } from '@/lib/text/documents';
import { archiveFileName, archiveNames, archiveReadme, itemFolder, safeName } from '@/lib/text/open-data';
import { editionName } from '@/lib/text/public';

/** One file of an edition: made of its snapshot, put beside it by the office, shown in its body, or the form of a guide. */
export type ArchivedFile = { bytes: Uint8Array } & (
  | { kind: 'made' | 'form'; extension: string }
  | { kind: 'attachment'; name: string }
  | { kind: 'picture'; sha256: string; extension: string }
);

export type ArchivedEdition = {
  entry: IndexEntry;
  edition: { number: number; title: string; sha256: string; publishedOn: Day };
  /** Whether it is the edition that holds. */
  holds: boolean;
  files: AsyncIterable<ArchivedFile>;
};

export type Archive = {
  head: IndexHead;
  year: number;
  /** From 1. */
  part: number;
  parts: number;
  entries: readonly IndexEntry[];
  /** The editions of those entries, each made when its turn comes. */
  editions: AsyncIterable<ArchivedEdition>;
};

/**
 * One year of an organisation as a ZIP, piece by piece, one file at a time in memory: every edition in every form with its
 * attachments, an index, and a manifest with the SHA-256 of every file. The same editions make the same bytes.
 */
export const writeArchive = (archive: Archive): AsyncGenerator<Uint8Array> => zipStream(filesOf(archive));

type Listed = {
  kind: IndexEntry['kind'];
  title: string;
  indexNumber: string | null;
  address: string;
  edition: number;
  holds: boolean;
  publishedOn: Day;
  /** Of the content that was signed. */
  sha256: string;
  files: { path: string; size: number; sha256: string }[];
};

async function* filesOf({ editions, ...archive }: Archive): AsyncGenerator<ZipFile> {
  const { head, year, part, parts } = archive;
  const root = archiveFileName(head.organisation.name, year, part, parts).replace(/\.zip$/, '');
  const taken = new Set<string>();
  const documents: Listed[] = [];
  for await (const each of editions) {
    const { entry, edition, holds } = each;
    const { kind, indexNumber } = entry;
    const { publishedOn, number, title, sha256 } = edition;
    const address = `${addressOf(head, entry)}/${number}`;
    const listed: Listed = {
      kind,
      title,
      indexNumber,
      address,
      edition: number,
      holds,
      publishedOn,
      sha256,
      files: [],
    };
    documents.push(listed);
    for await (const file of each.files) {
      const path = freePath(pathOf(each, file), taken);
      listed.files.push({ path, size: file.bytes.length, sha256: digestOf(file.bytes) });
      yield { path: `${root}/${path}`, day: publishedOn, bytes: file.bytes };
    }
  }
  const newest =
    documents
      .map(({ publishedOn: day }) => day)
      .sort()
      .at(-1) ?? '1980-01-01';
  for (const [path, text] of besideThem(archive, documents)) {
    yield { path: `${root}/${path}`, day: newest, bytes: Buffer.from(text) };
  }
}

/** What is about the archive as a whole; it comes last, because only then every hash is known. */
function besideThem(archive: Omit<Archive, 'editions'>, documents: readonly Listed[]): [path: string, text: string][] {
  const { head, year, part, parts, entries } = archive;
  const organisation = head.organisation.name;
  const address = addressOf(head, { path: 'data' });
  const index = indexCsv.head(head) + entries.map((entry, at) => indexCsv.entry(entry, head, at)).join('');
  const manifest = { organisation, year, part, parts, address, ...(head.terms && { terms: head.terms }), documents };
  return [
    [archiveNames.index, index],
    [archiveNames.manifest, `${JSON.stringify(manifest, null, 1)}\n`],
    // Without the mark an old editor takes the text for another encoding.
    [archiveNames.readme, `\ufeff${archiveReadme({ organisation, year, part, parts, address, terms: head.terms })}`],
  ];
}

function pathOf({ entry, edition, holds }: ArchivedEdition, file: ArchivedFile): string {
  const { kind, path } = entry;
  const own = kind === 'item' ? [itemFolder(Number(path.slice('items/'.length)), entry.title)] : [];
  const earlier = holds ? [] : [archiveNames.earlier, editionName(edition.number)];
  return [archiveNames.folders[kind], ...own, ...earlier, ...placeOf(edition, file)].join('/');
}

function placeOf({ title, number }: ArchivedEdition['edition'], file: ArchivedFile): string[] {
  switch (file.kind) {
    case 'made':
      return [safeName(fileName(title, number, file.extension))];
    case 'form':
      return [`${archiveNames.form}.${file.extension}`];
    case 'attachment':
      return [archiveNames.attachments, safeName(file.name)];
    case 'picture':
      return [archiveNames.pictures, `${file.sha256}.${file.extension}`];
  }
}

/** Two files may bear one name, or one that a system without capital letters takes for the same. */
function freePath(path: string, taken: Set<string>): string {
  const [, stem = path, extension = ''] = /^(.*?)(\.[^./]+)?$/s.exec(path) ?? [];
  let free = path;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${stem}（${n}）${extension}`;
  taken.add(free.toLowerCase());
  return free;
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
