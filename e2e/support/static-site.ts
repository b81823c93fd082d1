import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { permanentAddresses } from '@/lib/server/public/public-editions';
import { freePort } from '@/lib/server/testing/a-server';
import { anNginx, nginxProgram } from '@/lib/server/testing/an-nginx';
import { snippetName } from '@/lib/text/site-export';
import { askingAt } from '@/server/site-export/ask-site';
import { exportSite } from '@/server/site-export/export-site';

/**
 * The public side of one organisation as exported files, at the root of a portal or under a path of it. nginx serves them with
 * the settings that come with them; where it is not installed, a server of files does what these settings say.
 */
export async function aStaticSite(live: string, slug: string, base = '') {
  const portal = await mkdtemp(join(tmpdir(), 'gongkai-portal-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}${base}`;
  const folder = join(portal, base);
  await mkdir(folder, { recursive: true });
  // Each site is asked for by a visitor of its own: the limits are not what these stories are about.
  const headers = { 'x-forwarded-for': `10.${port >> 8}.${port & 255}.1` };
  let front: { end: () => Promise<void> } | null = null;
  return {
    address,
    folder,

    /** Exports anew what has changed, and lets the server see it. */
    async refresh() {
      const from = [`/${slug}`, `/l/${slug}`, ...(await permanentAddresses(slug))];
      const exported = await exportSite(folder, {
        from,
        base: '',
        live,
        at: address,
        ask: askingAt(live, headers),
      });
      await front?.end();
      front = await aFront({ root: portal, folder, base, port, gone: exported.gone });
      return exported;
    },

    async end() {
      await front?.end();
      await rm(portal, { recursive: true });
    },
  };
}

type Placed = { root: string; folder: string; base: string; port: number; gone?: readonly string[] };

/** A server of files at `root`, in which an exported site lies in `folder`, at the path `base`. */
export async function aFront({ root, folder, base, port, gone = [] }: Placed) {
  const nginx = nginxProgram();
  if (nginx) return anNginx(nginx, { server: `root ${root}; include ${join(folder, snippetName)};`, port });
  return aFileServer(root, port, { base, gone: gone.map((each) => `${base}${each}/`) });
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

async function aFileServer(root: string, port: number, { base, gone }: { base: string; gone: string[] }) {
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const isFolder = await stat(join(root, path)).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder && !path.endsWith('/')) {
      response.writeHead(301, { Location: `${path}/` }).end();
      return;
    }
    const read = (file: string) => readFile(join(root, file)).catch(() => null);
    const file = isFolder ? `${path}index.html` : path;
    const body = await read(file);
    const isGone = gone.some((each) => path.startsWith(each));
    const type = types[extname(body || !isGone ? file : '.html')] ?? 'application/octet-stream';
    const headers = { 'Content-Type': body ? type : 'text/html; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };
    response.writeHead(isGone ? 410 : body ? 200 : 404, headers);
    response.end(body ?? (isGone ? null : await read(`${base}/404.html`)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${port}`,
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
