import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Refusal } from '@/lib/server/refusal';
import { type Key, keyRing } from '@/lib/server/sealing/key-ring';

/** Where a sealed value stands. It opens there and nowhere else. */
export type SealedPlace = {
  table:
    | 'disclosure_request'
    | 'request_change'
    | 'request_file'
    | 'request_file_chunk'
    | 'import_sheet'
    | 'import_row';
  /** The id of the row; of a stretch that of its file. */
  id: string;
  position?: number;
};

export type Sealed = { sealed: Uint8Array<ArrayBuffer>; sealedWith: string };

/** What was sealed is not what is there now, or does not stand where it was sealed. Says nothing of its content. */
export class SealBroken extends Error {
  constructor({ table, id }: SealedPlace) {
    super(`what is sealed in ${table} ${id} cannot be opened`);
    this.name = 'SealBroken';
  }
}

const [nonceLength, tagLength] = [12, 16];

/** AES-256-GCM with the key in use: nonce, ciphertext, tag. `key` where it is not the one in use. */
export function seal(plain: Uint8Array | string, place: SealedPlace, key: Key = keyRing().current): Sealed {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(nameOf(place));
  const body = [nonce, cipher.update(typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain), cipher.final()];
  return { sealed: new Uint8Array(Buffer.concat([...body, cipher.getAuthTag()])), sealedWith: key.id };
}

/** SealBroken where anything of it or its place is not what it was; refused (`key_missing`) while the ring does not hold its key. */
export function open(sealed: Uint8Array, sealedWith: string, place: SealedPlace): Buffer {
  const key = keyRing().keys.find(({ id }) => id === sealedWith);
  if (!key) throw new Refusal([{ code: 'key_missing' }]);
  if (sealed.length < nonceLength + tagLength) throw new SealBroken(place);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(0, nonceLength), {
      authTagLength: tagLength,
    })
      .setAAD(nameOf(place))
      .setAuthTag(sealed.subarray(-tagLength));
    return Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
  } catch {
    throw new SealBroken(place);
  }
}

/** A text that was sealed. */
export const openText = (sealed: Uint8Array, sealedWith: string, place: SealedPlace) =>
  open(sealed, sealedWith, place).toString('utf8');

/** A key for another purpose that rests on a key of the ring: whoever knows the one does not know the other. */
export const derivedKey = ({ bytes }: Key, purpose: string) => Buffer.from(hkdfSync('sha256', bytes, '', purpose, 32));

const nameOf = ({ table, id, position = 0 }: SealedPlace) => Buffer.from(`${table}\0${id}\0${position}`);
