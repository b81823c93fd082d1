import { pageOf } from '@/lib/text/public-lists';

type PagerProps = { page: number; pages: number; href: (page: number) => string };

/** Leads through the pages of a list. A list of one page has none. */
export function Pager({ page, pages, href }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          上一页
        </a>
      )}
      <span>{pageOf(page, pages)}</span>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          下一页
        </a>
      )}
      {page > 2 && <a href={href(1)}>第一页</a>}
      {page < pages - 1 && <a href={href(pages)}>最后一页</a>}
    </nav>
  );
}
