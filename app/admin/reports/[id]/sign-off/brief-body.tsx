import { Check, TriangleAlert } from 'lucide-react';
import { BriefPart, Hands, type HandView, KeyFigures, OpenNotes } from '@/components/office/brief';
import { Restatements } from '@/components/office/restatements';
import { TitleBySense } from '@/components/report/report-title';
import type { SignOffBrief } from '@/lib/server/review';
import { dayNear, dayOf } from '@/lib/text/days';
import { printedFigure } from '@/lib/text/figures';
import { findingTitle } from '@/lib/text/findings';
import { quoted } from '@/lib/text/office';
import { typedOverSentence } from '@/lib/text/registers';
import { restatedTitle } from '@/lib/text/restatements';
import { equationsSentence, publicationSentence, secrecyNames } from '@/lib/text/review';

type BriefBodyProps = { brief: SignOffBrief; column: string; organisation: string };

/** What the leader must know, the weightiest first: content, figures and open warnings stand above the fold. */
export function BriefBody({ brief, column, organisation }: BriefBodyProps) {
  const { document, publishOn, nextNumber: number, correctionNote, today } = brief;
  return (
    <>
      <header className="brief-part">
        <p className="text-ink-2 text-note">
          <a href="/admin">待办</a> › {document.status === 'signed' ? '已签发，等待公开' : '请签发'}
        </p>
        <h1 aria-label={document.title} className="my-1 font-serif text-[1.375rem] leading-[1.45]">
          <TitleBySense title={document.title} organisation={organisation} />
        </h1>
        <p>{publicationSentence({ publishOn, column, number, signed: document.status === 'signed', today })}</p>
        {correctionNote && <p className="mt-1">更正说明：{correctionNote}</p>}
      </header>
      <BriefPart
        id="figures"
        title={isCompared(brief) ? '主要数字' : `主要数字（系统里没有${document.year - 1}年的报告可比）`}
      >
        <KeyFigures figures={figuresOf(brief)} year={document.year} compared={isCompared(brief)} />
      </BriefPart>
      <TypedOver brief={brief} />
      <Restated brief={brief} />
      <Notes brief={brief} />
      <BriefPart id="unchanged" title="审批之后有没有改动">
        <Unchanged brief={brief} />
      </BriefPart>
      <BriefPart id="hands" title="经手人">
        <Hands hands={handsOf(brief)} />
      </BriefPart>
      <p className="brief-part flex flex-wrap gap-x-4">
        <a href={`/admin/reports/${document.id}/preview`}>读全文</a>
        <a href={`/admin/reports/${document.id}/review`}>与上年、上一稿对照</a>
        <a href={`/admin/reports/${document.id}/history`}>办理记录</a>
      </p>
    </>
  );
}

const isCompared = ({ figures }: SignOffBrief) => figures.some(({ lastYear }) => lastYear !== null);

const figuresOf = ({ figures }: SignOffBrief) =>
  figures.map(({ label, unit, value, source, lastYear }) => ({
    label: source === 'prose' ? `${label}（正文）` : label,
    unit,
    value: printedFigure(value),
    was: lastYear === null ? null : printedFigure(lastYear),
  }));

function TypedOver({ brief: { typedOver, format } }: { brief: SignOffBrief }) {
  if (typedOver.length === 0) return null;
  return (
    <BriefPart id="typed-over" title={`没有按登记簿填的（${typedOver.length}格）`}>
      <ul>
        {typedOver.map((cell) => (
          <li key={cell.address}>{typedOverSentence(format, cell)}</li>
        ))}
      </ul>
    </BriefPart>
  );
}

function Restated({ brief: { restated } }: { brief: SignOffBrief }) {
  if (restated.length === 0) return null;
  return (
    <BriefPart id="restated" title={restatedTitle(restated)}>
      <Restatements restated={restated} />
    </BriefPart>
  );
}

function Notes({ brief: { findings } }: { brief: SignOffBrief }) {
  if (findings.length === 0) return null;
  return (
    <BriefPart id="notes" title={`请您留意（${findings.length}条提示没有消除，审批时已同意保留）`}>
      <OpenNotes notes={notesOf(findings)} />
    </BriefPart>
  );
}

// The same remark with the same reason at several places takes one line: the screen is small.
function notesOf(findings: SignOffBrief['findings']) {
  const notes = new Map<string, { key: string; title: string; reason: string; times: number }>();
  for (const finding of findings) {
    const [title, reason] = [findingTitle(finding), finding.reason ?? '没有说明'];
    const times = (notes.get(title + reason)?.times ?? 0) + 1;
    notes.set(title + reason, { key: finding.key, title, reason, times });
  }
  return [...notes.values()].map(({ title, times, ...note }) => ({
    ...note,
    title: times > 1 ? `${title}（${times}处）` : title,
  }));
}

// The approval counts for this content only if it names its hash.
function Unchanged({ brief: { approved, revision, equations } }: { brief: SignOffBrief }) {
  if (approved?.sha256 !== revision.sha256) {
    return (
      <p>
        <TriangleAlert size={16} aria-hidden className="text-amber" /> <b>第{revision.number}稿还没有审批通过。</b>
      </p>
    );
  }
  return (
    <p>
      <Check size={16} aria-hidden className="text-green" /> <b>没有改动。</b>
      您看到的就是{approved.actorName}审批通过的第{revision.number}稿。{equationsSentence(equations)}
      <span className="block text-ink-2 text-note">
        校验码<span className="hash">{revision.sha256.slice(0, 16)}…</span>
      </span>
    </p>
  );
}

function handsOf({ submitted, approved, secrecy, today, drafter, decisions, revision }: SignOffBrief): HandView[] {
  const signed = decisions.findLast(({ kind, revision: number }) => kind === 'sign_off' && number === revision.number);
  const hand = (deed: string, decision: SignOffBrief['approved'] | undefined, post = decision?.actorPost) =>
    decision && {
      key: decision.id,
      deed,
      who: `${decision.actorName}，${post}`,
      words: decision.words && quoted(decision.words),
      day: dayNear(dayOf(decision.at), today),
    };
  const reviewed = {
    key: 'secrecy',
    deed: '保密审查',
    who: `${secrecyNames[secrecy.result]}，${secrecy.by}`,
    words: secrecy.statement && quoted(secrecy.statement),
    day: dayNear(secrecy.at, today),
  };
  const hands = [hand('起草', submitted, drafter.post), reviewed, hand('审批', approved), hand('签发', signed)];
  return hands.filter((each) => !!each);
}
