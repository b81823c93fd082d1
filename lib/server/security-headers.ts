import 'server-only';

/** What every answer carries, pages, files and refusals alike. The policy of its content is each answer's own. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** For what is no page: it loads nothing, and stands in nobody's frame. */
export const closedPolicy = "default-src 'none'; frame-ancestors 'none'";

/** For a file that somebody brought: whatever a browser takes it for, it does nothing. */
export const filePolicy = `sandbox; ${closedPolicy}`;
