import type { Metadata } from 'next';
import { CorrectEntry } from '@/app/admin/ledger/ledger-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { type LedgerLine, ledgerEntry } from '@/lib/server/items/ledger';
import { requireActor } from '@/lib/server/people/session';
import { momentInList } from '@/lib/text/days';
import { denialSentence, sentence } from '@/lib/text/issues';
import { ledgerFigures, ledgerNames, ledgerTotal, monthWords } from '@/lib/text/ledger';

export const metadata: Metadata = { title: '台账登记' };

type Route = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function LedgerEntryPage({ params, searchParams }: Route) {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return <NoEntry title="台账登记" reason={denialSentence(reason)} />;
  const entry = await ledgerEntry((await params).id, actor);
  if (!entry) return <NoEntry title="台账登记" reason={sentence({ code: 'not_found' })} />;
  const { kind, month, field, stands } = entry;
  const list = `/admin/ledger?kind=${kind}&year=${month.slice(0, 4)}`;
  return (
    <main id="main" className="office-main">
      <PageHead
        title={`${ledgerNames[kind]}，${monthWords(month)}，${field.name}`}
        above={<a href={list}>行政管理台账</a>}
        note={`现为${ledgerTotal(kind, stands)}`}
      />
      <div className="grid max-w-200 gap-5">
        {(await searchParams).done === 'corrected' && <Notice kind="done" title="已更正" live />}
        <Panel id="entries" title="登记和更正">
          <History entry={entry} />
        </Panel>
        {denial(actor, 'create') === null && (
          <Panel id="correct" title="更正">
            <div className="p-4">
              <CorrectEntry key={entry.corrections.length} id={entry.id} kind={kind} stands={stands} />
            </div>
          </Panel>
        )}
      </div>
    </main>
  );
}

function History({ entry: { id, first, corrections } }: { entry: LedgerLine }) {
  const rows = [{ id, what: '登记', ...first }, ...corrections.map((each) => ({ what: '更正', ...each }))];
  return (
    <table className="office-grid">
      <caption className="sr-only">这一笔的登记和更正</caption>
      <thead>
        <tr>
          {['事项', '数', '来源或依据', '经办人', '时间'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id: key, what, source, by, at, ...figures }) => (
          <tr key={key}>
            <th scope="row">{what}</th>
            <td className="tabular-nums">{ledgerFigures(figures)}</td>
            <td>{source}</td>
            <td>{by}</td>
            <td>{momentInList(at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
