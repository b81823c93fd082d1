import type { IncomingMessage } from 'node:http';

const methods: readonly (string | undefined)[] = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** The status for a request that nothing here can mean; null for all others. Next.js would fail on it. */
export function oddRequest({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): 400 | 405 | null {
  if (!methods.includes(method)) return 405;
  return url.startsWith('/') ? null : 400;
}
