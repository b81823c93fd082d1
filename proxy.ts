import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { malformedPost } from '@/lib/server/malformed-post';
import { publicRoute } from '@/lib/server/public/public-route';
import { closedPolicy, filePolicy, securityHeaders } from '@/lib/server/security-headers';

// Whether the static files need it is decided in next.config.mjs; everything else passes here.
export const config = { matcher: '/((?!_next/|favicon.ico|icon.svg|robots.txt|sitemap.xml$).*)' };

const developing = process.env.NODE_ENV === 'development';

export async function proxy(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl;
  if (isBroughtFile(pathname)) return guarded(NextResponse.next(), filePolicy, 'no-store');
  if (pathname.startsWith('/api/')) return guarded(NextResponse.next(), closedPolicy, 'no-store');
  if (pathname === '/admin' || pathname.startsWith('/admin/')) return office(request);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return guarded(new NextResponse(null, { status: 405, headers: { allow: 'GET, HEAD' } }), publicPolicy, 'no-store');
  }
  const { page, status } = await publicRoute(pathname, searchParams);
  // The page cache in front has left in the query what the page knows, and nothing else.
  const target = Object.assign(new URL(page, request.url), { search: request.nextUrl.search });
  return guarded(NextResponse.rewrite(target, { status }), publicPolicy);
}

const isBroughtFile = (pathname: string) => /^\/api\/items\/[^/]+\/files\//.test(pathname);

// Next.js finds the nonce in the policy of the request and writes it into its own scripts.
async function office(request: NextRequest) {
  const malformed = await malformedPost(request);
  if (malformed) return guarded(new NextResponse(null, { status: malformed }), closedPolicy, 'no-store');
  const policy = officePolicy(randomBytes(18).toString('base64'));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-gongkai-path', addressOf(request));
  return guarded(NextResponse.next({ request: { headers } }), policy, 'no-store');
}

/** What a person sees in the address line; sign-in leads back there. */
function addressOf({ nextUrl }: NextRequest): string {
  const search = new URLSearchParams(nextUrl.search);
  search.delete('_rsc');
  return search.size === 0 ? nextUrl.pathname : `${nextUrl.pathname}?${search}`;
}

function guarded(response: NextResponse, policy: string, cache?: string) {
  const { headers } = response;
  headers.set('content-security-policy', policy);
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  if (cache) headers.set('cache-control', cache);
  return response;
}

// Styles may stand in attributes: widths of table columns, places of menus and dialogs.
const common = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

// Public pages carry no script at all, so nothing of theirs connects; tools that audit a page ask for robots.txt in its name.
// While developing, Next.js needs its own script for reloading.
const publicPolicy = [
  ...common,
  ...(developing
    ? ["script-src 'self' 'unsafe-inline' 'unsafe-eval'", "connect-src 'self' ws:"]
    : ["script-src 'none'", "connect-src 'self'"]),
].join('; ');

const officePolicy = (nonce: string) =>
  [
    ...common,
    `script-src 'self' 'nonce-${nonce}'${developing ? " 'unsafe-eval'" : ''}`,
    `connect-src 'self'${developing ? ' ws:' : ''}`,
  ].join('; ');
