import type { Candidate } from '@/lib/domain/personal-data/digit-runs';

/** 电子邮箱: what stands around an @, looked at from the @ on, so that a long row of letters costs nothing. */
export function emailAddresses(plain: string): Candidate[] {
  const found: Candidate[] = [];
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    const local = /[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,63}$/.exec(plain.slice(Math.max(0, at - 64), at))?.[0];
    const host = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9])/.exec(
      plain.slice(at + 1, at + 256),
    )?.[0];
    if (local && host) found.push({ start: at - local.length, end: at + 1 + host.length, digits: '' });
  }
  return found;
}
