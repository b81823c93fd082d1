import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { RegisterFilterForm } from '@/components/office/register/register-filter-form';
import { RegisterTable } from '@/components/office/register/register-table';
import { Exports, Pages, Parts } from '@/components/office/register/ways-through';
import { ButtonLink } from '@/components/ui/button';
import { can, denial } from '@/lib/domain/access';
import { type RegisterFilter, registerFilter, searchOf } from '@/lib/domain/items/register-filter';
import { statuses } from '@/lib/domain/workflow/moves';
import { type RegisterPage, registerChoices, registerPage } from '@/lib/server/items/register';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';
import { statusNames } from '@/lib/text/statuses';

export const metadata: Metadata = { title: '公开信息' };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The register. All that is chosen stands in the address, so that a view can be kept and sent on. */
export default async function ItemsPage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return <NoEntry title="公开信息" reason={denialSentence(reason)} />;
  const filter = registerFilter.parse(await searchParams);
  const [page, choices] = await Promise.all([registerPage(filter, actor), registerChoices(actor)]);
  const { rows, total, byDue, today } = page;
  return (
    <main id="main" className="office-main">
      <PageHead
        title="公开信息"
        note="每条信息在公开目录里有一个位置，经分管领导审批、主要领导签发后公开。"
        aside={<Ways mayCreate={can(actor, 'create')} filter={filter} />}
      />
      <div className="grid gap-5">
        <Panel id="filter" title="筛选">
          <RegisterFilterForm filter={filter} choices={choices} byDue={byDue} />
        </Panel>
        <Panel id="items" title={filter.batch ? '这个批次的信息' : '信息登记簿'} aside={`共${total}条`}>
          <StatusLinks filter={filter} page={page} />
          {rows.length === 0 ? (
            <p className="p-4">
              {total === 0 ? '没有符合这些条件的信息。放宽一个条件再看。' : '这一页没有信息，回到第一页再看。'}
            </p>
          ) : (
            <RegisterTable caption="公开信息登记簿" rows={rows} today={today} />
          )}
        </Panel>
        <Pages before={page.before} after={page.after} to={(beside) => addressOf(filter, beside)} />
      </div>
    </main>
  );
}

function Ways({ mayCreate, filter }: { mayCreate: boolean; filter: RegisterFilter }) {
  return (
    <>
      <a href="/admin/items/due">期限一览</a>
      <a href="/admin/board">公告栏</a>
      <a href="/admin/batches">导入批次</a>
      {mayCreate && <a href="/admin/items/import">导入历史信息</a>}
      <Exports desk="/admin/items" search={searchOf({ ...filter, after: null, before: null })} />
      {mayCreate && (
        <ButtonLink href="/admin/items/new" primary>
          新建公开信息
        </ButtonLink>
      )}
    </>
  );
}

/** How many there are of each state, each number a way to them. */
function StatusLinks({ filter, page: { all, byStatus } }: { filter: RegisterFilter; page: RegisterPage }) {
  const links = [
    { status: null, label: '全部', count: all },
    ...statuses.map((status) => ({ status, label: statusNames[status], count: byStatus.get(status) ?? 0 })),
  ];
  return (
    <Parts
      parts={links.map(({ status, ...link }) => ({
        ...link,
        href: addressOf({ ...filter, status }),
        chosen: filter.status === status,
      }))}
    />
  );
}

/** The first page of the register under a filter, or the one that begins beside a place. */
const addressOf = (filter: RegisterFilter, beside: Partial<RegisterFilter> = {}) =>
  `/admin/items${searchOf({ ...filter, after: null, before: null, ...beside })}`;
