import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead } from '@/components/office/panel';
import { DueFields } from '@/components/office/register/due-fields';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { today } from '@/lib/server/clock';
import { dueItems } from '@/lib/server/items/register';
import { requireActor } from '@/lib/server/people/session';
import { dayInProse, weekdayName } from '@/lib/text/days';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '期限一览' };

/** What must be public by now or within five working days, by field. */
export default async function DuePage() {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return <NoEntry title="期限一览" reason={denialSentence(reason)} />;
  const [fields, day] = [await dueItems(actor), today()];
  return (
    <main id="main" className="office-main">
      <PageHead
        title="期限一览"
        above={<a href="/admin/items">公开信息</a>}
        note={`今天是${dayInProse(day)}，${weekdayName(day)}。主动公开的信息，自形成或者变更之日起20个工作日以内公开，目录另有时限的按目录。`}
      />
      <div className="grid gap-5">
        {fields.length === 0 && <Notice kind="done" title="没有逾期的，5个工作日以内也没有到期的。" />}
        <DueFields fields={fields} today={day} />
      </div>
    </main>
  );
}
