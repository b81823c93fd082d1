import 'server-only';

// Each is made while it is read, and may take as long as its reader's line.
const most = 4;
const running = { archive: 0, index: 0 };

// One piece at a time would be one system call for a line.
const enough = 64 * 1024;

/**
 * A long answer, made as fast as its reader takes it and never whole in memory; null where as many of its kind are
 * under way as this process makes at once. Whoever goes away ends it.
 */
export function publicStream(
  kind: keyof typeof running,
  pieces: AsyncGenerator<Uint8Array | string>,
): ReadableStream<Uint8Array> | null {
  if (running[kind] >= most) return null;
  running[kind] += 1;
  let over = false;
  const end = () => {
    if (!over) running[kind] -= 1;
    over = true;
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const piece = await collected(pieces);
        if (piece) return controller.enqueue(piece);
        end();
        controller.close();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    async cancel() {
      end();
      await pieces.return(undefined);
    },
  });
}

/** The next pieces together; null at the end. */
async function collected(pieces: AsyncGenerator<Uint8Array | string>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  for (let length = 0; length < enough; ) {
    const next = await pieces.next();
    if (next.done) break;
    const part = typeof next.value === 'string' ? Buffer.from(next.value) : next.value;
    parts.push(part);
    length += part.length;
  }
  return parts.length === 0 ? null : parts.length === 1 ? (parts[0] ?? null) : Buffer.concat(parts);
}
