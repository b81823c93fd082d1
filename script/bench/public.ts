import { aServer, freePort } from '@/lib/server/testing/a-server';
import { aBenchDatabase } from '@/script/bench/a-bench-database';
import { compareFronts } from '@/script/bench/fronts';
import { lighthouseOf } from '@/script/bench/lighthouse';

// The public pages of the demonstration as readers get them: under load, beside other servers, and as Lighthouse sees them.

const database = await aBenchDatabase();
// Addresses are given in full only where the site knows its own.
const port = String(await freePort());
const server = await aServer({ PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` });

const items = Array.from({ length: 9 }, (_, n) => `items/${n + 1}`);
await compareFronts(server.address, '/deting/reports/2020', {
  cold: ['', '/l'].flatMap((size) => [...items, 'catalogue', 'reports'].map((page) => `${size}/deting/${page}`)),
  searches: [...'公开政策办法补贴养老环境森林防火耕地村镇'].map(
    (word) => `/deting/search?q=${encodeURIComponent(word)}`,
  ),
});
await lighthouseOf(server.address, {
  home: '/deting',
  report: '/deting/reports/2020',
  catalogue: '/deting/catalogue',
  item: '/deting/items/1',
  search: '/deting/search',
});

await server.end('SIGTERM');
await database.end();
