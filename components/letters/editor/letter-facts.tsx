'use client';

import { FactFields, Words } from '@/components/letters/fact-fields';
import { Panel } from '@/components/office/panel';
import type { ReadLetter } from '@/lib/domain/requests/letter-check';
import { type LetterState, ownParts } from '@/lib/domain/requests/letter-draft';
import { letterFields } from '@/lib/domain/requests/letter-fields';
import type { LetterManner } from '@/lib/domain/requests/letter-manner';
import { letterOpIssues, letterValueAt, setLetter } from '@/lib/domain/requests/letter-merge';
import { sentence } from '@/lib/text/issues';
import {
  letterFindingText,
  letterPlaceId,
  letterValueHint,
  letterValueName,
  placeholderNote,
} from '@/lib/text/letter-form';

type LetterFactsProps = {
  state: LetterState;
  reading: Pick<ReadLetter, 'findings' | 'known'>;
  usual: LetterManner;
  onWrite: (name: string, to: string) => void;
};

/** What the letter has to state, and what it may say in its own words. */
export function LetterFacts({ state, reading: { findings, known }, usual, onWrite }: LetterFactsProps) {
  const { kind, facts, manner } = state.draft;
  const said = { ...facts, ...known };
  // What is only missing yet is told beside the letter; what is wrong, at its place.
  const placed = findings.flatMap((finding): [string, string][] => {
    const field = String(finding.facts.field);
    return said[field]?.trim() ? [[field, letterFindingText(finding)]] : [];
  });
  const errors = new Map([...placed, ...unkept(state)]);
  return (
    <>
      <Panel id="facts" title="要写明的事实">
        <div className="grid gap-4 p-4">
          <FactFields fields={letterFields(kind, facts)} typed={facts} {...{ known, errors, onWrite }} />
        </div>
      </Panel>
      <details className="rounded-control border border-line bg-paper">
        <summary className="cursor-pointer px-4 py-2.5 font-strong">措辞和附件（可以不填）</summary>
        <div className="grid gap-4 p-4">
          <p className="text-ink-2 text-note">{placeholderNote}</p>
          {ownParts.map((part) => (
            <Words
              key={part}
              id={letterPlaceId(part)}
              name={letterPlaceId(part)}
              label={letterValueName(part)}
              hint={part !== 'enclosures' && usual[part] ? `不填就用：${usual[part]}` : letterValueHint(part)}
              error={errors.get(part)}
              value={manner[part]}
              onWrite={(to) => onWrite(part, to)}
              rows={2}
            />
          ))}
        </div>
      </details>
    </>
  );
}

/** What the server would refuse to keep, by its place: it stays on this computer until it is mended. */
function unkept(state: LetterState): [string, string][] {
  const { facts, manner } = state.draft;
  const empty: LetterState = {
    draft: { ...state.draft, facts: {}, manner: { opening: '', explanation: '', closing: '', enclosures: '' } },
    office: state.office,
  };
  return [...Object.keys(facts), ...Object.keys(manner)].flatMap((name): [string, string][] => {
    const [issue] = letterOpIssues(setLetter(empty, name, letterValueAt(state, name)));
    return issue ? [[name, sentence(issue, letterValueName(name))]] : [];
  });
}
