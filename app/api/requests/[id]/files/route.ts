import { answerRequestFile } from '@/lib/server/request-file-door';
import { actorOrRefusal } from '@/lib/server/session';

type Context = { params: Promise<{ id: string }> };

export async function POST(request: Request, { params }: Context) {
  return answerRequestFile(request, (await params).id, actorOrRefusal);
}
