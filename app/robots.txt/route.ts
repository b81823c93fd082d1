import { robotsText } from '@/lib/domain/sitemap';
import { publicOrganisations } from '@/lib/server/public/public-organisation';
import { publicSite } from '@/lib/server/public/public-site';

export const dynamic = 'force-dynamic';

/** What crawlers are asked to leave alone. Under a portal's path nobody looks for it here: its lines go into the portal's own. */
export async function GET() {
  const { path, address } = publicSite();
  const slugs = (await publicOrganisations()).map(({ slug }) => slug);
  const text = robotsText(path, address, slugs);
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
