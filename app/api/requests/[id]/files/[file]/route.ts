import { actorOrRefusal } from '@/lib/server/people/session';
import { answerRequestFileRead } from '@/lib/server/requests/request-file-door';

type Context = { params: Promise<{ id: string; file: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id, file } = await params;
  return answerRequestFileRead(request, id, file, actorOrRefusal);
}
