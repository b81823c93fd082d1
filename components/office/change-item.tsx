import { VerdictField, WordsField } from '@/components/office/decision-fields';
import { Tag } from '@/components/ui/tag';
import type { ChangeView } from '@/lib/text/changes';

const verdicts = [
  { value: 'agree', label: '同意' },
  { value: 'return', label: '退回' },
];

/** One change with what it was and what it is; `judged` adds the answer to it. */
export function ChangeItem({ change, number, judged }: { change: ChangeView; number: number; judged: boolean }) {
  const { place, title, mark } = change;
  return (
    <li id={`g${number}`} className="change">
      <div className="min-w-0">
        <h3 className="text-ui">
          {number}　{title}　<Tag>{mark}</Tag>
        </h3>
        <WasAndIs change={change} />
      </div>
      {judged && (
        <div className="judged">
          <input type="hidden" name={`place/${number}`} value={place} />
          <VerdictField name={`verdict/${number}`} legend={`第${number}处改动的意见`} options={verdicts} />
          <div className="reason">
            <WordsField name={`remark/${number}`} label="意见（起草人须逐条答复）" rows={3} />
          </div>
        </div>
      )}
    </li>
  );
}

export function WasAndIs({ change }: { change: ChangeView }) {
  const nothing = change.figure ? ['没有填', '没有填'] : ['没有这句', '已删去'];
  return (
    <dl className="was-and-is">
      <dt>原来</dt>
      <dd>
        {change.before === null ? (
          <i className="text-ink-2 not-italic">{nothing[0]}</i>
        ) : (
          <Said side="removed" change={change} />
        )}
      </dd>
      <dt>现在</dt>
      <dd>
        {change.after === null ? (
          <i className="text-ink-2 not-italic">{nothing[1]}</i>
        ) : (
          <Said side="added" change={change} />
        )}
      </dd>
    </dl>
  );
}

// A figure is struck out whole; in a sentence only the characters that differ are marked.
function Said({ side, change }: { side: 'removed' | 'added'; change: ChangeView }) {
  const { before, after, unit, figure, parts } = change;
  const Mark = side === 'added' ? 'ins' : 'del';
  if (parts.length === 0) {
    return (
      <>
        <Mark className={figure ? 'text-h3 tabular-nums' : undefined}>{side === 'added' ? after : before}</Mark> {unit}
      </>
    );
  }
  const shown = parts.map((part, at) => ({ ...part, at })).filter(({ kind }) => kind === side || kind === 'same');
  return shown.map(({ kind, text, at }) =>
    kind === 'same' ? <span key={at}>{text}</span> : <Mark key={at}>{text}</Mark>,
  );
}
