import { exportReadme, readmeName, snippetName } from '@/lib/text/site-export';
import { collectSite, type SiteOptions } from '@/server/site-export/collect-site';
import { type Exported, openExport } from '@/server/site-export/export-folder';
import { nginxSnippet } from '@/server/site-export/nginx-snippet';

/** Writes the public side into a folder as static files, with what its server needs to know. */
export async function exportSite(
  folder: string,
  options: Omit<SiteOptions, 'put'>,
): Promise<Exported & { gone: string[] }> {
  const open = await openExport(folder);
  const { gone } = await collectSite({ ...options, put: open.put });
  const { at, live } = options;
  const told = { at, live, gone: [...gone].sort() };
  await open.put(snippetName, Buffer.from(nginxSnippet(told)));
  // With a mark of its encoding, for the editor of an old Windows.
  await open.put(readmeName, Buffer.from(`\uFEFF${exportReadme(told)}`));
  return { gone, ...(await open.close(gone)) };
}
