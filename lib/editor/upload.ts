import { z } from 'zod';
import type { Issue } from '@/lib/domain/issue';
import { attachment } from '@/lib/domain/items/content';

/** What the server says to a file, or why nothing was heard. */
export type Stored =
  | { kind: 'stored'; file: z.infer<typeof attachment> }
  | { kind: 'refused'; issues: readonly Issue[] }
  | { kind: 'unreachable' }
  | { kind: 'signed_out' };

/** What a file is for: a picture of the body, one more attachment, or one that takes the place of another. */
export type Purpose = { purpose: 'image' } | { purpose: 'attachment' } | { replaces: string };

const stored = z.object({ attachment });
const refusal = z.object({ issues: z.array(z.looseObject({ code: z.string() })) });

/** Brings a file to the server. `onProgress` hears which part of it has gone, from 0 to 1; aborting ends it. */
export function sendFile(
  address: string,
  file: File,
  purpose: Purpose,
  { onProgress, signal }: { onProgress?: (part: number) => void; signal?: AbortSignal } = {},
): Promise<Stored> {
  // fetch tells nothing of what has gone out; this older way does.
  const request = new XMLHttpRequest();
  request.open('POST', `${address}?${new URLSearchParams(purpose)}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 1));
  signal?.addEventListener('abort', () => request.abort());
  return new Promise((resolve) => {
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => resolve({ kind: 'unreachable' }));
    request.addEventListener('load', () => resolve(answerOf(request)));
    request.send(file);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Stored {
  if (status === 401) return { kind: 'signed_out' };
  const body = jsonOf(responseText);
  const read = stored.safeParse(body);
  if (read.success) return { kind: 'stored', file: read.data.attachment };
  const refused = refusal.safeParse(body);
  // The server's own issues: their shape is the union that it compiled with.
  return refused.success
    ? { kind: 'refused', issues: refused.data.issues as unknown as Issue[] }
    : { kind: 'unreachable' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's own page, or nothing
  }
}
