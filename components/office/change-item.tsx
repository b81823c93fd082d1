import { VerdictField, WordsField } from '@/components/office/decision-fields';
import { After, Before } from '@/components/office/difference';
import { Tag } from '@/components/ui/tag';

export type ChangeView = {
  /** Where a remark on it is fixed. */
  place: string;
  title: string;
  /** 数, 新增1句, 删去1句, 改动 */
  mark: string;
  /** Null where there was nothing, or nothing is left. */
  before: string | null;
  after: string | null;
  unit: string;
  figure: boolean;
};

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
          <VerdictField name={`verdict/${place}`} legend={`第${number}处改动的意见`} options={verdicts} />
          <div className="reason">
            <WordsField name={`remark/${place}`} label="意见（起草人须逐条答复）" rows={3} />
          </div>
        </div>
      )}
    </li>
  );
}

export function WasAndIs({ change: { before, after, unit, figure } }: { change: ChangeView }) {
  const look = figure ? 'text-h3 tabular-nums' : '';
  return (
    <dl className="was-and-is">
      <dt>原来</dt>
      <dd>{before === null ? <Nothing figure={figure} /> : <Said side="del" {...{ before, after, unit, figure, look }} />}</dd>
      <dt>现在</dt>
      <dd>{after === null ? <Gone figure={figure} /> : <Said side="ins" {...{ before, after, unit, figure, look }} />}</dd>
    </dl>
  );
}

type SaidProps = Pick<ChangeView, 'before' | 'after' | 'unit' | 'figure'> & { side: 'ins' | 'del'; look: string };

// A figure is struck out whole; in a sentence only the characters that differ are marked.
function Said({ side: Mark, before, after, unit, figure, look }: SaidProps) {
  const text = Mark === 'ins' ? after : before;
  if (figure || before === null || after === null) {
    return (
      <>
        <Mark className={look}>{text}</Mark> {unit}
      </>
    );
  }
  return Mark === 'ins' ? <After before={before} after={after} /> : <Before before={before} after={after} />;
}

const Nothing = ({ figure }: { figure: boolean }) => <span className="text-ink-2">{figure ? '没有填' : '没有这句'}</span>;
const Gone = ({ figure }: { figure: boolean }) => <span className="text-ink-2">{figure ? '没有填' : '已删去'}</span>;
