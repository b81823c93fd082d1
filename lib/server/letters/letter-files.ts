import 'server-only';
import { writeLetterDocx } from '@/lib/documents/letter-docx';
import { writeLetterPdf } from '@/lib/documents/letter-pdf';
import { type Actor, can } from '@/lib/domain/access';
import { documentFacts } from '@/lib/server/documents/document-facts';
import { paperFonts } from '@/lib/server/files/paper-fonts';
import { parseLetter } from '@/lib/server/letters/request-letter';
import { Refusal } from '@/lib/server/refusal';

export const letterMedia = ['pdf', 'docx'] as const;
export type LetterMedium = (typeof letterMedia)[number];

/**
 * A letter as a file, for whoever may see who asked. Before the signature there is only a PDF that is marked as a draft, of
 * what lies with the leaders: an unsigned letter that could be edited and sent is not handed out. Null where there is none.
 */
export async function letterFile(id: string, medium: LetterMedium, actor: Actor) {
  const document = await documentFacts(id, actor, 'reply');
  if (!document) return null;
  if (!can(actor, 'view_applicants')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const { revision, status, letter, title } = document;
  const signed = status === 'signed';
  if (!revision || (medium === 'docx' && !signed)) throw new Refusal([{ code: 'move_not_open', status }]);
  const content = parseLetter(revision.content);
  const bytes =
    medium === 'pdf' ? writeLetterPdf(content, paperFonts(), signed) : Buffer.from(await writeLetterDocx(content));
  return { bytes, name: `${letter?.number ?? ''} ${title}.${medium}`.trim() };
}
