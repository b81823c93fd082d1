import { actorOrRefusal } from '@/lib/server/people/session';
import { answerRequestFile } from '@/lib/server/requests/request-file-door';

type Context = { params: Promise<{ id: string }> };

export async function POST(request: Request, { params }: Context) {
  return answerRequestFile(request, (await params).id, actorOrRefusal);
}
