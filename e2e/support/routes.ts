import { readFileSync } from 'node:fs';

/** The routes of all pages in the last build, as Next.js writes them: /admin/items/[id]. */
export function pageRoutes(): string[] {
  const manifest: Record<string, string> = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8'));
  return Object.entries(manifest)
    .filter(([file, route]) => file.endsWith('/page') && !ofNext.has(route))
    .map(([, route]) => route)
    .sort();
}

// What stands in for a root layout that fails: ours never does, its pages bring their own root element.
const ofNext = new Set(['/_global-error']);
