import { Panel } from '@/components/office/panel';
import { BatchTable } from '@/components/office/register/batch-table';
import { DueNumbers } from '@/components/office/register/due-fields';
import { batchList } from '@/lib/server/batches';
import { dueItems } from '@/lib/server/register';
import type { SignedIn } from '@/lib/server/session';

/** Batches of past items that wait for the person. */
export async function MyBatches({ actor }: { actor: SignedIn }) {
  const mine = (await batchList(actor)).filter((batch) => batch.mine);
  if (mine.length === 0) return null;
  return (
    <Panel id="batches" title="要我办的导入批次" aside={<a href="/admin/batches">全部批次</a>}>
      <BatchTable caption="要我办的导入批次" batches={mine} />
    </Panel>
  );
}

/** What is due and overdue, by field, in numbers that lead to it. */
export async function DueByField({ actor }: { actor: SignedIn }) {
  const fields = await dueItems(actor);
  if (fields.length === 0) return null;
  return (
    <Panel id="due" title="公开信息的期限" aside={<a href="/admin/items/due">期限一览</a>}>
      <ul className="grid gap-1 p-4">
        {fields.map((field) => (
          <li key={field.fieldId} className="flex flex-wrap gap-x-4">
            <span>{field.name}</span>
            <DueNumbers field={field} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
