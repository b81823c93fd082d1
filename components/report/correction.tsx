import type { Day } from '@/lib/domain/calendar/day';
import { dayInProse, dayOf } from '@/lib/text/days';
import { type Corrected, correctionSummary, editionName } from '@/lib/text/public';

type CorrectionProps = {
  /** What was corrected: 本报告, 本信息. */
  subject?: string;
  edition: { number: number; publishedOn: Day; signedBy: string };
  /** The public note that was signed with it. */
  note: string;
  corrected: readonly Corrected[];
  /** The edition before, where it can still be read. */
  before: { number: number; publishedAt: Date; href: string } | null;
  /** All corrections in one sentence; that of a report if not said. */
  summary?: string;
};

/** Beyond so many the list is folded: the note and the sum of it stand for it. */
const shownAtOnce = 8;

export function Correction({ subject = '本报告', edition, note, corrected, before, summary }: CorrectionProps) {
  return (
    <section className="correction" aria-labelledby="correction">
      <h2 id="correction">更正说明</h2>
      <p>
        {subject}已于{dayInProse(edition.publishedOn)}更正，现为{editionName(edition.number)}。
        {before && (summary ?? correctionSummary(corrected))}
      </p>
      <p>{note}</p>
      {before && <List corrected={corrected} />}
      <p className="under">
        更正经分管领导审批、{edition.signedBy}签发。
        {before && (
          <a href={before.href}>
            查看更正前的{editionName(before.number)}（{dayInProse(dayOf(before.publishedAt))}）
          </a>
        )}
      </p>
    </section>
  );
}

function List({ corrected }: { corrected: readonly Corrected[] }) {
  if (corrected.length === 0) return null;
  const list = (
    <ol>
      {corrected.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one place may be corrected twice
        <li key={index}>
          <a href={`#${each.target}`}>{each.place}</a>
          <dl className="pair">
            <dt>原文</dt>
            <dd>{each.before ? <Marked corrected={each} side="removed" /> : '没有这一句'}</dd>
            <dt>更正</dt>
            <dd>{each.after ? <Marked corrected={each} side="added" /> : '删去'}</dd>
          </dl>
        </li>
      ))}
    </ol>
  );
  if (corrected.length <= shownAtOnce) return list;
  return (
    <details>
      <summary>逐处对照（{corrected.length}处）</summary>
      {list}
    </details>
  );
}

function Marked({ corrected: { parts }, side }: { corrected: Corrected; side: 'removed' | 'added' }) {
  const Mark = side === 'removed' ? 'del' : 'ins';
  return parts
    .filter(({ kind }) => kind === side || kind === 'same')
    .map(({ kind, text }, index) => {
      const key = `${index}-${text}`;
      return kind === side ? <Mark key={key}>{text}</Mark> : <span key={key}>{text}</span>;
    });
}
