import { checkWords } from '@/lib/text/editor';

/** On a phone the checks stand below the document, so they are told of at its head. */
export function NarrowNotice({
  blocks,
  warnings,
  lines,
}: {
  blocks: number;
  warnings: number;
  lines: readonly string[];
}) {
  return (
    <div className="notice plain ed-narrow">
      <p>
        {checkWords(blocks, warnings)}　<a href="#checks">查看</a>
      </p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
