import {
  blankGuide,
  channelNames,
  type FlowStep,
  factNames,
  type GuideContent,
  type GuideDraft,
  guideContent,
  type ProseName,
} from '@/lib/domain/guide/content';

/** One guide an organisation, at one address. */
export const guidePath = 'guide';

export const guideTitle = ({ name }: { name: string }) => `${name}政府信息公开指南`;

const proseNames = [
  'duties',
  'arrangement',
  'scope',
  'ways',
  'application',
  'handling',
  'periods',
  'fees',
  'remedies',
  'privacy',
] as const satisfies readonly ProseName[];

/** The guide that a draft makes, as it stands. */
export function guideOf(organisation: GuideContent['organisation'], draft: GuideDraft): GuideContent {
  const note = draft.correctionNote.trim();
  const part = <Name extends keyof GuideDraft>(names: readonly Name[]) =>
    // A border of types alone: one entry for each name.
    Object.fromEntries(names.map((name) => [name, draft[name].trim()])) as Record<Name, string>;
  return {
    kind: 'guide',
    organisation,
    title: guideTitle(organisation),
    facts: part(factNames),
    channels: part(channelNames),
    texts: Object.fromEntries(proseNames.map((name) => [name, linesOf(draft[name])])) as GuideContent['texts'],
    flow: flowOf(draft.flow),
    ...(note && { correctionNote: note }),
  };
}

/** What a clerk would have entered to get this guide. */
export function draftOfGuide({ facts, channels, texts, flow, correctionNote = '' }: GuideContent): GuideDraft {
  const prose = Object.fromEntries(proseNames.map((name) => [name, texts[name].join('\n')]));
  return { ...blankGuide(), ...facts, ...channels, ...prose, flow: flow.map(stepLines).join('\n'), correctionNote };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const besideMark = '－';

/**
 * A step a line, 名称：说明; a line that begins with － (or -) may come between and stands beside the step above it. A line
 * without a colon is a name alone.
 */
export function flowOf(text: string): FlowStep[] {
  const steps: FlowStep[] = [];
  for (const line of linesOf(text)) {
    const [, mark = '', words = ''] = /^([－\-–—]*)(.*)$/.exec(line) ?? [];
    const [, name = '', said = ''] = /^([^：:]*)[：:]?(.*)$/.exec(words) ?? [];
    const named = { name: name.trim(), text: said.trim() };
    if (named.name === '') continue;
    const last = steps.at(-1);
    if (mark !== '' && last) last.beside.push(named);
    else steps.push({ ...named, beside: [] });
  }
  return steps;
}

const stepLines = ({ name, text, beside }: FlowStep) =>
  [said(name, text), ...beside.map((between) => `${besideMark}${said(between.name, between.text)}`)].join('\n');

const said = (name: string, text: string) => (text === '' ? name : `${name}：${text}`);

/** Everything that a guide says, for searching and checking: each stretch with the field it stands in. */
export function stretchesOf({ texts, flow }: GuideContent): { field: ProseName | 'flow'; text: string }[] {
  const steps = flow.flatMap(({ name, text, beside }) => [{ name, text }, ...beside]);
  return [
    ...proseNames.flatMap((field) => texts[field].map((text) => ({ field, text }))),
    ...steps.map(({ name, text }) => ({ field: 'flow' as const, text: said(name, text) })),
  ];
}

export const parseGuide = (content: string): GuideContent => guideContent.parse(JSON.parse(content));
