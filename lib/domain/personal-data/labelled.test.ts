import { expect, test } from 'vitest';
import { z } from 'zod';
import { findPersonalData } from '@/lib/domain/personal-data/find-personal-data';
import { personalDataTypes } from '@/lib/domain/personal-data/hit';
import withData from './labelled/with-personal-data.json';
import withoutData from './labelled/without-personal-data.json';

// Texts of the kinds that a township publishes, written by hand; all persons and numbers in them are invented.
const hit = z.strictObject({ type: z.enum(personalDataTypes), text: z.string(), start: z.int() });
const labelled = z.strictObject({
  allow: z.array(z.string()),
  texts: z.array(z.strictObject({ kind: z.string(), text: z.string(), hits: z.array(hit) })),
});
const dirty = labelled.parse(withData);
const clean = labelled.parse(withoutData);

const key = ({ type, text, start }: z.infer<typeof hit>) => `${type} ${start} ${text}`;
const found = ({ text }: { text: string }, allow: string[]) => findPersonalData(text, { allow }).map(key);

test('there are 200 texts, at least 80 of them clean, and the labels are where they say', () => {
  expect(dirty.texts.length + clean.texts.length).toBeGreaterThanOrEqual(200);
  expect(clean.texts.length).toBeGreaterThanOrEqual(80);
  expect(clean.texts.flatMap(({ hits }) => hits)).toEqual([]);
  for (const { text, hits } of dirty.texts) {
    expect(hits).not.toEqual([]);
    for (const label of hits) expect(text.slice(label.start, label.start + label.text.length)).toBe(label.text);
  }
});

test.each(personalDataTypes)('of what is labelled %s, 99 in a hundred are found at the very place', (type) => {
  const labels = dirty.texts.flatMap((text) => {
    const keys = new Set(found(text, dirty.allow));
    return text.hits.filter((label) => label.type === type).map((label) => ({ label, seen: keys.has(key(label)) }));
  });
  expect(labels.length).toBeGreaterThanOrEqual(7);
  const missed = labels.filter(({ seen }) => !seen).map(({ label }) => key(label));
  expect(missed.length / labels.length, missed.join('\n')).toBeLessThanOrEqual(0.01);
});

test('of twenty clean texts, at most one raises a false alarm', () => {
  const alarms = clean.texts.map((text) => found(text, clean.allow)).filter(({ length }) => length > 0);
  expect(alarms.length / clean.texts.length, JSON.stringify(alarms)).toBeLessThanOrEqual(1 / 20);
});

test('of what is found in texts with personal data, 98 in a hundred are labelled', () => {
  const all = dirty.texts.flatMap((text) => {
    const labels = new Set(text.hits.map(key));
    return found(text, dirty.allow).map((one) => ({ one, labelled: labels.has(one) }));
  });
  const wrong = all.filter((one) => !one.labelled).map(({ one }) => one);
  expect(wrong.length / all.length, wrong.join('\n')).toBeLessThanOrEqual(0.02);
});
