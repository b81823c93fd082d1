import { siteMapResponse } from '@/app/(public)/site-map';
import { siteMaps } from '@/lib/server/public/public-sitemap';

export const dynamic = 'force-dynamic';

/** The maps of all organisations. */
export const GET = async () => siteMapResponse('maps', await siteMaps());
