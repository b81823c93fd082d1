import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { denial } from '@/lib/domain/access';
import { boardItems, type ItemOnBoard } from '@/lib/server/items/board';
import { requireActor } from '@/lib/server/people/session';
import { postingWords } from '@/lib/text/board';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '公告栏' };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BoardPage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return <NoEntry title="公告栏" reason={denialSentence(reason)} />;
  const search = await searchParams;
  const text = (name: string) => (typeof search[name] === 'string' ? search[name].trim().slice(0, 100) : '');
  const [words, after] = [text('q'), text('after')];
  const { items, more } = await boardItems({ words, after }, actor);
  const next = new URLSearchParams({ ...(words && { q: words }), after: more ?? '' });
  return (
    <main id="main" className="office-main">
      <PageHead
        title="公告栏"
        above={<a href="/admin/items">公开信息</a>}
        note="已经公开的信息，选好后印成大字张贴稿；贴出后登记地点和日期，公众在网上也能看到。"
      />
      <div className="grid gap-5">
        <form className="flex flex-wrap items-end gap-4" action="/admin/board">
          <Field name="q" label="标题里的字" defaultValue={words} autoComplete="off" />
          <Button type="submit">查找</Button>
        </form>
        <Panel id="items" title="已公开的信息">
          {items.length === 0 ? (
            <p className="p-4">{words ? `没有标题含“${words}”的信息。` : '还没有公开的信息。'}</p>
          ) : (
            <Items items={items} />
          )}
          {more && (
            <p className="p-4">
              <a href={`/admin/board?${next}`}>下一页</a>
            </p>
          )}
        </Panel>
      </div>
    </main>
  );
}

function Items({ items }: { items: readonly ItemOnBoard[] }) {
  return (
    <form action="/api/board/sheets">
      <div className="overflow-x-auto">
        <table className="office-grid">
          <caption className="sr-only">已公开的信息和张贴情况</caption>
          <thead>
            <tr>
              {['选', '信息', '索引号', '公开日期', '张贴情况'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ documentId, title, indexNumber, publishedOn, postings }) => (
              <tr key={documentId}>
                <td>
                  <input
                    type="checkbox"
                    name="item"
                    value={documentId}
                    aria-label={`选：${title}`}
                    className="size-4.5 accent-blue"
                  />
                </td>
                <th scope="row">
                  <a href={`/admin/board/${documentId}`}>{title}</a>
                </th>
                <td className="break-all">{indexNumber}</td>
                <td className="whitespace-nowrap">{publishedOn}</td>
                <td>{postings.map(postingWords).join('；') || '没有登记'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-end gap-4 p-4">
        <Select name="paper" label="纸张" options={paperOptions} />
        <Button type="submit" primary>
          印张贴稿
        </Button>
      </div>
    </form>
  );
}

const paperOptions = [
  { value: 'a4', label: 'A4' },
  { value: 'a3', label: 'A3' },
];
