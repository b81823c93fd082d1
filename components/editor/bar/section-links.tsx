'use client';

import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';

type SectionLinksProps = {
  label: string;
  /** Each part with its element, and how much the checks found in it. */
  parts: readonly { id: string; heading: string; blocks: number; warnings: number }[];
};

/** The parts of a document, each with what the checks found in it, and where it is handed in. */
export function SectionLinks({ label, parts }: SectionLinksProps) {
  const current = useSectionInView(parts.map(({ id }) => id));
  return (
    <nav className="ed-nav" aria-label={label}>
      {parts.map(({ id, heading, blocks, warnings }) => (
        <a key={id} href={`#${id}`} aria-current={current === id || undefined}>
          <span>{heading}</span>
          <Counts blocks={blocks} warnings={warnings} />
        </a>
      ))}
      <a href="#submit" aria-current={current === 'submit' || undefined}>
        <span>送审</span>
      </a>
    </nav>
  );
}

function Counts({ blocks, warnings }: { blocks: number; warnings: number }) {
  if (blocks > 0) {
    return (
      <b className="text-red">
        <OctagonAlert size={16} role="img" aria-label="必须改正" /> {blocks}
      </b>
    );
  }
  return warnings === 0 ? null : (
    <b className="text-amber">
      <TriangleAlert size={16} role="img" aria-label="请核实" /> {warnings}
    </b>
  );
}

// The last part whose head has passed the upper third of the window.
function useSectionInView(ids: readonly string[]) {
  const [current, setCurrent] = useState(ids[0] ?? '');
  const all = ids.join();
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight / 3;
      const passed = [...all.split(','), 'submit'].filter((id) => {
        const element = document.getElementById(id);
        return element && element.getBoundingClientRect().top < line;
      });
      setCurrent(passed.at(-1) ?? all.split(',')[0] ?? '');
    };
    const control = new AbortController();
    window.addEventListener('scroll', look, { passive: true, signal: control.signal });
    return () => control.abort();
  }, [all]);
  return current;
}
