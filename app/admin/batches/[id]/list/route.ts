import { batchDesk, batchLines } from '@/lib/server/batches/batches';
import { requireActor, type SignedIn } from '@/lib/server/people/session';
import { sheetDownload } from '@/lib/sheets/download';
import { xlsxOf } from '@/lib/sheets/write-xlsx';
import { batchListColumns, batchListName } from '@/lib/text/batches';
import { attributeNames } from '@/lib/text/items';

type Route = { params: Promise<{ id: string }> };

/** Every row of a batch with its hash: from it the hash of the batch can be counted out. */
export async function GET(_: Request, { params }: Route): Promise<Response> {
  const [actor, { id }] = [await requireActor(), await params];
  if (!(await batchDesk({ id, after: null, open: false }, actor))) return new Response(null, { status: 404 });
  const written = xlsxOf(batchListName, batchListColumns, linesOf(id, actor));
  return sheetDownload(batchListName, 'xlsx', written);
}

async function* linesOf(id: string, actor: SignedIn) {
  let number = 0;
  for await (const rows of batchLines(id, actor)) {
    yield rows.map((row) => {
      number += 1;
      const { path, title, node, formedOn, documentNumber, attribute, indexNumber, sha256 } = row;
      const facts = [path, title, node, formedOn ?? '', documentNumber, attributeNames[attribute], indexNumber ?? ''];
      return [String(number), ...facts, sha256 ?? ''];
    });
  }
}
