import { newBlockId } from '@/lib/editor/new-id';

type Word = { kind: 'who' } | { kind: 'here'; tab: string };

/** How long tabs have for an answer; they are all in this browser. */
const patience = 250;

/**
 * The name of this tab for one document, and which names other living tabs bear. A tab keeps its name over a reload; a
 * duplicated tab, which inherits the name, takes a new one.
 */
export async function joinTabs(
  document: string,
  signal: AbortSignal,
): Promise<{ tab: string; others: ReadonlySet<string> }> {
  const storageKey = `gongkai-tab-${document}`;
  const channel = new BroadcastChannel(storageKey);
  signal.addEventListener('abort', () => channel.close());
  const others = new Set<string>();
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.kind === 'here') others.add(data.tab);
  };
  channel.postMessage({ kind: 'who' } satisfies Word);
  await new Promise((done) => setTimeout(done, patience));
  if (signal.aborted) return { tab: '', others };
  const before = sessionStorage.getItem(storageKey);
  const tab = before && !others.has(before) ? before : newBlockId();
  sessionStorage.setItem(storageKey, tab);
  const here = () => channel.postMessage({ kind: 'here', tab } satisfies Word);
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.kind === 'who') here();
  };
  here();
  return { tab, others };
}
