import { BriefPart, Hands, KeyFigures } from '@/components/office/brief';
import { handsOf, KeptNotes, Unchanged } from '@/components/office/brief-decisions';
import { Restatements } from '@/components/office/restatements';
import { TitleBySense } from '@/components/report/report-title';
import type { SignOffBrief } from '@/lib/server/reports/review';
import { printedFigure } from '@/lib/text/figures';
import { findingTitle } from '@/lib/text/findings';
import { typedOverSentence } from '@/lib/text/registers';
import { restatedTitle } from '@/lib/text/restatements';
import { equationsSentence, publicationSentence } from '@/lib/text/review';

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
      <KeptNotes notes={notesOf(brief.findings)} count={brief.findings.length} />
      <Unchanged approved={brief.approved} revision={brief.revision} more={equationsSentence(brief.equations)} />
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
