import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuditEvent, auditEvent, type ChainedLine, chainHash, genesisHash, verifyChain } from '@/lib/domain/audit';
import { canonicalJson } from '@/lib/domain/canonical';

const organisationId = '01890a5d-ac96-774b-bcce-b302099a8057';
const actorId = '01890a5d-ac96-774b-bcce-b302099a8058';

const events: AuditEvent[] = [
  { kind: 'signed_in' },
  { kind: 'draft_saved', saveId: actorId, version: 3, cells: ['t3/granted/natural_person'], sections: ['s1'] },
  {
    kind: 'document_moved',
    move: 'submit',
    from: 'draft',
    to: 'in_review',
    revision: 1,
    sha256: 'a'.repeat(64),
    officeSha256: 'b'.repeat(64),
    note: '',
  },
  { kind: 'signed_out' },
];

function aTrail(length: number): ChainedLine[] {
  const lines: ChainedLine[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const line = {
      organisationId,
      sequence,
      at: new Date(Date.UTC(2021, 0, 20, 8, 0, sequence)).toISOString(),
      actorId,
      documentId: null,
      event: canonicalJson(events[sequence % events.length]),
      previousHash: lines.at(-1)?.hash ?? genesisHash,
    };
    lines.push({ ...line, hash: chainHash(line) });
  }
  return lines;
}

const headOf = (lines: readonly ChainedLine[]) => ({ sequence: lines.length, hash: lines.at(-1)?.hash ?? genesisHash });
const trail = aTrail(12);
const head = headOf(trail);
const position = fc.integer({ min: 0, max: trail.length - 1 });

test('a trail as it was written holds, an empty one too', () => {
  expect(verifyChain(trail, head)).toBeNull();
  expect(verifyChain([], { sequence: 0, hash: genesisHash })).toBeNull();
});

test('any altered line is the first broken one', () => {
  const alterations: ((line: ChainedLine) => Partial<ChainedLine>)[] = [
    ({ at }) => ({ at: at.replace('2021', '2020') }),
    () => ({ actorId: null }),
    () => ({ documentId: organisationId }),
    ({ event }) => ({ event: `${event} ` }),
    () => ({ event: canonicalJson({ kind: 'password_changed' }) }),
    ({ previousHash }) => ({ previousHash: previousHash.replace(/^./, (first) => (first === '0' ? '1' : '0')) }),
    ({ hash }) => ({ hash: hash.replace(/^./, (first) => (first === '0' ? '1' : '0')) }),
    () => ({ organisationId: actorId }),
  ];
  const property = fc.property(position, fc.constantFrom(...alterations), (at, alter) => {
    const altered = trail.map((line, each) => (each === at ? { ...line, ...alter(line) } : line));
    expect(verifyChain(altered, head)).toEqual({ sequence: at + 1, fault: 'altered' });
  });
  fc.assert(property);
});

test('a line altered together with its own hash is found at the line after it, or at the head', () => {
  const property = fc.property(position, (at) => {
    const altered = trail.map((line, each) => {
      const changed = { ...line, actorId: null };
      return each === at ? { ...changed, hash: chainHash(changed) } : line;
    });
    expect(verifyChain(altered, head)?.fault).toBe('altered');
  });
  fc.assert(property);
});

test('any line left out, the last ones included, is found', () => {
  const property = fc.property(position, fc.integer({ min: 1, max: 3 }), (at, count) => {
    expect(verifyChain(trail.toSpliced(at, count), head)).toEqual({ sequence: at + 1, fault: 'missing' });
  });
  fc.assert(property);
});

test('any line put in is found, at the end too', () => {
  const property = fc.property(fc.integer({ min: 0, max: trail.length }), position, (at, copied) => {
    const extra = trail[copied] ?? expect.fail();
    expect(verifyChain(trail.toSpliced(at, 0, extra), head)).not.toBeNull();
    const forged = { ...extra, sequence: at + 1, previousHash: trail[at - 1]?.hash ?? genesisHash };
    expect(verifyChain(trail.toSpliced(at, 0, { ...forged, hash: chainHash(forged) }), head)).not.toBeNull();
  });
  fc.assert(property);
});

test('any two lines that changed places are found', () => {
  const property = fc.property(position, position, (one, other) => {
    fc.pre(one !== other);
    const moved = [...trail];
    [moved[one], moved[other]] = [moved[other] ?? expect.fail(), moved[one] ?? expect.fail()];
    expect(verifyChain(moved, head)).not.toBeNull();
    const renumbered = moved.map((line, each) => ({ ...line, sequence: each + 1 }));
    expect(verifyChain(renumbered, head)).not.toBeNull();
  });
  fc.assert(property);
});

test('a line that says what no event says is found even if its hash fits', () => {
  const line = { ...(trail[0] ?? expect.fail()), event: '{"kind":"nothing_happened"}' };
  const forged = { ...line, hash: chainHash(line) };
  expect(verifyChain([forged], headOf([forged]))).toEqual({ sequence: 1, fault: 'unreadable' });
});

test.each([
  { kind: 'password_changed', password: 'secret' },
  { kind: 'signed_in', address: '10.0.0.1' },
  { kind: 'document_moved', move: 'submit' },
  { kind: 'anything' },
])('an event that says too much or too little is refused: %j', (event) => {
  expect(auditEvent.safeParse(event).success).toBe(false);
});
