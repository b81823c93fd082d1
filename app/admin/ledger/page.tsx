import type { Metadata } from 'next';
import { AddEntry } from '@/app/admin/ledger/ledger-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { denial } from '@/lib/domain/access';
import { hasAmount, type LedgerKind, ledgerKinds } from '@/lib/domain/ledger/entry';
import { today } from '@/lib/server/clock';
import { type LedgerLine, ledgerFields, ledgerOf } from '@/lib/server/items/ledger';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';
import { amountLabels, countLabels, ledgerNames, ledgerTotal, monthWords } from '@/lib/text/ledger';

export const metadata: Metadata = { title: '行政管理台账' };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LedgerPage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return <NoEntry title="行政管理台账" reason={denialSentence(reason)} />;
  const search = await searchParams;
  const thisYear = Number(today().slice(0, 4));
  const { kind, year } = chosen(search, thisYear);
  const [ledger, fields] = [await ledgerOf(kind, year, actor), await ledgerFields(actor)];
  return (
    <main id="main" className="office-main">
      <PageHead title="行政管理台账" note="年度报告表二的数从这里来：按月、按领域登记，登记后不能改，只能更正。" />
      <div className="grid gap-5">
        {search.done === 'added' && <Notice kind="done" title="已登记" live />}
        <Choose kind={kind} year={year} thisYear={thisYear} />
        <Panel id="entries" title={`${year}年${ledgerNames[kind]}`} aside={`合计${ledgerTotal(kind, ledger.total)}`}>
          {ledger.recorded ? (
            <Entries kind={kind} lines={ledger.lines} />
          ) : (
            <p className="p-4">这一年还没有登记，年度报告的这一格要自己填。全年没有的，登记一个0。</p>
          )}
        </Panel>
        {denial(actor, 'create') === null && (
          <Panel id="add" title="登记">
            <div className="p-4">
              {fields.length === 0 ? (
                <p>还没有领域，请管理员先增加。</p>
              ) : (
                <AddEntry key={`${kind}-${year}`} kind={kind} month={monthIn(year)} fields={fields} />
              )}
            </div>
          </Panel>
        )}
      </div>
    </main>
  );
}

function chosen({ kind, year }: Record<string, unknown>, thisYear: number): { kind: LedgerKind; year: number } {
  return {
    kind: ledgerKinds.find((known) => known === kind) ?? 'licensing',
    year: typeof year === 'string' && /^20\d{2}$/.test(year) ? Number(year) : thisYear,
  };
}

// In the running year this month, in a past one its last.
const monthIn = (year: number) => (today().startsWith(`${year}`) ? today().slice(0, 7) : `${year}-12`);

const firstYear = 2019;

function Choose({ kind, year, thisYear }: { kind: LedgerKind; year: number; thisYear: number }) {
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, back) => thisYear - back);
  return (
    <form className="flex flex-wrap items-end gap-4" action="/admin/ledger">
      <Select
        name="kind"
        label="台账"
        defaultValue={kind}
        options={ledgerKinds.map((known) => ({ value: known, label: ledgerNames[known] }))}
      />
      <Select
        name="year"
        label="年度"
        defaultValue={String(year)}
        options={years.map((each) => ({ value: String(each), label: `${each}年` }))}
      />
      <Button type="submit">查看</Button>
    </form>
  );
}

function Entries({ kind, lines }: { kind: LedgerKind; lines: readonly LedgerLine[] }) {
  const heads = ['月份', '领域', countLabels[kind], ...(hasAmount(kind) ? [amountLabels[kind]] : []), '来源', '登记人'];
  return (
    <div className="overflow-x-auto">
      <table className="office-grid">
        <caption className="sr-only">{ledgerNames[kind]}台账</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{monthWords(line.month)}</th>
              <td>{line.field.name}</td>
              <td className="tabular-nums">{line.stands.count}</td>
              {hasAmount(kind) && <td className="tabular-nums">{line.stands.amount}</td>}
              <td>
                {line.first.source}
                {line.corrections.length > 0 && `（更正${line.corrections.length}次）`}
              </td>
              <td>{line.first.by}</td>
              <td className="sm:text-right">
                <a
                  className="button small whitespace-nowrap"
                  href={`/admin/ledger/${line.id}`}
                  aria-label={`查看和更正：${monthWords(line.month)}，${line.field.name}`}
                >
                  查看和更正
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
