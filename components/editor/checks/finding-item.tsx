'use client';

import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { targetOf } from '@/components/editor/desk/finding-places';
import { showPlace } from '@/components/editor/desk/show-place';
import { Button } from '@/components/ui/button';
import type { Finding } from '@/lib/domain/report/finding';
import { edit } from '@/lib/editor/replica';
import { placeLink } from '@/lib/text/editor';
import { findingBasis, findingText, findingTitle } from '@/lib/text/findings';

const looks = {
  block: { word: '必须改正', Icon: OctagonAlert, colour: 'text-red' },
  warn: { word: '请核实', Icon: TriangleAlert, colour: 'text-amber' },
  explained: { word: '已说明', Icon: Info, colour: 'text-ink-2' },
} as const;

/** One finding: what is wrong, where, what to do, and on what it rests. */
export function FindingItem({ finding }: { finding: Finding }) {
  const { format } = useDesk();
  const reason = useDeskState((state) => state.replica.wanted.office.reasons[finding.key]);
  const [explaining, setExplaining] = useState(false);
  const { word, Icon, colour } = looks[finding.severity === 'warn' && reason ? 'explained' : finding.severity];
  const place = finding.places[0];
  return (
    <li className="ed-finding">
      <p className={`ed-finding-head ${colour}`}>
        <Icon size={16} aria-hidden /> {word}：{findingTitle(finding)}
      </p>
      <p>{findingText(finding)}</p>
      <p className="text-ink-2">{findingBasis(finding)}</p>
      {reason && !explaining && <p>原因：{reason}</p>}
      {explaining && <ReasonForm finding={finding} reason={reason ?? ''} onDone={() => setExplaining(false)} />}
      <p className="ed-finding-acts">
        {place && (
          <a href={`#${targetOf(format, place)}`} onClick={(event) => showPlace(event, format, place)}>
            {placeLink(format, place)}
          </a>
        )}
        {finding.severity === 'warn' && !explaining && (
          <button type="button" className="link-button" onClick={() => setExplaining(true)}>
            {reason ? '修改原因' : '说明原因'}
          </button>
        )}
      </p>
    </li>
  );
}

type ReasonFormProps = { finding: Finding; reason: string; onDone: () => void };

/** Why a warning may stay; the leaders read it beside the finding. An empty one is taken back. */
function ReasonForm({ finding, reason, onDone }: ReasonFormProps) {
  const { desk } = useDesk();
  const id = `reason-${finding.key.replace(/[^\w-]/g, '-')}`;
  function write(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const to = String(new FormData(event.currentTarget).get('reason') ?? '').trim() || null;
    desk.update((state) => {
      const from = state.replica.wanted.office.reasons[finding.key] ?? null;
      return { ...state, replica: edit(state.replica, { kind: 'reason', key: finding.key, from, to }) };
    });
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
