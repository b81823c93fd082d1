/** Width and height in pixels, as the head of a PNG (ISO/IEC 15948) or JPEG (ISO/IEC 10918-1) file tells them. */
export function pictureSize(type: 'png' | 'jpeg', bytes: Buffer): { width: number; height: number } {
  if (type === 'png') return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  throw new Error('a stored picture has no frame');
}
