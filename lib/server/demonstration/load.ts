import 'server-only';
import { article26 } from '@/lib/domain/catalogue/publishing-period';
import { createNode } from '@/lib/server/catalogue/catalogue';
import { createField } from '@/lib/server/catalogue/fields';
import { db } from '@/lib/server/db';
import { acting } from '@/lib/server/demonstration/acting';
import {
  classes,
  county,
  demonstrationPassword,
  drafter,
  field,
  members,
  sectionLeader,
  town,
} from '@/lib/server/demonstration/cast';
import { publishGuide } from '@/lib/server/demonstration/publish-guide';
import { publishItems } from '@/lib/server/demonstration/publish-items';
import { publishSeed } from '@/lib/server/demonstration/publish-seed';
import { registerRequests } from '@/lib/server/demonstration/requests';
import { isDemonstrationWhole } from '@/lib/server/demonstration/whole';
import { foundOrganisation } from '@/lib/server/organisation/found-organisation';
import { createAccount, setPassword } from '@/lib/server/people/accounts';
import { oneTimePassword } from '@/lib/server/people/passwords';
import { createReport } from '@/lib/server/reports/create-report';

/**
 * Makes 德亭镇 with one person a role, its real 2020 report published, items of each class, some requests of this year, and an empty draft for 2021: all through the
 * commands that people use. Only into an empty database, or where an earlier loading was cut off. Tells whether it is there.
 */
export async function loadDemonstration(): Promise<boolean> {
  const [organisation, ours, whole] = await Promise.all([
    db.organisation.findFirst(),
    db.user.findUnique({ where: { signInName: county.administrator.signInName } }),
    isDemonstrationWhole(),
  ]);
  if (whole) return true; // what people have done with it since is theirs
  if (organisation && !ours) return false;

  for (const place of [county, town]) await found(place);
  await addMembers();
  await openField();
  await addClasses();
  await publishSeed();
  await publishItems();
  await registerRequests();
  await publishGuide();
  await createReport({ year: 2021 }, await acting(drafter));
  return true;
}

async function found({ organisation, administrator }: typeof town | typeof county) {
  const there = await db.user.findUnique({ where: { signInName: administrator.signInName } });
  const userId =
    there?.id ?? (await foundOrganisation(organisation, { ...administrator, password: oneTimePassword() })).userId;
  // The password that is printed everywhere would never pass as anybody's own.
  await db.$transaction((tx) => setPassword(tx, userId, demonstrationPassword, false));
}

async function addMembers() {
  const administrator = await acting(town.administrator);
  for (const { role, ...member } of members) {
    if (await db.user.findUnique({ where: { signInName: member.signInName } })) continue;
    const account = { ...member, roles: [role], password: demonstrationPassword, mustChangePassword: false };
    await db.$transaction((tx) => createAccount(tx, account, administrator));
  }
}

async function openField() {
  const administrator = await acting(town.administrator);
  const { organisationId } = administrator;
  if (await db.field.findFirst({ where: { organisationId, name: field } })) return;
  const { id } = await acting(sectionLeader);
  await createField({ name: field, leaders: [id] }, administrator);
}

async function addClasses() {
  const administrator = await acting(town.administrator);
  const { organisationId } = administrator;
  const { id: fieldId } = await db.field.findFirstOrThrow({ where: { organisationId, name: field } });
  for (const { code, label } of classes) {
    if (await db.catalogueNode.findFirst({ where: { organisationId, code } })) continue;
    const ways = ['website' as const, 'notice_board' as const];
    await createNode({ code, label, basis: '', period: article26, ways, fieldId }, administrator);
  }
}
