import { requireActor, type SignedIn } from '@/lib/server/people/session';
import { type FaultyRow, faultyRowsOf } from '@/lib/server/sheets/import-sheets';
import { sheetDownload } from '@/lib/sheets/download';
import { xlsxOf } from '@/lib/sheets/write-xlsx';
import { columnName, faultColumns, faultListName, faultSentence } from '@/lib/text/import';

type Route = { params: Promise<{ id: string }> };

/** What is wrong with a list, to be worked through beside it. */
export async function GET(_: Request, { params }: Route): Promise<Response> {
  const [actor, { id }] = [await requireActor(), await params];
  if (!(await faultyRowsOf({ id, after: 0 }, actor))) return new Response(null, { status: 404 });
  const written = xlsxOf(faultListName, faultColumns, linesOf(id, actor));
  return sheetDownload(faultListName, 'xlsx', written);
}

async function* linesOf(id: string, actor: SignedIn) {
  for (let after: number | null = 0; after !== null; ) {
    const found: Awaited<ReturnType<typeof faultyRowsOf>> = await faultyRowsOf({ id, after }, actor);
    yield (found?.rows ?? []).flatMap(linesOfRow);
    after = found?.next ?? null;
  }
}

const linesOfRow = ({ number, title, faults }: FaultyRow) =>
  faults.map((fault) => [String(number), title, columnName(fault.column), fault.value, faultSentence(fault)]);
