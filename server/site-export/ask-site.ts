import { setTimeout as after } from 'node:timers/promises';
import type { Ask } from '@/server/site-export/collect-site';

/** Asks a website over HTTP, and comes again later where that many questions are too many. */
export function askingAt(site: string, headers: Readonly<Record<string, string>> = {}): Ask {
  const base = site.replace(/\/+$/, '');
  const ask: Ask = async (address) => {
    const answer = await fetch(`${base}${address}`, { redirect: 'manual', headers }).catch(() => null);
    if (!answer) return null;
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    const body = new Uint8Array(await answer.arrayBuffer());
    if (answer.status === 429 && seconds > 0 && seconds <= 60) {
      await after(seconds * 1000);
      return ask(address);
    }
    const name = nameIn(answer.headers.get('content-disposition') ?? '');
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', body, ...(name && { name }) };
  };
  return ask;
}

/** The name of a file that is not to be shown, as RFC 8187 writes it. */
function nameIn(disposition: string): string | null {
  const written = /^attachment;.*\bfilename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  try {
    return written === undefined ? null : decodeURIComponent(written);
  } catch {
    return null;
  }
}
