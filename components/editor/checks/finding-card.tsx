'use client';

import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Severity } from '@/lib/domain/report/finding';

const looks = {
  block: { word: '必须改正', Icon: OctagonAlert, colour: 'text-red' },
  warn: { word: '请核实', Icon: TriangleAlert, colour: 'text-amber' },
  explained: { word: '已说明', Icon: Info, colour: 'text-ink-2' },
} as const;

type FindingCardProps = {
  /** The finding's own name, for its form. */
  name: string;
  severity: Severity;
  title: string;
  /** What is wrong and what to do; under it on what it rests. */
  children: ReactNode;
  basis: string;
  reason: string | undefined;
  onReason: (reason: string | null) => void;
  /** Links and buttons that lead to the place or put it right. */
  acts: ReactNode;
  /** What the button is called that asks for a reason. */
  explain?: string;
};

/** One finding: what is wrong, where, what to do, and on what it rests. */
export function FindingCard(props: FindingCardProps) {
  const { severity, title, children, basis, reason, onReason, acts, explain = '说明原因' } = props;
  const [explaining, setExplaining] = useState(false);
  const { word, Icon, colour } = looks[severity === 'warn' && reason ? 'explained' : severity];
  return (
    <li className="ed-finding">
      <p className={`ed-finding-head ${colour}`}>
        <Icon size={16} aria-hidden /> {word}：{title}
      </p>
      {children}
      <p className="text-ink-2">{basis}</p>
      {reason && !explaining && <p>原因：{reason}</p>}
      {explaining && (
        <ReasonForm name={props.name} reason={reason ?? ''} onReason={onReason} onDone={() => setExplaining(false)} />
      )}
      <p className="ed-finding-acts">
        {acts}
        {severity === 'warn' && !explaining && (
          <button type="button" className="link-button" onClick={() => setExplaining(true)}>
            {reason ? '修改原因' : explain}
          </button>
        )}
      </p>
    </li>
  );
}

type ReasonFormProps = { name: string; reason: string; onReason: (reason: string | null) => void; onDone: () => void };

/** Why a warning may stay; the leaders read it beside the finding. An empty one is taken back. */
function ReasonForm({ name, reason, onReason, onDone }: ReasonFormProps) {
  const id = `reason-${name.replace(/[^\w-]/g, '-')}`;
  function write(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onReason(String(new FormData(event.currentTarget).get('reason') ?? '').trim() || null);
    onDone();
  }
  return (
    <form onSubmit={write} className="field">
      <label htmlFor={id}>原因</label>
      <span className="hint">领导审批和签发时能看到，不公开。</span>
      {/* biome-ignore lint/a11y/noAutofocus: it has just been asked for, by the button that it replaces */}
      <textarea id={id} name="reason" className="control" rows={3} maxLength={500} defaultValue={reason} autoFocus />
      <span className="flex gap-3">
        <Button small primary type="submit">
          记下
        </Button>
        <Button small onClick={onDone}>
          取消
        </Button>
      </span>
    </form>
  );
}
