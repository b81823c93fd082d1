import type { BrokenLine } from '@/lib/domain/audit';
import type { MoveName } from '@/lib/domain/workflow/moves';
import { hashGroups } from '@/lib/text/office';

/** One fact worked out from the records: it agrees, deserves a look, or does not agree. */
export type Fact = { verdict: 'agrees' | 'look' | 'differs'; says: string; how: string };

export type Records = {
  /** Intact: the hash, worked out from the content again, is the one recorded. */
  revisions: readonly { number: number; sha256: string; intact: boolean }[];
  decisions: readonly { kind: MoveName; revision: number | null; sha256: string | null }[];
  publications: readonly { number: number; act: 'publish' | 'correct' | 'withdraw'; sha256: string }[];
  /** Who made which move on which revision, by the trail. */
  hands: readonly { move: MoveName; revision: number | null; id: string | null; name: string }[];
  trail: { lines: number; last: { sequence: number; hash: string }; broken: BrokenLine | null; strays: number };
};

/** What can be said of a document from its records alone. Nothing is claimed that was not compared. */
export function evidenceOf(records: Records): Fact[] {
  const facts = [
    publishedAsSigned(records),
    unchangedSinceApproval(records),
    threePeople(records),
    trailHolds(records),
  ];
  return facts.filter((fact) => fact !== null);
}

const last = <Item>(items: readonly Item[], test: (item: Item) => boolean) => items.findLast(test);

function publishedAsSigned({ publications, decisions }: Records): Fact | null {
  const edition = last(publications, ({ act }) => act !== 'withdraw');
  if (!edition) return null;
  const signed = decisions.some(({ kind, sha256 }) => kind === 'sign_off' && sha256 === edition.sha256);
  return {
    verdict: signed ? 'agrees' : 'differs',
    says: '公开的内容就是签发的内容',
    how: signed
      ? `第${edition.number}版的内容校验码与签发时相同：${hashGroups(edition.sha256, 4)}`
      : `第${edition.number}版的内容校验码，没有一次签发与它相同`,
  };
}

function unchangedSinceApproval({ revisions, decisions }: Records): Fact | null {
  const signed =
    last(decisions, ({ kind }) => kind === 'sign_off') ?? last(decisions, ({ kind }) => kind === 'approve');
  if (!signed) return null;
  const revision = revisions.find(({ number }) => number === signed.revision);
  const approved = last(decisions, ({ kind, revision: number }) => kind === 'approve' && number === signed.revision);
  const agrees = revision?.intact && revision.sha256 === signed.sha256 && approved?.sha256 === signed.sha256;
  return {
    verdict: agrees ? 'agrees' : 'differs',
    says: `第${signed.revision}稿审批${signed.kind === 'sign_off' ? '、签发' : ''}之后没有改动`,
    how: agrees ? '定稿、审批和签发记下的校验码相同，定稿内容重新计算也相同' : '定稿、审批和签发记下的校验码不同',
  };
}

function threePeople({ decisions, hands }: Records): Fact | null {
  const signed = last(decisions, ({ kind }) => kind === 'sign_off');
  if (!signed) return null;
  const moves: readonly MoveName[] = ['submit', 'approve', 'sign_off'];
  const three = moves.map((move) => last(hands, (hand) => hand.move === move && hand.revision === signed.revision));
  const people = new Set(three.map((hand) => hand?.id ?? null));
  const agrees = people.size === 3 && !people.has(null);
  return {
    verdict: agrees ? 'agrees' : 'differs',
    says: '起草、审批、签发是三个不同的人',
    how: three.map((hand) => hand?.name ?? '没有记录').join('、'),
  };
}

function trailHolds({ trail }: Records): Fact {
  const says = '操作记录没有缺少、改动或者调换次序';
  if (trail.broken)
    return { verdict: 'differs', says, how: `第${trail.broken.sequence}条${faultNames[trail.broken.fault]}` };
  if (trail.strays > 0)
    return { verdict: 'differs', says, how: `${trail.strays}项办理、定稿或者公开在操作记录里没有对应` };
  return {
    verdict: 'agrees',
    says,
    how: `本机关第1条至第${trail.lines}条前后相接，末条校验码${hashGroups(trail.last.hash, 2)}`,
  };
}

export const faultNames: Record<BrokenLine['fault'], string> = {
  missing: '缺少',
  out_of_place: '次序不对',
  altered: '与校验码对不上',
  unreadable: '不能读取',
};
