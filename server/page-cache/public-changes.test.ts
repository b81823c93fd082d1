import { expect, test, vi } from 'vitest';
import { aRelay } from '@/lib/server/testing/a-relay';
import { withDatabase } from '@/lib/server/testing/with-database';
import { listenForPublicChanges } from '@/server/page-cache/public-changes';

const { asApplication } = withDatabase();
const change = () => asApplication("SELECT pg_notify('gongkai_public', '')");

test('every change is heard, and one more after each time that the connection was lost', async () => {
  const relay = await aRelay(process.env.DATABASE_URL ?? '');
  const heard = vi.fn();
  const changes = listenForPublicChanges(relay.url, heard, { beat: 200 });
  await changes.start();
  await change();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));

  await relay.cut();
  await vi.waitFor(() => expect(changes.isConnected()).toBe(false));
  expect(await changes.answers()).toBe(false);
  await change();
  await relay.mend();
  await vi.waitFor(() => expect(changes.isConnected()).toBe(true), { timeout: 10_000 });
  expect(heard).toHaveBeenCalledTimes(3);

  // A connection that is there and carries nothing.
  expect(await changes.answers()).toBe(true);
  relay.stall();
  expect(await changes.answers()).toBe(false);
  await vi.waitFor(() => expect(changes.isConnected()).toBe(false), { timeout: 10_000 });
  relay.flow();
  await vi.waitFor(() => expect(changes.isConnected()).toBe(true), { timeout: 10_000 });
  expect(heard).toHaveBeenCalledTimes(4);
  await changes.stop();
  await relay.cut();
});

test.each([
  [
    'a publication, correction or withdrawal',
    'INSERT INTO "publication" SELECT * FROM "publication" WHERE false',
    true,
  ],
  ['a change of settings', 'UPDATE "organisation" SET "name" = "name" WHERE false', true],
  ['a change of the catalogue', 'INSERT INTO "catalogue_node" SELECT * FROM "catalogue_node" WHERE false', true],
  ['a posting on a board', 'INSERT INTO "board_posting" SELECT * FROM "board_posting" WHERE false', true],
  ['a draft', 'UPDATE "document" SET "path" = "path" WHERE false', false],
])('%s is heard after its commit: %s', async (_, statement, isHeard) => {
  const heard = vi.fn();
  const changes = listenForPublicChanges(process.env.DATABASE_URL ?? '', heard);
  await changes.start();
  await asApplication(statement);
  // What is said later on the same connection is heard later.
  await asApplication("SELECT pg_notify('gongkai_public', 'end')");
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(expect.objectContaining({ payload: 'end' })));
  expect(heard).toHaveBeenCalledTimes(isHeard ? 3 : 2); // the first when it began to listen
  await changes.stop();
});
