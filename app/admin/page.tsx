import type { Metadata } from 'next';
import { DueByField, DueRequestsByPerson, MyBatches, PressingRequests } from '@/app/admin/start-panels';
import { PageHead, Panel } from '@/components/office/panel';
import { Steps } from '@/components/office/steps';
import { type WorkGroup, type WorkRow, WorkTable } from '@/components/office/work-table';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { can } from '@/lib/domain/access';
import { organisationSettings } from '@/lib/domain/organisation';
import { draftOffice } from '@/lib/domain/workflow/revision-office';
import { documentFacts } from '@/lib/server/documents/document-facts';
import { type WorkItem, workList } from '@/lib/server/documents/work';
import { requireActor, type SignedIn } from '@/lib/server/people/session';
import { settingsOf } from '@/lib/server/reports/reports';
import { dayInProse, weekdayName } from '@/lib/text/days';
import { untitled } from '@/lib/text/item-editor';
import { ageWords, dueSentence, holdingNames, nameAndPost } from '@/lib/text/office';
import { stepsOf } from '@/lib/text/progress';
import { doneWords, dueGroup, matterNote, wayTo } from '@/lib/text/work';

export const metadata: Metadata = { title: '待办' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WorkPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!can(actor, 'view')) return <NoWork actor={actor} />;
  const work = await workList(actor);
  const { site } = organisationSettings.parse(await settingsOf(actor.organisationId));
  const { done, id } = await searchParams;
  return (
    <main id="main" className="office-main">
      <PageHead
        title="待办"
        note={`今天是${dayInProse(work.today)}，${weekdayName(work.today)}`}
        aside={can(actor, 'create') && <ButtonLink href="/admin/items/new">新建公开信息</ButtonLink>}
      />
      <div className="grid gap-5">
        <Done move={done} id={id} actor={actor} today={work.today} />
        <PressingRequests actor={actor} />
        {[...work.mine, ...work.others].slice(0, 1).map((item) => (
          <Progress
            key={item.id}
            item={item}
            mine={work.mine.includes(item)}
            today={work.today}
            column={site.reportColumn}
          />
        ))}
        <Panel id="todo" title="要我办的">
          {work.mine.length > 0 ? (
            <WorkTable
              caption="要我办的事项，按期限先后排列"
              groups={groupsOf(work.mine, work.today)}
              today={work.today}
            />
          ) : (
            <p className="p-4">现在没有要您办的事项。</p>
          )}
        </Panel>
        <MyBatches actor={actor} />
        <DueRequestsByPerson actor={actor} today={work.today} />
        <DueByField actor={actor} />
        {work.others.length > 0 && (
          <Panel id="others" title="等别人办">
            <WorkTable
              caption="等别人办的事项"
              groups={[{ label: '在办', rows: work.others.map((item) => rowOf(item, false, work.today)) }]}
              today={work.today}
            />
          </Panel>
        )}
      </div>
    </main>
  );
}

type ProgressProps = { item: WorkItem; mine: boolean; today: string; column: string };

function Progress({ item, mine, today, column }: ProgressProps) {
  const { href, verb } = wayTo(item, mine);
  return (
    <Panel id={`progress-${item.id}`} title={item.title || untitled} aside={item.due && dueSentence(item.due, today)}>
      <div className="grid gap-4 p-4">
        <Steps steps={stepsOf({ ...item, place: item.kind === 'item' ? '公开目录' : `“${column}”栏目` }, today)} />
        <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <a className={mine ? 'button primary' : 'button'} href={href}>
            {verb}
          </a>
          <span className="text-ink-2 text-note">{matterNote(item, today)}</span>
        </p>
      </div>
    </Panel>
  );
}

function groupsOf(items: readonly WorkItem[], today: WorkDay): WorkGroup[] {
  const groups = new Map<string, WorkRow[]>();
  for (const item of items) {
    const label = dueGroup(item.due);
    groups.set(label, [...(groups.get(label) ?? []), rowOf(item, true, today)]);
  }
  return [...groups].map(([label, rows]) => ({ label, rows }));
}

type WorkDay = Awaited<ReturnType<typeof workList>>['today'];

function rowOf(item: WorkItem, mine: boolean, today: WorkDay): WorkRow {
  const { id, status, statusSince, due, waitingFor } = item;
  const title = item.title || untitled;
  const waits = mine || waitingFor.length === 0 ? '' : `等${waitingFor.join('、')}办。`;
  return {
    ...{ id, title, due, note: `${waits}${matterNote(item, today)}` },
    stage: holdingNames[status],
    age: ageWords(statusSince, today),
    ...wayTo(item, mine),
  };
}

type DoneProps = { move: unknown; id: unknown; actor: SignedIn; today: string };

/** What has just been done; the document itself says how it stands. */
async function Done({ move, id, actor, today }: DoneProps) {
  const document = typeof move === 'string' && typeof id === 'string' ? await documentFacts(id, actor) : null;
  if (!document || typeof move !== 'string') return null;
  const { status, title, office, path } = document;
  const words = doneWords({ move, status, title, publishOn: publishOnIn(office), today });
  if (!words) return null;
  return (
    <Notice kind="done" title={words.title} live>
      <p>
        {words.more}
        {status === 'published' && <a href={`/${actor.organisation.slug}/${path}`}>看公开的页面</a>}
      </p>
    </Notice>
  );
}

const publishOnIn = (office: unknown) => draftOffice.safeParse(office).data?.publishOn ?? null;

function NoWork({ actor }: { actor: SignedIn }) {
  return (
    <main id="main" className="office-main">
      <PageHead title="管理" note={nameAndPost(actor.name, actor.post)} />
      <Notice title="管理员不参加文件的起草、审批和签发">
        <p>
          可以管理<a href="/admin/people">人员</a>、<a href="/admin/fields">领域</a>、
          <a href="/admin/catalogue">公开目录</a>、<a href="/admin/organisation">机关信息</a>、
          <a href="/admin/requests/settings">依申请公开的设置</a>和<a href="/admin/letters/wording">文书措辞</a>，查看
          <a href="/admin/trail">操作记录</a>。
        </p>
      </Notice>
    </main>
  );
}
