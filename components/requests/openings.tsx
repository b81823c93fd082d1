import type { Opening } from '@/lib/domain/requests/open-events';
import { sentence } from '@/lib/text/issues';
import { eventGroups } from '@/lib/text/request-event-forms';
import { requestEventNames } from '@/lib/text/requests';

type OpeningsProps = { id: string; openings: readonly Opening[]; chosen: string | null };

/** What may be entered today, in the order of the law; what may not says why. */
export function Openings({ id, openings, chosen }: OpeningsProps) {
  const groups = eventGroups.map(({ label, kinds }) => ({
    label,
    open: openings.filter(({ kind, issues }) => kinds.includes(kind) && issues.length === 0),
  }));
  const shut = eventGroups.flatMap(({ kinds }) =>
    openings.filter(({ kind, issues }) => kinds.includes(kind) && issues.length > 0),
  );
  return (
    <>
      <dl className="grid gap-2">
        {groups.map(
          ({ label, open }) =>
            open.length > 0 && (
              <div key={label} className="grid gap-x-4 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)]">
                <dt className="pt-1 text-ink-2 text-note">{label}</dt>
                <dd className="flex flex-wrap gap-2">
                  {open.map(({ kind }) => (
                    <a
                      key={kind}
                      className="button small"
                      href={`/admin/requests/${id}?enter=${kind}#enter`}
                      aria-current={kind === chosen ? 'true' : undefined}
                    >
                      {requestEventNames[kind]}
                    </a>
                  ))}
                </dd>
              </div>
            ),
        )}
      </dl>
      <details>
        <summary className="cursor-pointer text-blue">现在不能登记的{shut.length}项，为什么</summary>
        <ul className="mt-2 grid gap-1 text-note">
          {shut.map(({ kind, issues }) => (
            <li key={kind}>
              <b>{requestEventNames[kind]}</b>　
              <span className="text-ink-2">{issues.map((issue) => sentence(issue)).join('')}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
