import { answerFile } from '@/lib/server/files/file-door';
import { actorOrRefusal } from '@/lib/server/people/session';

type Context = { params: Promise<{ id: string }> };

export const POST = async (request: Request, { params }: Context) =>
  answerFile(request, (await params).id, actorOrRefusal);
