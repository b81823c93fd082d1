import { answerRequestFileRead } from '@/lib/server/request-file-door';
import { actorOrRefusal } from '@/lib/server/session';

type Context = { params: Promise<{ id: string; file: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id, file } = await params;
  return answerRequestFileRead(request, id, file, actorOrRefusal);
}
