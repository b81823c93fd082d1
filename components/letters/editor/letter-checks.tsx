import { Notice } from '@/components/ui/notice';
import type { Finding } from '@/lib/domain/report/finding';
import { letterFindingText, letterPlaceId } from '@/lib/text/letter-form';

/** What stands in the way of the letter, each with the way to its place. */
export function LetterChecks({ findings }: { findings: readonly Finding[] }) {
  return (
    <div id="checks">
      {findings.length === 0 ? (
        <Notice kind="done" title="事实齐全，没有矛盾，可以送审" live />
      ) : (
        <Notice kind="stop" title={`必须改正${findings.length}处`} live>
          <ul className="list-disc pl-5">
            {findings.map((finding) => (
              <li key={finding.key}>
                <Found finding={finding} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function Found({ finding }: { finding: Finding }) {
  const field = String(finding.facts.field);
  const text = letterFindingText(finding);
  const hasPlace = field !== '' && field !== 'kind' && field !== 'remedy';
  return hasPlace ? <a href={`#${letterPlaceId(field)}`}>{text}</a> : text;
}
