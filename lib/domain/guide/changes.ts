import {
  channelNames,
  factNames,
  type GuideContent,
  type GuideField,
  type ProseName,
} from '@/lib/domain/guide/content';
import { draftOfGuide } from '@/lib/domain/guide/guide-of';
import { type ProseChange, proseChanges } from '@/lib/domain/report/changes';
import type { Block } from '@/lib/domain/report/content';

/** A line of the guide that holds something else; or a sentence of one of its texts, `section` being the text. */
export type GuideChange = { kind: 'field'; field: GuideField; before: string; after: string } | ProseChange;

const lines = [...factNames, ...channelNames, 'correctionNote'] as const;

/** What differs between two contents: lines first, then each text sentence by sentence. */
export function guideChanges(before: GuideContent, after: GuideContent): GuideChange[] {
  const [was, is] = [draftOfGuide(before), draftOfGuide(after)];
  const moved = lines.flatMap((field): GuideChange[] =>
    was[field] === is[field] ? [] : [{ kind: 'field', field, before: was[field], after: is[field] }],
  );
  const names = Object.keys(after.texts) as ProseName[]; // the object's own keys
  return [
    ...moved,
    ...names.flatMap((name) => compared(name, before.texts[name], after.texts[name])),
    ...compared('flow', was.flow.split('\n'), is.flow.split('\n')),
  ];
}

const compared = (name: string, was: readonly string[], is: readonly string[]) =>
  proseChanges(name, asProse(was), asProse(is), { byId: false });

const asProse = (paragraphs: readonly string[]): Block[] =>
  paragraphs.map((text, at) => ({ id: `p${at + 1}`, kind: 'paragraph', text }));
