import { answered, json } from '@/lib/server/documents/draft-door';
import { publicItemsCalled } from '@/lib/server/items/item-companions';
import { actorOrRefusal } from '@/lib/server/people/session';

/** Published items of the organisation, for an item that explains, corrects, clarifies or repeals one. */
export const GET = (request: Request) =>
  answered(async () => {
    const words = new URL(request.url).searchParams.get('words') ?? '';
    return json(200, { items: await publicItemsCalled(words, await actorOrRefusal()) });
  });
