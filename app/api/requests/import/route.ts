import { after } from 'next/server';
import { requireActor } from '@/lib/server/session';
import { answerUpload } from '@/lib/server/sheet-door';
import { workOnSheet } from '@/lib/server/work-on-sheet';

/** Takes a register of past requests to be looked through. */
export const POST = (request: Request): Promise<Response> =>
  answerUpload(request, requireActor, (id) => after(() => workOnSheet(id)), 'requests');
