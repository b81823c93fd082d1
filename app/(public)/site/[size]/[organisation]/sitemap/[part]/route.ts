import { siteMapResponse } from '@/app/(public)/site-map';
import { organisationIdOf } from '@/lib/server/public/public-organisation';
import { siteMapItems } from '@/lib/server/public/public-sitemap';

type Place = { params: Promise<{ organisation: string; part: string }> };

export const dynamic = 'force-dynamic';

/** Items, ten thousand numbers a map: /deting/sitemap/1.xml */
export async function GET(_request: Request, { params }: Place) {
  const { organisation: slug, part } = await params;
  const id = await organisationIdOf(slug);
  return siteMapResponse('pages', id ? await siteMapItems({ id, slug }, Number.parseInt(part, 10)) : []);
}
