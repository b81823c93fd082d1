import type { ReactNode } from 'react';

type PanelProps = { id: string; title: string; aside?: ReactNode; children: ReactNode; className?: string };

/** A titled box of the office; `id` names its heading. */
export function Panel({ id, title, aside, children, className = '' }: PanelProps) {
  return (
    <section aria-labelledby={id} className={`rounded-control border border-line bg-paper ${className}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b px-4 py-2.5">
        <h2 id={id} className="font-strong text-ui">
          {title}
        </h2>
        {aside && <span className="text-ink-2 text-note">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

type PageHeadProps = { title: string; above?: ReactNode; note?: ReactNode; aside?: ReactNode };

/** The head of an office page: what it is, what to know first, what can be opened from here. */
export function PageHead({ title, above, note, aside }: PageHeadProps) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div>
        {above && <p className="text-ink-2 text-note">{above}</p>}
        <h1 className="text-balance font-strong text-[1.375rem] leading-[1.4]">{title}</h1>
        {note && <p className="text-ink-2">{note}</p>}
      </div>
      {aside && <div className="flex flex-wrap items-center gap-x-4 gap-y-2">{aside}</div>}
    </div>
  );
}
