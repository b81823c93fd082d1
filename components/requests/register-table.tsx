import { DueCell } from '@/components/office/due-cell';
import { Tag, type TagKind } from '@/components/ui/tag';
import type { ApplicantKind } from '@/lib/domain/requests/statistics';
import type { Due } from '@/lib/text/office';
import { requestNumber } from '@/lib/text/request-pages';
import { channelName, nextStepName, resultName, stageName } from '@/lib/text/request-register';
import { applicantKindNames } from '@/lib/text/request-values';

export type RequestLine = {
  id: string;
  year: number;
  number: number;
  applicantKind: ApplicantKind;
  applicant: string;
  asked: string;
  channel: string;
  stage: string;
  arrivedOn: string | null;
  endedOn: string | null;
  dueStep: string | null;
  due: Due | null;
  resultRow: string | null;
  handler: string;
  past: boolean;
};

const kinds: Record<string, TagKind> = { registered: 'check', open: 'info', closed: 'done', archived: 'quiet' };

type RequestTableProps = { caption: string; rows: readonly RequestLine[]; today: string; seesWho: boolean };

/** Requests with where they stand and what has to be done next, by when. */
export function RequestTable({ caption, rows, today, seesWho }: RequestTableProps) {
  return (
    <table className="office-grid">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {['申请', '申请人', '状态', '期限', '经办人'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/admin/requests/${row.id}`} className="line-clamp-2">
                {row.asked}
              </a>{' '}
              {row.past && <Tag>导入</Tag>}
              <span className="block font-normal text-ink-2 text-note">
                {requestNumber(row)}　{row.arrivedOn}到达　{channelName(row.channel)}
              </span>
            </th>
            <td className="whitespace-nowrap">
              {applicantKindNames[row.applicantKind]}
              {seesWho && <span className="ml-2 text-ink-2 text-note sm:ml-0 sm:block">{row.applicant}</span>}
            </td>
            <td>
              <Tag kind={kinds[row.stage] ?? 'quiet'}>{stageName(row.stage)}</Tag>
              {row.resultRow && <span className="block text-ink-2 text-note">{resultName(row.resultRow)}</span>}
            </td>
            <td>
              {row.due ? (
                <DueCell due={row.due} today={today}>
                  {nextStepName(row.dueStep)}
                </DueCell>
              ) : (
                <span className="text-ink-2 text-note">{row.endedOn ? `${row.endedOn}办结` : '没有期限'}</span>
              )}
            </td>
            <td className="whitespace-nowrap">{row.handler}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
