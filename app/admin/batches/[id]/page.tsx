import type { Metadata } from 'next';
import { DecideBatch, SubmitBatch, TakeBackBatch, TakeOut } from '@/app/admin/batches/[id]/forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { BatchRows } from '@/components/office/register/batch-rows';
import { StatusTag } from '@/components/report/status-tag';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { type BatchDesk, batchDesk } from '@/lib/server/batches/batches';
import { now } from '@/lib/server/clock';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { requireActor, type SignedIn } from '@/lib/server/people/session';
import { batchDecisionLine, batchDoneWords, batchTitle } from '@/lib/text/batches';
import { denialSentence, sentence } from '@/lib/text/issues';
import { hashGroups } from '@/lib/text/office';

export const metadata: Metadata = { title: '导入批次' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A batch of past items: every row, the hash over them, and what is to be decided on all at once. */
export default async function BatchPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return <NoEntry title="导入批次" reason={denialSentence(reason)} />;
  const [{ id }, { after, open, done }] = [await params, await searchParams];
  const place = typeof after === 'string' && /^[0-9a-f-]{36}$/.test(after) ? after : null;
  const desk = await batchDesk({ id, after: place, open: open === '1' }, actor);
  if (!desk) return <NoEntry title="导入批次" reason={sentence({ code: 'not_found' })} />;
  const said = typeof done === 'string' && Object.hasOwn(batchDoneWords, done) ? batchDoneWords[done] : undefined;
  return (
    <main id="main" className="office-main">
      <PageHead
        title={batchTitle(desk.field, desk.importedAt)}
        above={
          <>
            <a href="/admin/items">公开信息</a> › <a href="/admin/batches">导入批次</a>
          </>
        }
        note={`${desk.by}从“${desk.fileName}”导入${desk.imported}条，现有${desk.total}条，都是历史信息。`}
        aside={
          <>
            <StatusTag status={desk.status} />
            <a href={`/admin/batches/${id}/list`} download>
              下载清单（XLSX）
            </a>
          </>
        }
      />
      <div className="grid gap-5">
        {said && (
          <Notice kind="done" title={said.title} live>
            {said.more && <p>{said.more}</p>}
          </Notice>
        )}
        <Covered desk={desk} />
        <Decision desk={desk} actor={actor} />
        <Rows desk={desk} only={open === '1'} first={place === null} />
        <Decided desk={desk} />
      </div>
    </main>
  );
}

function Covered({ desk: { covered } }: { desk: BatchDesk }) {
  if (!covered) return null;
  return (
    <Panel id="hash" title="批次校验码" aside={`涵盖${covered.rows}条`}>
      <div className="grid gap-1 p-4">
        <p className="break-all font-mono">{hashGroups(covered.sha256)}</p>
        <p className="text-ink-2 text-note">
          由每条信息的地址和内容校验码依次算出。审批和签发认这个校验码，任何一条有改动，它都会变。
        </p>
      </div>
    </Panel>
  );
}

/** What the actor is to decide, or why they cannot. */
function Decision({ desk, actor }: { desk: BatchDesk; actor: SignedIn }) {
  const { id, number, status, covered, total, open, may, moves, today, declarations: asked } = desk;
  const why = (move: keyof typeof may) => (may[move] === null ? null : denialSentence(may[move]));
  if (total === 0) return <Notice title="批次里没有信息了" />;
  if (status === 'draft') {
    if (may.submit === 'role_missing') return null;
    const cannot = why('submit') ?? (open > 0 ? `还有${open}条有问题，改好或者移出批次后才能送审。` : null);
    return (
      <Panel id="submit" title="整批送审">
        <SubmitBatch {...{ id, number, today, asked, cannot }} person={actor.name} />
      </Panel>
    );
  }
  if (!covered) return null;
  const { sha256 } = covered;
  const next = status === 'in_review' ? 'approve' : status === 'in_sign_off' ? 'sign_off' : null;
  const confirmed = isConfirmed(actor, now());
  return (
    <>
      {next && may.send_back === null && (
        <Panel id="decide" title={next === 'approve' ? '整批审批' : '整批签发'}>
          <DecideBatch {...{ id, number, sha256, asked }} move={next} needsPassword={!confirmed} cannot={why(next)} />
        </Panel>
      )}
      {moves.includes('take_back') && may.take_back === null && (
        <Panel id="take-back" title="撤回">
          <TakeBackBatch {...{ id, number, sha256 }} />
        </Panel>
      )}
    </>
  );
}

function Rows({ desk, only, first }: { desk: BatchDesk; only: boolean; first: boolean }) {
  const { id, rows, next, total, open, mayTakeOut } = desk;
  const to = (search: Record<string, string>) => `/admin/batches/${id}?${new URLSearchParams(search)}`;
  const kept: Record<string, string> = only ? { open: '1' } : {};
  return (
    <>
      <Panel
        id="rows"
        title={only ? '有问题的信息' : '全部信息'}
        aside={
          open > 0 &&
          (only ? (
            <a href={`/admin/batches/${id}`}>看全部{total}条</a>
          ) : (
            <a href={to({ open: '1' })}>只看有问题的{open}条</a>
          ))
        }
      >
        {rows.length === 0 ? (
          <p className="p-4">没有信息。</p>
        ) : (
          <BatchRows
            rows={rows}
            act={mayTakeOut ? (row) => <TakeOut id={id} documentId={row.id} title={row.title} /> : undefined}
          />
        )}
      </Panel>
      {(!first || next) && (
        <nav aria-label="翻页" className="flex gap-6">
          {!first && <a href={only ? to(kept) : `/admin/batches/${id}`}>第一页</a>}
          {next && <a href={to({ ...kept, after: next })}>下一页</a>}
        </nav>
      )}
    </>
  );
}

function Decided({ desk: { decisions } }: { desk: BatchDesk }) {
  if (decisions.length === 0) return null;
  return (
    <Panel id="decisions" title="办理记录">
      <ol className="grid gap-1 p-4">
        {decisions.map((decision) => (
          <li key={decision.at.toISOString()}>{batchDecisionLine(decision)}</li>
        ))}
      </ol>
    </Panel>
  );
}
