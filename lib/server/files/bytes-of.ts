import 'server-only';

/** The body, or null when it is larger than what may come here: it is then not read to its end. */
export async function bytesOf({ body }: Request, largest: number): Promise<Buffer | null> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; reader; ) {
    const { value, done } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > largest) {
      // Of a request that was cloned it is heard only when the other half is given up too.
      void reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}
