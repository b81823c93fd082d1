import { after } from 'next/server';
import { requireActor } from '@/lib/server/people/session';
import { answerUpload } from '@/lib/server/sheets/sheet-door';
import { workOnSheet } from '@/lib/server/sheets/work-on-sheet';

/** Takes a list of past items to be looked through. */
export const POST = (request: Request): Promise<Response> =>
  answerUpload(request, requireActor, (id) => after(() => workOnSheet(id)));
