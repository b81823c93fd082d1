import { answered, refusal } from '@/lib/server/documents/draft-door';
import { letterFile, letterMedia } from '@/lib/server/letters/letter-files';
import { actorOrRefusal } from '@/lib/server/people/session';

type Context = { params: Promise<{ id: string; file: string }> };

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A letter as letter.pdf or letter.docx, for the office alone. */
export function GET(_request: Request, { params }: Context) {
  return answered(async () => {
    const { id, file } = await params;
    const medium = letterMedia.find((each) => file === `letter.${each}`);
    const found = medium && (await letterFile(id, medium, await actorOrRefusal()));
    if (!found || !medium) return refusal(404, [{ code: 'not_found' }]);
    return new Response(new Uint8Array(found.bytes), {
      headers: {
        'Content-Type': mediaTypes[medium],
        'Content-Disposition': `attachment; filename="letter.${medium}"; filename*=UTF-8''${encodeURIComponent(found.name)}`,
        'Cache-Control': 'private, no-store',
      },
    });
  });
}
