import { type ColumnKey, columnKeys, importColumns } from '@/lib/domain/items/import-columns';
import { declarations } from '@/lib/domain/workflow/secrecy';
import { batchDesk } from '@/lib/server/batches/batches';
import { type BatchRequest, moveBatch } from '@/lib/server/batches/move-batch';
import { proofBatch } from '@/lib/server/batches/proof-batch';
import { now, today } from '@/lib/server/clock';
import { sheetOf, uploadSheet, wantImport } from '@/lib/server/sheets/import-sheets';
import { workOnSheet } from '@/lib/server/sheets/work-on-sheet';
import type { People } from '@/lib/server/testing/the-way';
import { xlsxOf } from '@/lib/sheets/write-xlsx';

type Line = { what: string; aim: number; runs: number; work: () => Promise<unknown> };

const count = 10_000;
const few = 500;

/**
 * A list of 10,000 past items from the bytes of its workbook to the drafts, and on to whoever signs; and the whole way of
 * 500 to the public, every row made in all its forms and read back, with its own revisions, decisions and publications.
 */
export function importLines(people: People): Line[] {
  let lists = 0;
  const batches: string[] = [];
  return [
    {
      what: 'looking through and importing 10,000 rows',
      aim: 15_000,
      runs: 1,
      async work() {
        lists += 1;
        batches.push(...(await imported(lists, count, people)));
      },
    },
    {
      // Sent back at last: a server would otherwise read ten thousand rows beside what is measured next.
      what: 'submitting, approving and sending back 10,000 rows',
      aim: 60_000,
      runs: 1,
      work: () => moveAll(batches.pop() ?? '', ['submit', 'approve', 'send_back'], people),
    },
    {
      what: 'all the way of 500 rows to the public, each made and read back',
      aim: 60_000,
      runs: 1,
      async work() {
        lists += 1;
        const [batch = ''] = await imported(lists, few, people);
        await moveAll(batch, ['submit', 'approve'], people);
        const begun = performance.now();
        await proofBatch(batch, { within: Number.POSITIVE_INFINITY });
        console.log(`proof-reading ${few} rows: ${Math.round(performance.now() - begun)} ms`);
        await moveAll(batch, ['sign_off'], people);
      },
    },
  ];
}

async function imported(list: number, rows: number, { drafter }: People): Promise<string[]> {
  const bytes = await aWorkbook(list, rows);
  const id = await uploadSheet({ fileName: '历史信息.xlsx', bytes }, drafter);
  await workOnSheet(id);
  await wantImport({ id }, drafter);
  await workOnSheet(id);
  const sheet = await sheetOf(id, drafter);
  if (sheet?.done !== rows) throw new Error(`${sheet?.done} of ${rows} rows were imported`);
  return sheet.batches.map((batch) => batch.id);
}

async function moveAll(batch: string, moves: readonly (keyof typeof movers)[], people: People) {
  for (const move of moves) {
    const begun = performance.now();
    await moveOn(batch, move, people);
    console.log(`${move}: ${Math.round(performance.now() - begun)} ms`);
  }
}

const movers = {
  submit: 'drafter',
  approve: 'section_leader',
  send_back: 'principal_leader',
  sign_off: 'principal_leader',
} as const;

async function moveOn(id: string, move: keyof typeof movers, people: People) {
  const person = people[movers[move]];
  const desk = await batchDesk({ id, after: null, open: false }, person);
  const secrecy = { result: 'public' as const, by: '孙某', at: today(), statement: '没有涉密内容。' };
  const request: BatchRequest = { id, move, number: desk?.number ?? 0, note: '同意', secrecy, declarations };
  await moveBatch({ ...request, sha256: desk?.covered?.sha256 }, { ...person, confirmedAt: now() });
}

async function aWorkbook(list: number, count: number): Promise<Uint8Array> {
  async function* rows() {
    for (let at = 0; at < count; at += 1_000) {
      yield Array.from({ length: Math.min(1_000, count - at) }, (_, n) => {
        const row = rowOf(list, at + n);
        return columnKeys.map((key) => row[key] ?? '');
      });
    }
  }
  const columns = columnKeys.map((key) => ({ head: importColumns[key].head, width: 20 }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxOf('历史信息', columns, rows())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const nodes = ['社会救助', '民生政策', '规范性文件', '财政预算决算', '突发公共事件', '土地征收'];
const paragraph = '按照上级部署，镇民政所会同各行政村对申报对象逐户核对，对符合条件的予以公示，公示期七天。';

function rowOf(list: number, n: number): Partial<Record<ColumnKey, string>> {
  const [month, day] = [String(1 + (n % 12)).padStart(2, '0'), String(1 + (n % 28)).padStart(2, '0')];
  return {
    title: `柳河镇2015年第${list}册第${n}号农村低保、特困人员审批结果公示`,
    body: `${paragraph}\n第${n}号涉及${n % 90}户。\n${paragraph.repeat(1 + (n % 6))}`,
    node: nodes[n % nodes.length],
    formedOn: `2015-${month}-${day}`,
    publishedOn: `2015年12月${1 + (n % 28)}日`,
    place: '镇政务公开栏',
    documentNumber: n % 3 === 0 ? `柳政[2015]${n + 1}号` : '',
  };
}
