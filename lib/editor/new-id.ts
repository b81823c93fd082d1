// crypto.randomUUID exists on https only; offices open the desk by plain http inside their own network.
const bytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** A random UUID (version 4), for saves. */
export function newSaveId(): string {
  const raw = bytes(16);
  raw[6] = ((raw[6] ?? 0) & 0x0f) | 0x40;
  raw[8] = ((raw[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(raw, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A short name for a new paragraph; it becomes part of its public address. */
export const newBlockId = () => `b${Array.from(bytes(6), (byte) => (byte % 36).toString(36)).join('')}`;
