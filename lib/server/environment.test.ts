import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EnvironmentRefused, environment, environmentSchema, wantsDemonstration } from '@/lib/server/environment';

test('nothing need be set', () => {
  expect(environment({})).toMatchObject({ PORT: 3000, DATA_DIR: 'data' });
});

test('a variable set to nothing is not set', () => {
  expect(environment({ PORT: '', DATABASE_URL: '' })).toEqual(environment({}));
});

test('the demonstration is for trying out, never for a public address unless it is asked for', () => {
  const PUBLIC_URL = 'https://gongkai.example.gov.cn';
  expect(wantsDemonstration(environment({}))).toBe(true);
  expect(wantsDemonstration(environment({ PUBLIC_URL }))).toBe(false);
  expect(wantsDemonstration(environment({ PUBLIC_URL, GONGKAI_DEMO: 'on' }))).toBe(true);
  expect(wantsDemonstration(environment({ GONGKAI_DEMO: 'off' }))).toBe(false);
});

test('everything wrong is told at once', () => {
  const refused = new EnvironmentRefused(['PORT', 'DATABASE_URL', 'GONGKAI_DEMO']);
  expect(() => environment({ PORT: 'x', DATABASE_URL: 'mysql://a', GONGKAI_DEMO: 'maybe' })).toThrow(refused);
});

test('.env.example names every variable, one line each', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const named = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
  // Read by one command alone, from the terminal it runs in.
  expect(named.filter((name) => name !== 'GONGKAI_ADMIN_PASSWORD')).toEqual(Object.keys(environmentSchema.shape));
});
