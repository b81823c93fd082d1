import type { PublicFile } from '@/lib/server/public/public-files';
import { fileName } from '@/lib/text/documents';

/** A file that was made of something published, under the name that an office expects; `plain` for those who read only ASCII. */
export function madeFileResponse({ title, number, mediaType, bytes }: PublicFile, extension: string, plain: string) {
  const name = encoded(fileName(title, number, extension));
  // A PDF is read at once, the others are opened by what the reader has for them.
  const disposition = extension === 'pdf' ? 'inline' : 'attachment';
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `${disposition}; filename="${plain}.${extension}"; filename*=UTF-8''${name}`,
    },
  });
}

// RFC 8187 leaves fewer characters as they are than encodeURIComponent does.
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
