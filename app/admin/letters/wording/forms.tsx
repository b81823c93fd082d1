'use client';

import { DecisionForm, useRefused } from '@/components/office/decision-form';
import { Send, TypedField } from '@/components/office/typed-fields';
import { TextArea } from '@/components/ui/text-area';
import { type LetterManner, type MannerPart, mannerParts } from '@/lib/domain/requests/letter-manner';
import type { LetterKind } from '@/lib/domain/requests/letters';
import { mannerLabels, placeholderNote } from '@/lib/text/letter-form';
import { letterheadAction, wordingAction } from './actions';

type Letterhead = { prefix: string; reconsiderationOrgan: string; court: string };

export function LetterheadForm({ letterhead, above }: { letterhead: Letterhead; above: string }) {
  return (
    <DecisionForm
      action={letterheadAction}
      labels={{ prefix: '机关代字', reconsiderationOrgan: '行政复议机关', court: '管辖法院' }}
      title="没有保存"
      className="grid gap-4 p-4"
    >
      <TypedField
        name="prefix"
        label="机关代字"
        hint="排在文号前面，如德政；不填就用机关简称。"
        initial={letterhead.prefix}
        maxLength={20}
      />
      <TypedField
        name="reconsiderationOrgan"
        label="行政复议机关"
        hint={above ? `不填就是${above}。` : '必须写明，否则有救济途径的文书不能送审。'}
        initial={letterhead.reconsiderationOrgan}
        maxLength={60}
      />
      <TypedField
        name="court"
        label="管辖法院"
        hint="不填就是“有管辖权的人民法院”。"
        initial={letterhead.court}
        maxLength={60}
      />
      <p>
        <Send primary working="正在保存…">
          保存
        </Send>
      </p>
    </DecisionForm>
  );
}

export function WordingForm({ kind, manner, usual }: { kind: LetterKind; manner: LetterManner; usual: LetterManner }) {
  return (
    <DecisionForm
      key={kind}
      action={wordingAction}
      labels={Object.fromEntries(mannerParts.map((part) => [part, mannerLabels[part].label]))}
      hidden={{ kind }}
      title="没有保存"
      className="grid gap-4 p-4"
    >
      <p className="text-ink-2 text-note">{placeholderNote}</p>
      {mannerParts.map((part) => (
        <Part key={part} part={part} initial={manner[part]} usual={usual[part]} />
      ))}
      <p>
        <Send primary working="正在保存…">
          保存措辞
        </Send>
      </p>
    </DecisionForm>
  );
}

function Part({ part, initial, usual }: { part: MannerPart; initial: string; usual: string }) {
  const { typed, error } = useRefused(part);
  return (
    <TextArea
      id={part}
      name={part}
      label={mannerLabels[part].label}
      hint={usual ? `不填就用：${usual}` : mannerLabels[part].hint}
      error={error}
      defaultValue={typed ?? initial}
      rows={3}
      maxLength={1_000}
    />
  );
}
