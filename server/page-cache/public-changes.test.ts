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
  await change();
  await relay.mend();
  await vi.waitFor(() => expect(changes.isConnected()).toBe(true), { timeout: 10_000 });
  expect(heard).toHaveBeenCalledTimes(3);

  // A connection that is there and carries nothing.
  relay.stall();
  await vi.waitFor(() => expect(changes.isConnected()).toBe(false), { timeout: 10_000 });
  relay.flow();
  await vi.waitFor(() => expect(changes.isConnected()).toBe(true), { timeout: 10_000 });
  expect(heard).toHaveBeenCalledTimes(4);
  await changes.stop();
  await relay.cut();
});
