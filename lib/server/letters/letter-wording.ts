import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { type OrganisationSettings, organisationSettings } from '@/lib/domain/organisation';
import type { LetterManner } from '@/lib/domain/requests/letter-manner';
import type { LetterKind } from '@/lib/domain/requests/letters';
import { db } from '@/lib/server/db';
import { letterheadOf } from '@/lib/server/letters/request-letter';
import { holdOrganisation } from '@/lib/server/people/accounts';
import { askToManage } from '@/lib/server/people/ask-to-manage';
import { record } from '@/lib/server/record';

/** How the organisation words, numbers and signs its letters; for its administrators. */
export async function letterWording(actor: Actor) {
  askToManage(actor);
  const { settings, organisation, office } = await letterheadOf(db, actor.organisationId);
  return { letters: settings.letters, organisation, office };
}

type LetterSettings = OrganisationSettings['letters'];
export type Letterhead = Pick<LetterSettings, 'prefix' | 'reconsiderationOrgan' | 'court'>;

/** Changes what is printed on all letters: prefix of their numbers, and where one may contest them. */
export const changeLetterhead = (letterhead: Letterhead, actor: Actor) =>
  change(actor, (letters) => ({ ...letters, ...letterhead }));

/** Changes the office's own words for letters of one kind. Letters that are submitted or signed stay as they are. */
export const changeLetterWording = ({ kind, manner }: { kind: LetterKind; manner: LetterManner }, actor: Actor) =>
  change(actor, (letters) => {
    const { [kind]: _, ...others } = letters.wording;
    const isUsual = Object.values(manner).every((text) => text === '');
    return { ...letters, wording: isUsual ? others : { ...others, [kind]: manner } };
  });

async function change(actor: Actor, to: (letters: LetterSettings) => LetterSettings) {
  askToManage(actor);
  const id = actor.organisationId;
  await db.$transaction(async (tx) => {
    await holdOrganisation(tx, id);
    const row = await tx.organisation.findUniqueOrThrow({ where: { id }, select: { settings: true } });
    const settings = organisationSettings.parse(row.settings);
    const letters = to(settings.letters);
    const fields = changedFields(settings.letters, letters);
    if (fields.length === 0) return;
    await tx.organisation.update({ where: { id }, data: { settings: { ...settings, letters } }, select: { id: true } });
    await record(tx, actor, null, { kind: 'organisation_changed', fields });
  });
}

/** Each by its own name: letters.court, letters.wording.granted.closing. */
function changedFields(before: LetterSettings, after: LetterSettings): string[] {
  const head = (['prefix', 'reconsiderationOrgan', 'court'] as const).filter((name) => before[name] !== after[name]);
  const kinds = [...new Set([...Object.keys(before.wording), ...Object.keys(after.wording)])];
  const words = kinds.flatMap((kind) =>
    (['opening', 'explanation', 'closing'] as const)
      .filter((part) => (before.wording[kind]?.[part] ?? '') !== (after.wording[kind]?.[part] ?? ''))
      .map((part) => `wording.${kind}.${part}`),
  );
  return [...head, ...words].map((name) => `letters.${name}`);
}
