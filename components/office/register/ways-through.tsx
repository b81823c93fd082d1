// The ways through a register: to its parts, to its next page, and out of it as a file. All of them are addresses.

type Part = { label: string; count: number; href: string; chosen: boolean };

/** How many there are of each state, each number a way to them. */
export const Parts = ({ parts }: { parts: readonly Part[] }) => (
  <nav aria-label="按状态" className="flex flex-wrap gap-x-5 gap-y-1 border-line border-b px-4 py-2">
    {parts.map(({ label, count, href, chosen }) => (
      <a
        key={label}
        href={href}
        aria-current={chosen ? 'true' : undefined}
        className="whitespace-nowrap aria-[current]:font-strong aria-[current]:text-ink aria-[current]:no-underline"
      >
        {label}（{count}）
      </a>
    ))}
  </nav>
);

type PagesProps<Place> = {
  /** Where the page before and the one after begin; null where there is none. */
  before: Place | null;
  after: Place | null;
  to: (beside: { before?: Place; after?: Place }) => string;
};

/** Backwards and forwards through a register; nothing where one page holds all of it. */
export function Pages<Place>({ before, after, to }: PagesProps<Place>) {
  if (!before && !after) return null;
  return (
    <nav aria-label="翻页" className="flex gap-6">
      {before && <a href={to({})}>第一页</a>}
      {before && (
        <a href={to({ before })} rel="prev">
          上一页
        </a>
      )}
      {after && (
        <a href={to({ after })} rel="next">
          下一页
        </a>
      )}
    </nav>
  );
}

/** What is chosen, as a file. `search` is the query of the register's address, with its question mark or empty. */
export function Exports({ desk, search }: { desk: string; search: string }) {
  const to = (format: string) => `${desk}/export${search}${search === '' ? '?' : '&'}format=${format}`;
  return (
    <>
      <a href={to('xlsx')} download>
        导出XLSX
      </a>
      <a href={to('csv')} download>
        导出CSV
      </a>
    </>
  );
}
