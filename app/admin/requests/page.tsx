import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { Exports, Pages, Parts } from '@/components/office/register/ways-through';
import { RequestFilterForm } from '@/components/requests/register-filter-form';
import { RequestTable } from '@/components/requests/register-table';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { can, denial } from '@/lib/domain/access';
import { yearOf } from '@/lib/domain/calendar/day';
import {
  type RequestFilter,
  requestFilter,
  requestSearchOf,
  requestStages,
} from '@/lib/domain/requests/register-filter';
import { requireActor } from '@/lib/server/people/session';
import { type RequestRegisterPage, requestChoices, requestRegisterPage } from '@/lib/server/requests/request-register';
import { denialSentence } from '@/lib/text/issues';
import { nonePage, nothingFound, overviewNote } from '@/lib/text/request-pages';
import { countedTitle } from '@/lib/text/request-register';
import { stageNames } from '@/lib/text/request-values';

export const metadata: Metadata = { title: '依申请公开' };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The register of requests. All that is chosen stands in the address, so that a view can be kept and sent on. */
export default async function RequestsPage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'view_requests');
  if (reason) return <NoEntry title="依申请公开" reason={denialSentence(reason)} />;
  const filter = requestFilter.parse(await searchParams);
  const [page, choices] = await Promise.all([requestRegisterPage(filter, actor), requestChoices(actor)]);
  const { rows, total, byDue, today } = page;
  return (
    <main id="main" className="office-main">
      <PageHead
        title="依申请公开"
        note={overviewNote}
        aside={
          <Ways filter={filter} mayHandle={can(actor, 'handle_requests')} maySeeWho={can(actor, 'view_applicants')} />
        }
      />
      <div className="grid gap-5">
        {filter.counted && (
          <Notice title={countedTitle(filter.counted, filter.report ?? yearOf(today))}>
            <p>
              下面是这一格计入的申请，共{total}件。<a href="/admin/requests">看全部申请</a>
            </p>
          </Notice>
        )}
        <Panel id="filter" title="筛选">
          <RequestFilterForm filter={filter} choices={choices} byDue={byDue} />
        </Panel>
        <Panel id="requests" title="申请登记簿" aside={`共${total}件`}>
          <StageLinks filter={filter} page={page} />
          {rows.length === 0 ? (
            <p className="p-4">{total === 0 ? nothingFound : nonePage}</p>
          ) : (
            <RequestTable
              caption="依申请公开登记簿"
              rows={rows}
              today={today}
              seesWho={can(actor, 'view_applicants')}
            />
          )}
        </Panel>
        <Pages before={page.before} after={page.after} to={(beside) => addressOf(filter, beside)} />
      </div>
    </main>
  );
}

type WaysProps = { filter: RequestFilter; mayHandle: boolean; maySeeWho: boolean };

function Ways({ filter, mayHandle, maySeeWho }: WaysProps) {
  const chosen = requestSearchOf({ ...filter, after: null, before: null });
  return (
    <>
      {mayHandle && (
        <>
          <a href="/admin/requests/import">导入登记簿</a>
          <Exports desk="/admin/requests" search={chosen} />
          {maySeeWho && <a href={`/admin/requests/export-applicants${chosen}`}>导出申请人信息</a>}
          <ButtonLink href="/admin/requests/new" primary>
            登记申请
          </ButtonLink>
        </>
      )}
    </>
  );
}

/** How many there are of each stage, each number a way to them. */
function StageLinks({ filter, page: { all, byStage } }: { filter: RequestFilter; page: RequestRegisterPage }) {
  const links = [
    { stage: null, label: '全部', count: all },
    ...requestStages
      .filter((stage) => stage !== 'none')
      .map((stage) => ({ stage, label: stageNames[stage], count: byStage.get(stage) ?? 0 })),
  ];
  return (
    <Parts
      parts={links.map(({ stage, ...link }) => ({
        ...link,
        href: addressOf({ ...filter, stage }),
        chosen: filter.stage === stage,
      }))}
    />
  );
}

/** The first page of the register under a filter, or the one that begins beside a place. */
const addressOf = (filter: RequestFilter, beside: Partial<RequestFilter> = {}) =>
  `/admin/requests${requestSearchOf({ ...filter, after: null, before: null, ...beside })}`;
