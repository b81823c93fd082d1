import 'server-only';
import { isIP } from 'node:net';

/** An address as it is written, without a port, a zone or the wrapping of IPv4 in IPv6; null for what is no address. */
export function plainAddress(written: string | undefined): string | null {
  const text = (written ?? '').trim();
  const [, bracketed, , dotted] = /^(?:\[(.+)\](:\d+)?|([\d.]+):\d+)$/.exec(text) ?? [];
  const address = (bracketed ?? dotted ?? text).replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) === 0 ? null : address.toLowerCase();
}

/**
 * What counts as one sender: an IPv4 address, or the /64 of an IPv6 address, which one household or office has to itself
 * and can fill with addresses at will.
 */
export function blockOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return `${[...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':')}::/64`;
}
