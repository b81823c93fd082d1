import { Check, TriangleAlert } from 'lucide-react';
import { BriefPart, type HandView, type NoteView, OpenNotes } from '@/components/office/brief';
import type { SecrecyReview } from '@/lib/domain/workflow/secrecy';
import { dayNear, dayOf } from '@/lib/text/days';
import { nameAndPost, quoted } from '@/lib/text/office';
import { secrecyNames } from '@/lib/text/review';

/** A decision as a brief tells of it. */
type Decided = {
  id: string;
  kind: string;
  actorName: string;
  actorPost: string;
  words: string;
  at: Date;
  revision: number | null;
  sha256: string | null;
};

type Revision = { number: number; sha256: string };

/** Warnings that the section leader let stay; `count` where several are told in one line. */
export function KeptNotes({ notes, count = notes.length }: { notes: readonly NoteView[]; count?: number }) {
  if (notes.length === 0) return null;
  return (
    <BriefPart id="notes" title={`请您留意（${count}条提示没有消除，审批时已同意保留）`}>
      <OpenNotes notes={notes} />
    </BriefPart>
  );
}

type UnchangedProps = {
  approved: Pick<Decided, 'actorName' | 'sha256'> | null;
  revision: Revision;
  /** What else was looked at again. */
  more?: string;
};

/** Whether this is what the section leader approved: the approval counts for this content only if it names its hash. */
export function Unchanged({ approved, revision, more = '' }: UnchangedProps) {
  return (
    <BriefPart id="unchanged" title="审批之后有没有改动">
      {approved?.sha256 === revision.sha256 ? (
        <p>
          <Check size={16} aria-hidden className="text-green" /> <b>没有改动。</b>
          您看到的就是{approved.actorName}审批通过的第{revision.number}稿。{more}
          <span className="block text-ink-2 text-note">
            校验码<span className="hash">{revision.sha256.slice(0, 16)}…</span>
          </span>
        </p>
      ) : (
        <p>
          <TriangleAlert size={16} aria-hidden className="text-amber" /> <b>第{revision.number}稿还没有审批通过。</b>
        </p>
      )}
    </BriefPart>
  );
}

type Made<Decision> = {
  submitted: Decision | null;
  approved: Decision | null;
  decisions: readonly Decision[];
  /** Null where nothing was disclosed that had to be reviewed. */
  secrecy: SecrecyReview | null;
  drafter: { post: string };
  revision: Revision;
  today: string;
};

const itsWords = ({ words }: Decided) => (words ? quoted(words) : '');

/** Through whose hands the content went: drafter, secrecy review, section leader, and whoever signed it already. */
export function handsOf<Decision extends Decided>(
  { submitted, approved, decisions, secrecy, drafter, revision, today }: Made<Decision>,
  wordsOf: (decision: Decision) => string = itsWords,
): HandView[] {
  const signed = decisions.findLast(({ kind, revision: of }) => kind === 'sign_off' && of === revision.number);
  const hand = (deed: string, decision: Decision | null | undefined, post = decision?.actorPost) =>
    decision && {
      ...{ key: decision.id, deed, who: nameAndPost(decision.actorName, post) },
      ...{ words: wordsOf(decision), day: dayNear(dayOf(decision.at), today) },
    };
  const reviewed = secrecy && {
    ...{ key: 'secrecy', deed: '保密审查', who: `${secrecyNames[secrecy.result]}，${secrecy.by}` },
    ...{ words: secrecy.statement && quoted(secrecy.statement), day: dayNear(secrecy.at, today) },
  };
  const hands = [hand('起草', submitted, drafter.post), reviewed, hand('审批', approved), hand('签发', signed)];
  return hands.filter((each) => !!each);
}
