import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import { defaultGuide } from '@/lib/domain/guide/default-draft';
import { guidePath, guideTitle } from '@/lib/domain/guide/guide-of';
import { organisationSettings } from '@/lib/domain/organisation';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { defaultField } from '@/lib/server/items/default-field';
import { holdOrganisation } from '@/lib/server/people/accounts';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

/**
 * The guide of the actor's organisation; where there is none it begins with what the settings know and a text that is
 * true to the Regulations. Answers its id.
 */
export async function openGuide(actor: Actor): Promise<string> {
  if (!can(actor, 'create')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const { organisationId } = actor;
  return db.$transaction(async (tx) => {
    await holdOrganisation(tx, organisationId); // of two who open it at once, one finds it there
    const there = await tx.document.findFirst({ where: { organisationId, kind: 'guide' }, select: { id: true } });
    if (there) return there.id;
    const { parent, settings, ...organisation } = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { name: true, level: true, officeName: true, settings: true, parent: { select: { name: true } } },
    });
    const draft = defaultGuide({ organisation, parent, settings: organisationSettings.parse(settings) });
    const title = guideTitle(organisation);
    const at = now();
    const { id } = await tx.document.create({
      data: {
        ...{ organisationId, kind: 'guide' as const, title, path: guidePath, drafterId: actor.id },
        ...{ draft, office: { reasons: {}, publishOn: null }, fieldId: await defaultField(tx, organisationId) },
        ...{ createdAt: at, statusSince: at },
      },
      select: { id: true },
    });
    await record(tx, actor, id, { kind: 'document_created', documentKind: 'guide', path: guidePath, title });
    return id;
  });
}
