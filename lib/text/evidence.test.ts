import { expect, test } from 'vitest';
import { evidenceOf, type Records } from '@/lib/text/evidence';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const hand = (move: 'submit' | 'approve' | 'sign_off', name: string) => ({ move, revision: 1, id: name, name });
const signedAndPublished: Records = {
  revisions: [{ number: 1, sha256: first, intact: true }],
  decisions: [
    { kind: 'submit', revision: 1, sha256: first },
    { kind: 'approve', revision: 1, sha256: first },
    { kind: 'sign_off', revision: 1, sha256: first },
  ],
  publications: [{ number: 1, act: 'publish', sha256: first }],
  hands: [hand('submit', '李某'), hand('approve', '张某'), hand('sign_off', '陈某')],
  trail: { lines: 14, last: { sequence: 14, hash: second }, broken: null, strays: 0 },
};
const verdicts = (records: Partial<Records>) =>
  evidenceOf({ ...signedAndPublished, ...records }).map(({ verdict }) => verdict);

test('records that agree are said to agree, each with what was compared', () => {
  const facts = evidenceOf(signedAndPublished);
  expect(facts.map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees', 'agrees', 'agrees']);
  expect(facts[2]?.how).toBe('李某、张某、陈某');
  expect(facts[3]?.how).toContain('第1条至第14条前后相接');
});

test('a publication that nobody signed is found', () => {
  expect(verdicts({ publications: [{ number: 1, act: 'publish', sha256: second }] })[0]).toBe('differs');
});

test('a revision that is not what was approved is found', () => {
  expect(verdicts({ revisions: [{ number: 1, sha256: second, intact: true }] })[1]).toBe('differs');
  expect(verdicts({ revisions: [{ number: 1, sha256: first, intact: false }] })[1]).toBe('differs');
});

test('one person in two stages is found', () => {
  const hands = [hand('submit', '李某'), hand('approve', '李某'), hand('sign_off', '陈某')];
  expect(verdicts({ hands })[2]).toBe('differs');
});

test('a broken trail and a decision without its line are found', () => {
  const { trail } = signedAndPublished;
  expect(verdicts({ trail: { ...trail, broken: { sequence: 3, fault: 'altered' } } })[3]).toBe('differs');
  expect(verdicts({ trail: { ...trail, strays: 1 } })[3]).toBe('differs');
});

test('of a draft nothing is claimed but the trail', () => {
  expect(evidenceOf({ ...signedAndPublished, decisions: [], publications: [] })).toHaveLength(1);
});
