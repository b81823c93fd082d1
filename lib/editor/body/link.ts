import { run } from '@/lib/domain/items/body';

/** Whether an address may stand in a body: a page, a mail address, a telephone. */
export const isLink = (address: string) => run.shape.href.safeParse(address).success && address !== '';

/** What a person typed as an address; a bare one is a page. Null where nothing can be made of it. */
export function linkOf(typed: string): string | null {
  const address = typed.trim();
  const guesses = [address, ...(/^[\w-]+(\.[\w-]+)+([/?#:]|$)/.test(address) ? [`http://${address}`] : [])];
  if (/^[^\s@:]+@[^\s@]+\.[^\s@]+$/.test(address)) guesses.push(`mailto:${address}`);
  return guesses.find(isLink) ?? null;
}
