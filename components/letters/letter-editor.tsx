'use client';

import { type FormEvent, useState } from 'react';
import { SecrecyFields } from '@/components/editor/submit/secrecy-fields';
import { FactFields, factField } from '@/components/letters/fact-fields';
import { LetterSheet } from '@/components/letters/letter-sheet';
import { type Answer, DecisionForm, fieldId, useRefused } from '@/components/office/decision-form';
import { Panel } from '@/components/office/panel';
import { Send } from '@/components/office/typed-fields';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import type { Finding } from '@/lib/domain/report/finding';
import { type Beside, readLetter } from '@/lib/domain/requests/letter-check';
import type { LetterDraft } from '@/lib/domain/requests/letter-draft';
import { letterFields } from '@/lib/domain/requests/letter-fields';
import { mannerParts } from '@/lib/domain/requests/letter-manner';
import { type Circumstances, composeLetter } from '@/lib/text/compose-letter';
import { letterFindingText, mannerLabels, placeholderNote } from '@/lib/text/letter-form';

export type LetterEditorProps = {
  document: { id: string; version: number };
  draft: LetterDraft;
  restates: string;
  /** What was kept says something about a published year. */
  circumstances: Circumstances;
  beside: Beside;
  /** The office's usual words are in the circumstances; whoever signs the secrecy review, and the day. */
  person: string;
  today: string;
  disclosing: boolean;
  /** Why the person may not submit; null where they may. */
  maySubmit: string | null;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** The facts of a letter on one side, the letter that they make on the other. It can be saved half done, and without script. */
export function LetterEditor(props: LetterEditorProps) {
  const { document, draft, circumstances, beside, person, today, disclosing, maySubmit, action } = props;
  const [facts, setFacts] = useState(draft.facts);
  const [manner, setManner] = useState(draft.manner);
  const { letter, findings, known } = readLetter({ ...draft, facts, manner }, beside);
  const composed = letter && composeLetter(letter, worded(circumstances, draft.manner, manner));
  const errors = new Map(findings.map((finding) => [String(finding.facts.field), letterFindingText(finding)]));
  // What is only missing yet is told beside the letter; what is wrong, at its place.
  const placed = new Map([...errors].filter(([field]) => ({ ...facts, ...known })[field]?.trim()));

  function look(event: FormEvent<HTMLDivElement>) {
    const form = event.currentTarget.querySelector('form');
    if (!form) return;
    const said = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
    const below = (prefix: string) =>
      Object.fromEntries(
        said.flatMap(([name = '', value = '']) =>
          name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
        ),
      );
    setFacts(below('fact/'));
    setManner({ ...draft.manner, ...below('manner/') });
  }

  return (
    <div className="letter-desk" onInput={look}>
      <DecisionForm
        action={action}
        labels={labels}
        hidden={{ id: document.id, version: document.version }}
        title="没有办成"
        className="grid gap-5"
      >
        <Panel id="facts" title="要写明的事实">
          <div className="grid gap-4 p-4">
            <FactFields fields={letterFields(draft.kind, facts)} typed={draft.facts} known={known} errors={placed} />
          </div>
        </Panel>
        <Manner draft={draft} />
        <Restates initial={props.restates} />
        <p>
          <Send name="deed" value="save" working="正在保存…">
            保存
          </Send>
        </p>
        <Panel id="submit" title="送审">
          <div className="grid gap-4 p-4">
            {disclosing ? (
              <SecrecyFields person={person} today={today}>
                {null}
              </SecrecyFields>
            ) : (
              <p className="text-ink-2 text-note">这种文书不提供信息，不需要保密审查。</p>
            )}
            <p>
              <Send
                primary
                name="deed"
                value="submit"
                working="正在送审…"
                cannot={maySubmit ?? (findings.length > 0 ? `还有${findings.length}处必须改正。` : null)}
              >
                保存并送审
              </Send>
            </p>
          </div>
        </Panel>
      </DecisionForm>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
      <section className="beside grid gap-5" aria-label="检查和预览" tabIndex={0}>
        <Findings findings={findings} errors={errors} />
        <Panel id="preview" title="文书预览" aside="条款、理由、检索情况和救济途径由系统写入，不能删去">
          <div className="p-4">
            {composed ? <LetterSheet content={composed} /> : <p>填齐以后，这里显示文书全文。</p>}
          </div>
        </Panel>
      </section>
    </div>
  );
}

const labels = { result: '审查结论', by: '审查人', at: '审查日期', restates: '更正已公开数字的理由' };

/** While it is typed, own words take the place of the usual ones. */
const worded = (
  circumstances: Circumstances,
  saved: LetterDraft['manner'],
  typed: LetterDraft['manner'],
): Circumstances => {
  const usual = circumstances.manner;
  const part = (name: (typeof mannerParts)[number]) => typed[name] || (saved[name] === '' ? usual[name] : '');
  return {
    ...circumstances,
    manner: {
      opening: part('opening'),
      explanation: part('explanation'),
      closing: part('closing'),
      enclosures: typed.enclosures,
    },
  };
};

function Findings({ findings, errors }: { findings: readonly Finding[]; errors: ReadonlyMap<string, string> }) {
  if (findings.length === 0) return <Notice kind="done" title="事实齐全，没有矛盾，可以送审" live />;
  return (
    <Notice kind="stop" title={`必须改正${findings.length}处`} live>
      <ul className="list-disc pl-5">
        {findings.map((finding) => {
          const field = String(finding.facts.field);
          const text = errors.get(field) ?? letterFindingText(finding);
          return (
            <li key={finding.key}>
              {field === '' || field === 'kind' || field === 'remedy' ? (
                letterFindingText(finding)
              ) : (
                <a href={`#${fieldId(factField(field))}`}>{text}</a>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

function Manner({ draft }: { draft: LetterDraft }) {
  return (
    <details className="rounded-control border border-line bg-paper">
      <summary className="cursor-pointer px-4 py-2.5 font-strong">措辞和附件（可以不填）</summary>
      <div className="grid gap-4 p-4">
        <p className="text-ink-2 text-note">{placeholderNote}</p>
        {mannerParts.map((part) => (
          <TextArea
            key={part}
            id={`manner-${part}`}
            name={`manner/${part}`}
            label={mannerLabels[part].label}
            hint={mannerLabels[part].hint}
            defaultValue={draft.manner[part]}
            rows={2}
            maxLength={1_000}
          />
        ))}
        <TextArea
          id="manner-enclosures"
          name="manner/enclosures"
          label="附件说明"
          hint="一行写一件；不填时，随文书附送的就是所公开的信息。"
          defaultValue={draft.manner.enclosures}
          rows={2}
          maxLength={1_000}
        />
      </div>
    </details>
  );
}

/** Asked only where the letter changes the tables of a published report. */
function Restates({ initial }: { initial: string }) {
  const { typed, error } = useRefused('restates');
  if (!error && !typed && initial === '') return null;
  return (
    <TextArea
      id="restates"
      name="restates"
      label="更正已公开数字的理由"
      hint="下一份年度报告会列出这次更正。"
      error={error}
      defaultValue={typed ?? initial}
      rows={2}
      maxLength={500}
    />
  );
}
