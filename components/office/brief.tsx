import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** One part of the brief under its small heading. */
export function BriefPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="brief-part">
      <h2 id={id} className="mb-2 font-normal text-ink-2 text-note">
        {title}
      </h2>
      {children}
    </section>
  );
}

export type KeyFigureView = { label: string; value: string; unit: string; was: string | null };

type KeyFiguresProps = {
  figures: readonly KeyFigureView[];
  year: number;
  /** Whether there is a report of last year to compare with. */
  compared: boolean;
};

export function KeyFigures({ figures, year, compared }: KeyFiguresProps) {
  return (
    <table className="brief-table">
      <caption className="sr-only">主要数字与上年相比</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">项目</th>
          <th scope="col">{year}年</th>
          {compared && <th scope="col">{year - 1}年</th>}
        </tr>
      </thead>
      <tbody>
        {figures.map(({ label, value, unit, was }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <b className="text-h3 leading-[1.3]">{value}</b> {unit}
            </td>
            {compared && <td className="w-[7em] text-ink-2 text-note">{was === null ? '上年没有' : `上年${was}`}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export type NoteView = { key: string; title: string; reason: string };

/** Warnings that stay, each with the reason that settled it. */
export function OpenNotes({ notes }: { notes: readonly NoteView[] }) {
  return (
    <ol className="grid gap-1.5">
      {notes.map(({ key, title, reason }) => (
        <li key={key} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
          <TriangleAlert size={16} aria-hidden className="mt-[0.3em] text-amber" />
          <span>
            {title}
            <span className="block text-ink-2 text-note">{reason}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

export type HandView = { key: string; deed: string; who: string; words: string; day: string };

/** Through whose hands it went. */
export function Hands({ hands }: { hands: readonly HandView[] }) {
  return (
    <table className="brief-table">
      <caption className="sr-only">经手人</caption>
      <tbody>
        {hands.map(({ key, deed, who, words, day }) => (
          <tr key={key}>
            <th scope="row">
              {deed}　{who}
              {words && <span className="block text-ink-2 text-note">{words}</span>}
            </th>
            <td className="text-ink-2 text-note">{day}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
