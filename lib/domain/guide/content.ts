import { z } from 'zod';
import { isDay } from '@/lib/domain/calendar/day';
import { organisationOfReport } from '@/lib/domain/report/content';

/** How citizens reach the disclosure office (Article 12), and the two bodies above it that the law names (Articles 3, 51). */
export const factNames = [
  'office',
  'address',
  'postcode',
  'hours',
  'phone',
  'fax',
  'email',
  'website',
  'reviewer',
  'supervisor',
  'supervisorPhone',
] as const;
export type FactName = (typeof factNames)[number];

/** Ways of applying (Articles 28 and 29), each with where it leads; empty: not opened. */
export const channelNames = ['in_person', 'post', 'online', 'by_fax', 'oral'] as const;
export type ChannelName = (typeof channelNames)[number];

/** What the office says in its own words, a line a paragraph; `flow` and `privacy` are made into a chart and a notice. */
export const textNames = [
  'duties',
  'arrangement',
  'scope',
  'ways',
  'application',
  'handling',
  'periods',
  'flow',
  'fees',
  'remedies',
  'privacy',
] as const;
export type TextName = (typeof textNames)[number];

export const guideFields = [...factNames, ...channelNames, ...textNames, 'correctionNote'] as const;
export type GuideField = (typeof guideFields)[number];

export const isTextName = (field: string): field is TextName => textNames.some((name) => name === field);
export const isGuideField = (field: string): field is GuideField => guideFields.some((name) => name === field);

/** The most characters of a field. */
export const limitOf = (field: GuideField) => (isTextName(field) ? 8_000 : field === 'correctionNote' ? 2_000 : 200);

const shapeOf = <Name extends GuideField>(names: readonly Name[]) =>
  // A border of types alone: one entry for each name.
  Object.fromEntries(names.map((name) => [name, z.string().max(limitOf(name))])) as Record<Name, z.ZodString>;

/** What a clerk edits: every field is text. */
export const guideDraft = z.strictObject(shapeOf(guideFields));
export type GuideDraft = z.infer<typeof guideDraft>;

/** One step of the way of a request; what may come between stands beside it. */
export type FlowStep = { name: string; text: string; beside: { name: string; text: string }[] };

const namedText = { name: z.string().min(1), text: z.string() };
const flow = z.array(z.strictObject({ ...namedText, beside: z.array(z.strictObject(namedText)) }));
const paragraphs = z.array(z.string().min(1));

/** A whole guide: what is frozen, signed, published and read back. */
export const guideContent = z.strictObject({
  kind: z.literal('guide'),
  organisation: organisationOfReport,
  title: z.string().min(1),
  facts: z.strictObject(shapeOf(factNames)),
  channels: z.strictObject(shapeOf(channelNames)),
  texts: z.strictObject({
    duties: paragraphs,
    arrangement: paragraphs,
    scope: paragraphs,
    ways: paragraphs,
    application: paragraphs,
    handling: paragraphs,
    periods: paragraphs,
    fees: paragraphs,
    remedies: paragraphs,
    privacy: paragraphs,
  }),
  flow,
  correctionNote: z.string().max(2_000).optional(),
});
export type GuideContent = z.infer<typeof guideContent>;
/** A text of the guide that stays text. */
export type ProseName = keyof GuideContent['texts'];

/** Office side of a guide's draft: never public, frozen beside the content. */
export const guideOffice = z.strictObject({
  reasons: z.record(z.string(), z.string().max(500)).default({}),
  /** Day on which it is to become public; null: at once after sign-off. */
  publishOn: z.string().refine(isDay).nullable().default(null),
});
export type GuideOffice = z.infer<typeof guideOffice>;
export type GuideState = { draft: GuideDraft; office: GuideOffice };

export const blankGuide = (): GuideDraft =>
  // A border of types alone, as above.
  Object.fromEntries(guideFields.map((field) => [field, ''])) as GuideDraft;
