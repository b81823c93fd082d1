import 'server-only';
import { proofOfForm } from '@/lib/documents/application-form';
import { rereadGuide } from '@/lib/documents/reading/guide';
import { canonicalJson } from '@/lib/domain/canonical';
import { checkGuide } from '@/lib/domain/guide/check';
import {
  type GuideContent,
  type GuideDraft,
  type GuideOffice,
  type GuideState,
  guideDraft,
  guideOffice,
  isGuideField,
} from '@/lib/domain/guide/content';
import { draftOfGuide, guideOf, parseGuide, stretchesOf } from '@/lib/domain/guide/guide-of';
import { guideRevisionOffice } from '@/lib/domain/guide/revision-office';
import type { GuideView } from '@/lib/domain/guide/rules/rule';
import { allowListOf, organisationSettings } from '@/lib/domain/organisation';
import type { Tx } from '@/lib/server/db';
import { comingGuide, withPages } from '@/lib/server/documents/coming-pages';
import type { DocumentKind } from '@/lib/server/documents/document-kinds';
import { paperFonts } from '@/lib/server/files/paper-fonts';

/** 政府信息公开指南 (Article 12) as a kind of document: one an organisation. */
export const disclosureGuide: DocumentKind = {
  declarations: [],
  becomesPublic: () => true,

  async prepare(tx, document) {
    const { draft, office } = guideStateOf(document);
    const { organisation, beside } = await guideContext(tx, document.organisationId);
    const guide = guideOf(organisation, draft);
    return {
      content: canonicalJson(guide),
      title: guide.title,
      correctionNote: guide.correctionNote ?? '',
      findings: checkGuide({ guide, ...beside }),
      office,
    };
  },

  async check(tx, document, content) {
    const { beside } = await guideContext(tx, document.organisationId);
    return checkGuide({ guide: parseGuide(content), ...beside });
  },

  placesIn: async () => isGuideField,

  correctionNoteOf: (content) => parseGuide(content).correctionNote ?? '',

  async factsOf(tx, { organisationId }, content) {
    const guide = parseGuide(content);
    const node = await tx.catalogueNode.findFirst({
      where: { organisationId, code: 'guide' },
      select: { id: true },
    });
    return { title: guide.title, text: textOf(guide), year: null, nodeId: node?.id ?? null };
  },

  // A guide numbers nothing and ends no other.
  async announce() {},
  async settle() {},

  /** The guide itself is a page; what is had of it as a file is the application form. */
  async proof(content, facts, coming) {
    const guide = parseGuide(content);
    const proof = await proofOfForm({ guide, publishedOn: facts.publishedOn }, paperFonts());
    return withPages(proof, coming, await comingGuide(coming, guide), (page) => rereadGuide(page, { guide, facts }));
  },

  async reopen(_tx, _document, { content, office }, note) {
    const { reasons } = guideRevisionOffice.parse(JSON.parse(office));
    return {
      draft: { ...draftOfGuide(parseGuide(content)), correctionNote: note } satisfies GuideDraft,
      office: { reasons, publishOn: null } satisfies GuideOffice,
    };
  },
};

export const guideStateOf = (document: { draft: unknown; office: unknown }): GuideState => ({
  draft: guideDraft.parse(document.draft),
  office: guideOffice.parse(document.office),
});

const textOf = (guide: GuideContent) =>
  [
    guide.title,
    ...Object.values(guide.facts),
    ...Object.values(guide.channels),
    ...stretchesOf(guide).map(({ text }) => text),
  ]
    .filter((text) => text !== '')
    .join('\n');

export type GuideContext = {
  organisation: GuideContent['organisation'];
  /** What the rules look at beside the guide: what every page's foot says of the office. */
  beside: Omit<GuideView, 'guide'>;
};

export async function guideContext(tx: Tx, organisationId: string): Promise<GuideContext> {
  const { officeName, settings, ...organisation } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true, shortName: true, level: true, officeName: true, settings: true },
  });
  const known = organisationSettings.parse(settings);
  return { organisation, beside: { known: { office: officeName, ...known.contact }, allow: allowListOf(known) } };
}
