import { denial } from '@/lib/domain/access';
import { registerChoices } from '@/lib/server/items/register';
import { requireActor } from '@/lib/server/people/session';
import { sheetDownload, sheetFormatOf } from '@/lib/sheets/download';
import { csvOf } from '@/lib/sheets/write-csv';
import { writeTemplate } from '@/lib/sheets/write-template';
import { templateColumns, templateWords } from '@/lib/text/import-template';
import { denialSentence } from '@/lib/text/issues';

/** The list to fill in, with what can be chosen in this organisation. As CSV it has the heads and the example alone. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const reason = denial(actor, 'create');
  if (reason) return new Response(denialSentence(reason), { status: 403 });
  const { nodes, fields } = await registerChoices(actor);
  const columns = templateColumns({
    nodes: nodes.filter(({ closed }) => !closed).map(({ label }) => label),
    classes: nodes.filter(({ kind, closed }) => kind === 'own' && !closed).map(({ label }) => label),
    fields: fields.filter(({ closed }) => !closed).map(({ name }) => name),
  });
  const format = sheetFormatOf(request);
  const { name, ...words } = templateWords;
  const bytes =
    format === 'csv' ? await csvTemplate(columns) : await writeTemplate({ ...words, columns, rows: 20_000 });
  return sheetDownload(name, format, bytes);
}

async function csvTemplate(columns: readonly { head: string; example: string }[]) {
  async function* example() {
    yield [columns.map(({ example: text }) => text)];
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of csvOf(
    columns.map(({ head }) => head),
    example(),
  ))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
