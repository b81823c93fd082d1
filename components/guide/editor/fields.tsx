'use client';

import { useComposed } from '@/components/editor/use-composed';
import { useGuideField } from '@/components/guide/editor/context';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { type GuideField, isTextName, limitOf } from '@/lib/domain/guide/content';
import { guideOpIssues } from '@/lib/domain/guide/merge';
import { guideFieldNames, guideHints, guidePlaceId } from '@/lib/text/guide';
import { sentence } from '@/lib/text/issues';

/** A line, or a text of a line a paragraph. What an input method is still composing is not written yet. */
export function GuideInput({ name }: { name: GuideField }) {
  const [value, put] = useGuideField(name);
  const typing = useComposed(value, put);
  const [issue] = guideOpIssues([{ kind: 'set', field: name, from: value, to: value }]);
  const label = guideFieldNames[name];
  const shared = {
    ...{ id: guidePlaceId(name), name, label, hint: guideHints[name], maxLength: limitOf(name) },
    ...typing,
    error: issue && sentence(issue, label),
  };
  return isTextName(name) ? <TextArea {...shared} rows={rowsOf(typing.value)} /> : <Field {...shared} />;
}

const wide = 38;

// As high as its text, so that a whole text is read without scrolling inside it.
const rowsOf = (text: string) =>
  Math.min(
    24,
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / wide)), 1),
  );

type PartProps = { id: string; heading: string; note?: string; names: readonly GuideField[]; pairs?: boolean };

/** A part of the form under its heading. */
export function GuidePart({ id, heading, note, names, pairs = false }: PartProps) {
  const inputs = names.map((name) => <GuideInput key={name} name={name} />);
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="item-fields">
      <h2 id={`${id}-heading`}>{heading}</h2>
      {note && <p className="text-ink-2 text-note">{note}</p>}
      {pairs ? <div className="item-pair">{inputs}</div> : inputs}
    </section>
  );
}
