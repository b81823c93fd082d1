import { installMissingCatalogues } from '@/lib/server/catalogue/install-catalogue';
import { demonstrationPassword, members, town } from '@/lib/server/demonstration/cast';
import { isDemonstrationWhole } from '@/lib/server/demonstration/whole';
import { ensurePublicEntries } from '@/lib/server/documents/public-entry';
import { type Environment, wantsDemonstration } from '@/lib/server/environment';
import { siteAddress } from '@/lib/server/organisation/site-address';
import { roleNames } from '@/lib/text/accounts';

/** Lays out what a database from before the catalogue lacks, loads the demonstration into an empty database, and tells where to go and how to sign in. */
export async function greeting(env: Environment, port: number): Promise<string> {
  const own = `http://localhost:${port}`;
  const home = siteAddress() ?? `${own}${env.BASE_PATH}`;
  // Under the path of a portal there is the public side alone.
  const office = new URL('/admin', env.BASE_PATH === '' ? home : own).href;
  const address = `政务公开工作台：${home}　办公登录：${office}`;
  await installMissingCatalogues();
  await ensurePublicEntries();
  const shown = wantsDemonstration(env) && ((await isDemonstrationWhole()) || (await loadDemonstration()));
  return shown ? [address, ...signIns()].join('\n') : address;
}

// All that making a world takes is loaded only where there is none.
async function loadDemonstration(): Promise<boolean> {
  const demonstration = await import('@/lib/server/demonstration/load');
  return demonstration.loadDemonstration();
}

function signIns() {
  const people = [...members, { ...town.administrator, role: 'administrator' as const }];
  const lines = people.map(({ signInName, role, name }) => `  ${signInName.padEnd(8)}${roleNames[role]}${name}`);
  return [`演示账号（密码都是 ${demonstrationPassword}）：`, ...lines];
}
