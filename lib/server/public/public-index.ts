import 'server-only';
import { type IndexExtension, indexFormats } from '@/lib/documents/open-data/index-formats';
import { indexEntries, indexHead } from '@/lib/server/public/public-data';

/** The index of all that an organisation has made public, piece by piece; null where there is no such organisation. */
export async function publicIndex(slug: string, extension: IndexExtension): Promise<AsyncGenerator<string> | null> {
  const head = await indexHead(slug);
  return head && written(head, extension);
}

async function* written(
  head: NonNullable<Awaited<ReturnType<typeof indexHead>>>,
  extension: IndexExtension,
): AsyncGenerator<string> {
  const writer = indexFormats[extension];
  yield writer.head(head);
  let position = 0;
  for await (const entry of indexEntries(head.organisationId)) {
    yield writer.entry(entry, head, position);
    position += 1;
  }
  if (writer.tail) yield writer.tail;
}
