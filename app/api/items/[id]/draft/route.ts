import { answerNews, answerSave, itemDoor } from '@/lib/server/documents/draft-door';
import { actorOrRefusal, watcherOrRefusal } from '@/lib/server/people/session';

type Context = { params: Promise<{ id: string }> };

export const POST = async (request: Request, { params }: Context) =>
  answerSave(request, (await params).id, actorOrRefusal, itemDoor);

export const GET = async (request: Request, { params }: Context) =>
  answerNews(request, (await params).id, watcherOrRefusal, itemDoor);
