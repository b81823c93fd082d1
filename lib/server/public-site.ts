import 'server-only';
import { basePath, siteAddress } from '@/lib/server/site-address';

/** Where the public side stands: its address in full, if it is known, and the path of a portal before its own. */
export const publicSite = () => ({ address: siteAddress(), path: basePath() });
