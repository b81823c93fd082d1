import { answerFileRead } from '@/lib/server/files/file-door';
import { actorOrRefusal } from '@/lib/server/people/session';

type Context = { params: Promise<{ id: string; sha256: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { id, sha256 } = await params;
  return answerFileRead(id, sha256, actorOrRefusal);
}
