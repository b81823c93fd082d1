import 'server-only';
import { environment } from '@/lib/server/environment';

/**
 * The path under which a portal shows the public side: "/gk/deting"; empty where the site has a name of its own. The
 * environment was checked at the start, and not every refusal is to check it again.
 */
export const basePath = () => process.env.BASE_PATH ?? '';

/**
 * The address of the public side as people type it, without a slash at its end: "https://www.example.gov.cn/gk/deting".
 * Null where nobody has told it. PUBLIC_URL may name the path or leave it to BASE_PATH.
 */
export function siteAddress(): string | null {
  const { PUBLIC_URL, BASE_PATH } = environment();
  if (PUBLIC_URL === undefined) return null;
  const site = PUBLIC_URL.replace(/\/+$/, '');
  return site.endsWith(BASE_PATH) ? site : `${site}${BASE_PATH}`;
}
