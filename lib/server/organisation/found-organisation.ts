import 'server-only';
import type { Issue } from '@/lib/domain/issue';
import type { Level } from '@/lib/domain/organisation';
import { installCatalogue } from '@/lib/server/catalogue/install-catalogue';
import { db } from '@/lib/server/db';
import { createAccount, isTaken } from '@/lib/server/people/accounts';
import { weaknessOf } from '@/lib/server/people/passwords';
import { signInNameOf } from '@/lib/server/people/sign-in';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

export type NewOrganisation = {
  slug: string;
  name: string;
  shortName: string;
  level: Level;
  officeName: string;
  /** Slug of the organisation above it. */
  parent?: string;
};

export type FirstAdministrator = { signInName: string; name: string; post: string; password: string };

/** Makes an organisation and the person who adds all others. Both stand in its trail as done by the process itself. */
export async function foundOrganisation({ parent, ...organisation }: NewOrganisation, first: FirstAdministrator) {
  const administrator = { ...first, signInName: signInNameOf(first.signInName) };
  const weakness = weaknessOf(first.password, { ...administrator, organisation });
  if (weakness) throw new Refusal([{ code: 'password_weak', field: 'newPassword', weakness }]);
  await refuseIfTaken(organisation.slug, administrator.signInName);
  try {
    return await db.$transaction(async (tx) => {
      const above = parent === undefined ? null : await tx.organisation.findUnique({ where: { slug: parent } });
      if (parent !== undefined && !above)
        throw new Refusal([{ code: 'bad_input', field: 'parent', problem: 'unknown_choice' }]);
      const { id } = await tx.organisation.create({ data: { ...organisation, parentId: above?.id ?? null } });
      const process = { id: null, organisationId: id };
      await record(tx, process, null, { kind: 'organisation_created', slug: organisation.slug });
      await installCatalogue(tx, id);
      const userId = await createAccount(
        tx,
        { ...administrator, roles: ['administrator'], mustChangePassword: false },
        process,
      );
      return { id, userId };
    });
  } catch (error) {
    // Somebody else was quicker by a moment; which of the two names it was is asked again.
    if (isTaken(error)) await refuseIfTaken(organisation.slug, administrator.signInName);
    throw error;
  }
}

async function refuseIfTaken(slug: string, signInName: string) {
  const issues: Issue[] = [];
  if (await db.organisation.findUnique({ where: { slug } })) issues.push({ code: 'name_taken', field: 'slug' });
  if (await db.user.findUnique({ where: { signInName } })) issues.push({ code: 'name_taken', field: 'signInName' });
  if (issues.length > 0) throw new Refusal(issues);
}
