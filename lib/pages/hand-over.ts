import { handOver } from '@/lib/server/documents/page-maker';

/** Tells this process how public pages are drawn. What draws them is loaded when the first one is. */
export const handOverPages = () => handOver(async (page) => (await import('@/lib/pages/drawn-page')).drawnPage(page));
