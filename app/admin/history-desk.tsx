import type { ReactNode } from 'react';
import { DecisionTable, RemarksTold, RevisionTable, SelfCheck } from '@/app/admin/history-tables';
import { Evidence } from '@/components/office/evidence';
import { PageHead, Panel } from '@/components/office/panel';
import { TrailTable } from '@/components/office/trail-table';
import { StatusTag } from '@/components/report/status-tag';
import type { DocumentHistory } from '@/lib/server/documents/trail';
import { evidenceOf } from '@/lib/text/evidence';
import { denialSentence } from '@/lib/text/issues';
import type { TrailRow } from '@/lib/text/trail-rows';

type HistoryDeskProps = {
  history: DocumentHistory;
  /** The document's own page in the office. */
  base: string;
  rows: readonly TrailRow[];
  placeName: (place: string) => string;
  file: (number: number) => { name: string; address: string };
  /** How it stands, where that is said otherwise than of what becomes public. */
  status?: ReactNode;
};

/** Everything that was done to one document, and what can be proved of it. */
export function HistoryDesk({ history, base, rows, placeName, file, status }: HistoryDeskProps) {
  const { document } = history;
  return (
    <main id="main" className="office-main">
      <PageHead
        above={<a href={base}>{document.title}</a>}
        title="签发证据和办理记录"
        note={status ?? <StatusTag status={document.status} />}
        aside={<Deeds history={history} base={base} />}
      />
      <div className="grid gap-5">
        <Panel id="facts" title="核验结论" aside="打开本页时从记录重新计算">
          <Evidence facts={evidenceOf(recordsOf(history))} />
        </Panel>
        <Panel id="revisions" title={`定稿（${history.revisions.length}稿）`}>
          <RevisionTable history={history} />
        </Panel>
        <Panel id="decisions" title={`办理（${history.decisions.length}次）`}>
          <DecisionTable history={history} />
        </Panel>
        <RemarksTold history={history} placeName={placeName} />
        <SelfCheck history={history} file={file} />
        <Panel id="trail" title={`操作记录（${rows.length}条）`} aside="只能增加，不能修改或者删除">
          <TrailTable caption="操作记录，先后次序" rows={rows} />
          <p className="p-4 text-ink-2 text-note">
            每条的校验码由本条内容和上一条的校验码算出。改动、删除或者调换任何一条，从那一条起都对不上。
          </p>
        </Panel>
      </div>
    </main>
  );
}

function recordsOf({ document, revisions, decisions, publications, lines, verified }: DocumentHistory) {
  const strays = verified.unwitnessed.filter(({ documentId }) => documentId === document.id);
  return {
    revisions: revisions.map(({ id, number, sha256 }) => ({
      number,
      sha256,
      intact: !strays.some((stray) => stray.id === id),
    })),
    decisions,
    publications,
    hands: lines.flatMap(({ event, actor }) =>
      event?.kind === 'document_moved'
        ? [{ move: event.move, revision: event.revision, id: actor?.id ?? null, name: actor?.name ?? '系统' }]
        : [],
    ),
    trail: { ...verified, strays: strays.length },
  };
}

/** What can still be done with it; what cannot says why. */
function Deeds({ history: { document, open, may, publications }, base }: { history: DocumentHistory; base: string }) {
  const published = publications.length > 0;
  return (
    <>
      {document.status === 'signed' && open.includes('send_back') && (
        <a className="button" href={`${base}/sign-off`}>
          公开前退回
        </a>
      )}
      {(published || open.includes('correct')) && (
        <Deed href={`${base}/correct`} verb="更正" open={open.includes('correct')} why={whyNot('correct')} />
      )}
      {published && (
        <Deed href={`${base}/withdraw`} verb="撤下" open={open.includes('withdraw')} why={whyNot('withdraw')} />
      )}
    </>
  );

  function whyNot(move: 'correct' | 'withdraw') {
    const denial = may[move];
    if (denial === 'role_missing') return move === 'correct' ? '更正由起草人开始。' : '撤下由主要领导办理。';
    if (denial) return denialSentence(denial);
    return move === 'correct' ? '正在办理。' : '已经撤下。';
  }
}

type DeedProps = { href: string; verb: string; open: boolean; why: string };

function Deed({ href, verb, open, why }: DeedProps) {
  if (open) {
    return (
      <a className="button" href={href}>
        {verb}
      </a>
    );
  }
  return (
    <span className="inline-flex max-w-[18rem] items-center gap-2">
      <button
        type="button"
        className="button shrink-0 whitespace-nowrap"
        aria-disabled="true"
        aria-describedby={`why-${verb}`}
      >
        {verb}
      </button>
      <span id={`why-${verb}`} className="text-ink-2 text-note">
        {why}
      </span>
    </span>
  );
}
