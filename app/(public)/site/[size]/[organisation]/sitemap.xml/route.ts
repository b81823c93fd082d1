import { siteMapResponse } from '@/app/(public)/site-map';
import { organisationIdOf } from '@/lib/server/public/public-organisation';
import { siteMapPages } from '@/lib/server/public/public-sitemap';

type Place = { params: Promise<{ organisation: string }> };

export const dynamic = 'force-dynamic';

/** Home, guide, reports and lists. */
export async function GET(_request: Request, { params }: Place) {
  const { organisation: slug } = await params;
  const id = await organisationIdOf(slug);
  return siteMapResponse('pages', id ? await siteMapPages({ id, slug }) : []);
}
