import type { Report } from '@/lib/domain/report/content';

/** One count of published items in the prose: 全年公开此类信息345条. Offsets are within the block's text. */
export type StatedCount = { section: string; block: string; start: number; end: number; quote: string; count: number };

const pattern = /公开(?:此类|该类|这类|各类)(?:政府|政务)?信息(?:共|共计|合计)?([0-9]{1,9})[条件]/g;

/**
 * The numbers of published items that the prose states kind by kind, and their sum. No table of the report holds it:
 * whoever shows it says that it is the prose's. Null where the prose states none.
 */
export function statedDisclosures({ text = {} }: Report): { total: number; parts: StatedCount[] } | null {
  const parts = Object.entries(text).flatMap(([section, blocks]) =>
    blocks.flatMap(({ id: block, text: words }) =>
      [...words.matchAll(pattern)].map((match) => ({
        section,
        block,
        start: match.index,
        end: match.index + match[0].length,
        quote: match[0],
        count: Number(match[1]),
      })),
    ),
  );
  return parts.length > 0 ? { total: parts.reduce((sum, { count }) => sum + count, 0), parts } : null;
}
