'use client';

import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useDesk } from '@/components/editor/desk/context';
import { sectionOf } from '@/components/editor/desk/finding-places';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import type { Finding } from '@/lib/domain/report/finding';

/** The parts of the report, each with what the checks found in it. */
export function SectionNav() {
  const { format } = useDesk();
  const { blocks, warnings } = useUnsettled();
  const parts = [{ id: 'preamble', heading: '导言' }, ...format.sections];
  const current = useSectionInView(parts.map(({ id }) => id));
  const count = (findings: readonly Finding[], section: string) =>
    findings.filter(({ places: [place] }) => place && sectionOf(format, place) === section).length;
  return (
    <nav className="ed-nav" aria-label="报告各部分">
      {parts.map(({ id, heading }) => (
        <a key={id} href={`#${id}`} aria-current={current === id || undefined}>
          <span>{heading}</span>
          <Counts blocks={count(blocks, id)} warnings={count(warnings, id)} />
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
  const [current, setCurrent] = useState('preamble');
  const all = ids.join();
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight / 3;
      const passed = [...all.split(','), 'submit'].filter((id) => {
        const element = document.getElementById(id);
        return element && element.getBoundingClientRect().top < line;
      });
      setCurrent(passed.at(-1) ?? 'preamble');
    };
    const control = new AbortController();
    window.addEventListener('scroll', look, { passive: true, signal: control.signal });
    return () => control.abort();
  }, [all]);
  return current;
}
