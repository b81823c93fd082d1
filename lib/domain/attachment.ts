/** What may hang on an item: five types, by content and not by name. */
export const attachmentTypes = ['pdf', 'docx', 'xlsx', 'png', 'jpeg'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

export const attachmentLimit = 20 * 1024 * 1024; // bytes

export const mediaTypes: Record<AttachmentType, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpeg: 'image/jpeg',
};

/** A recognised file. `bytes` are those to keep; `size` and `sha256` are theirs, `name` is cleaned. */
export type RecognisedAttachment = {
  name: string;
  type: AttachmentType;
  mediaType: string;
  size: number;
  sha256: string;
  bytes: Uint8Array;
};

/** Why a file is refused. */
export type AttachmentFault =
  | 'empty'
  | 'too_large'
  | 'name_path'
  | 'name_characters'
  | 'name_too_long'
  | 'name_reserved'
  | 'type_unknown'
  | 'not_a_picture'
  | 'old_word'
  | 'old_excel'
  | 'old_slides'
  | 'wps'
  | 'extension_differs'
  | 'broken'
  | 'encrypted'
  | 'macros'
  | 'script'
  | 'embedded_file'
  | 'linked_outside'
  | 'archive_bomb'
  | 'too_many_pixels';

/** Where in a file a text stands. `lib/text/attachments.ts` says it in Chinese. */
export type Place =
  | { part: 'text' }
  | { part: 'page'; page: number }
  | { part: 'earlier_page'; page: number }
  | { part: 'leftover' }
  | { part: 'markup' }
  | { part: 'paragraph'; paragraph: number }
  | { part: 'hidden'; paragraph: number }
  | { part: 'deleted' }
  | { part: 'header' }
  | { part: 'footer' }
  | { part: 'footnote' }
  | { part: 'comment' }
  | { part: 'properties' }
  | { part: 'row'; sheet: string; row: number; hidden: boolean }
  | { part: 'formula'; sheet: string }
  | { part: 'names' }
  | { part: 'strings' }
  | { part: 'link' }
  | { part: 'picture' }
  | { part: 'inner'; path: string };

/**
 * One stretch of a file's text. Cells of a row are parted by a tab, rows and paragraphs by a line break.
 * `spots` say where inside it stands what; in the order of `start`.
 */
export type Piece = { where: Place; text: string; spots?: readonly { start: number; place: Place }[] };

/** What a file says, and the places that only an eye can read: pages and pictures without text. */
export type AttachmentText = { pieces: Piece[]; unread: Place[] };

/** The place of one character of a piece. */
export function placeAt({ where, spots = [] }: Piece, at: number): Place {
  let [low, high] = [0, spots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spots[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return spots[low - 1]?.place ?? where;
}
