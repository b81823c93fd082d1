import { expect, test } from 'vitest';
import { z } from 'zod';
import lock from '@/package-lock.json';

const entry = z.object({
  resolved: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});
const packages = z.record(z.string(), entry).parse(lock.packages);

// A registry mirror that lacks the builds for other systems makes npm leave them out, and `npm ci` refuse the file.
test('the lock file names the builds for every system', () => {
  const named = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.entries(optionalDependencies)
      .filter(([, version]) => /^\d/.test(version))
      .map(([name]) => [`node_modules/${name}`, `${path}/node_modules/${name}`]),
  );
  expect(named.filter((places) => !places.some((place) => packages[place]))).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([]);
});
