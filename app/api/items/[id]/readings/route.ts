import { answered, json, refusal } from '@/lib/server/documents/draft-door';
import { fileReadings } from '@/lib/server/items/item-companions';
import { watcherOrRefusal } from '@/lib/server/people/session';

type Context = { params: Promise<{ id: string }> };

/** What was found in the files of an item. */
export const GET = async (_request: Request, { params }: Context) => {
  const { id } = await params;
  return answered(async () => {
    const files = await fileReadings(id, await watcherOrRefusal());
    return files ? json(200, { files }) : refusal(404, [{ code: 'not_found' }]);
  });
};
