export type RemarkView = {
  id: string;
  title: string;
  words: string;
  answer: string;
  /** Element to look at, on this page. */
  anchor: string | null;
};

/** What a leader remarked, with the drafter's answers. */
export function RemarkList({ remarks }: { remarks: readonly RemarkView[] }) {
  return (
    <ol>
      {remarks.map(({ id, title, words, answer, anchor }, index) => (
        <li key={id} className="change">
          <div className="min-w-0">
            <h3 className="text-ui">
              {index + 1}　{title}
            </h3>
            <dl className="was-and-is">
              <dt>意见</dt>
              <dd className="whitespace-pre-line">{words}</dd>
              <dt>答复</dt>
              <dd className="whitespace-pre-line">{answer || <span className="text-ink-2">还没有答复</span>}</dd>
            </dl>
          </div>
          {anchor && (
            <p>
              <a href={`#${anchor}`}>看这一处</a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
