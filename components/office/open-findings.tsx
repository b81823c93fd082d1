import { OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type FindingView = {
  key: string;
  title: string;
  /** What was found, and where. */
  text: ReactNode;
  severity: 'block' | 'warn';
  reason: string;
};

/** What the rules still say, each with the drafter's written reason. */
export function OpenFindings({ findings }: { findings: readonly FindingView[] }) {
  return (
    <ol>
      {findings.map(({ key, title, text, severity, reason }) => (
        <li key={key} className="border-line border-b p-4 last:border-b-0">
          <h3 className={`text-ui ${severity === 'block' ? 'text-red' : ''}`}>
            {severity === 'block' ? (
              <OctagonAlert size={16} aria-hidden className="mr-1" />
            ) : (
              <TriangleAlert size={16} aria-hidden className="mr-1 text-amber" />
            )}
            {severity === 'block' ? '必须改正：' : '请核实：'}
            {title}
          </h3>
          <div className="mt-1">{text}</div>
          <dl className="was-and-is">
            <dt>说明</dt>
            <dd className="whitespace-pre-line">{reason || <span className="text-ink-2">没有说明</span>}</dd>
          </dl>
        </li>
      ))}
    </ol>
  );
}
