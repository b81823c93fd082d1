import { Notice } from '@/components/ui/notice';
import type { VerificationFault } from '@/lib/domain/verification';
import { dayInProse } from '@/lib/text/days';
import { moreFaults, verificationAdvice, verificationSentence, verificationTitle } from '@/lib/text/verification';

type Props = { day: string; count: number; faults: readonly VerificationFault[] };

const atFirst = 3;

/** Above every page of an administrator while citizens get something else than what was signed. */
export function VerificationAlarm({ day, count, faults }: Props) {
  const rest = faults.slice(atFirst);
  return (
    <aside className="mx-auto max-w-[80rem] px-5 pt-5" aria-label="核验">
      <Notice kind="stop" title={verificationTitle({ day: dayInProse(day), count })}>
        <Faults faults={faults.slice(0, atFirst)} />
        {rest.length > 0 && (
          <details>
            <summary>{moreFaults(count - atFirst)}</summary>
            <Faults faults={rest} />
          </details>
        )}
        <p>{verificationAdvice}</p>
      </Notice>
    </aside>
  );
}

const Faults = ({ faults }: Pick<Props, 'faults'>) => (
  <ul className="list-disc pl-5">
    {faults.map((fault) => {
      const sentence = verificationSentence(fault);
      return <li key={sentence}>{sentence}</li>;
    })}
  </ul>
);
