const ours = /^\/(?:admin|api|metrics)(?:[/?]|$)/;

/**
 * What an address means that a portal passes on with its path before ours: /gk/deting/l/x is /l/x. Without the path it stays
 * as it is: there are portals that take it off, and the office is asked directly. Null for the office and our figures under
 * the path: who shows the public side to the world need not show the desks behind it.
 */
export function withinBase(url: string, base: string): string | null {
  if (base === '' || !url.startsWith(base)) return url;
  const rest = url.slice(base.length);
  if (!/^(?:[/?]|$)/.test(rest)) return url;
  const inside = rest.startsWith('/') ? rest : `/${rest}`;
  return ours.test(inside) ? null : inside;
}
