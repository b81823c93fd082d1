import { Panel } from '@/components/office/panel';
import { BatchTable } from '@/components/office/register/batch-table';
import { DueNumbers } from '@/components/office/register/due-fields';
import { DuePeople } from '@/components/requests/due-people';
import { Notice } from '@/components/ui/notice';
import { can } from '@/lib/domain/access';
import { batchList } from '@/lib/server/batches/batches';
import { dueItems } from '@/lib/server/items/register';
import type { SignedIn } from '@/lib/server/people/session';
import { dueRequests, pressingRequests } from '@/lib/server/requests/request-due';
import { pressingWords } from '@/lib/text/request-pages';

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

/** Says first what presses: those of the person where they see to requests, else all of the office. */
export async function PressingRequests({ actor }: { actor: SignedIn }) {
  const pressing = await pressingRequests(actor);
  if (!pressing || pressing.overdue + pressing.today + pressing.soon === 0) return null;
  const late = pressing.overdue + pressing.today > 0;
  const whose = can(actor, 'handle_requests') ? '您经办的公开申请' : '公开申请';
  return (
    <Notice kind={late ? 'stop' : 'check'} title={`${whose}：${pressingWords(pressing)}`}>
      <p>
        <a href={`/admin/requests?${can(actor, 'handle_requests') ? `handler=${actor.id}&` : ''}sort=due`}>
          去看，先到期的在前
        </a>
      </p>
    </Notice>
  );
}

/** Requests that are due and overdue, by person, the most pressing first. */
export async function DueRequestsByPerson({ actor, today }: { actor: SignedIn; today: string }) {
  if (!can(actor, 'view_requests')) return null;
  const people = await dueRequests(actor);
  return (
    <Panel id="due-requests" title="依申请公开" aside={<a href="/admin/requests">申请登记簿</a>}>
      {people.length === 0 ? (
        <p className="p-4">
          5个工作日以内没有到期的申请。收到申请（包括口头提出的），当天
          {can(actor, 'handle_requests') ? <a href="/admin/requests/new">登记</a> : '登记'}。
        </p>
      ) : (
        <DuePeople people={people} today={today} />
      )}
    </Panel>
  );
}
