import { cache } from 'react';
import { publicCells, publicNodes } from '@/lib/server/public/public-catalogue';
import { publicOrganisation } from '@/lib/server/public/public-organisation';

// What a page and its head both ask for is asked once a request.

export const organisationOf = cache((slug: string) => publicOrganisation(slug));
export const nodesOf = cache(publicNodes);
export const cellsOf = cache(publicCells);
