import type { PublicAttachment } from '@/lib/server/public/public-attachments';

/** A file as it goes out: pictures are shown, the rest is saved under its own name, and nothing in it is ever run. */
export function fileResponse({ name, mediaType, size, sha256, type, bytes }: PublicAttachment, request: Request) {
  const picture = type === 'png' || type === 'jpeg';
  const headers = {
    'Content-Type': mediaType,
    'Content-Disposition': `${picture ? 'inline' : 'attachment'}; filename="file.${type}"; filename*=UTF-8''${encoded(name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    // It may be withdrawn at any time.
    'Cache-Control': 'public, max-age=0, s-maxage=5',
    ETag: `"${sha256}"`,
  };
  if (request.headers.get('if-none-match')?.includes(`"${sha256}"`))
    return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : bytes(), {
    headers: { ...headers, 'Content-Length': String(size) },
  });
}

/** The last part of an address as it was written before it was encoded. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// RFC 8187 leaves fewer characters as they are than encodeURIComponent does.
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
