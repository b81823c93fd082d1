import type { Restatement } from '@/lib/domain/report/restatement';
import { restatedCell, restatedReasons } from '@/lib/text/restatements';

/** How the register says otherwise of published years, with the requests and the reasons written then. */
export function Restatements({ restated }: { restated: readonly Restatement[] }) {
  return restated.map((each) => (
    <div key={each.year} className="grid gap-1">
      <p>{restatedReasons(each)}</p>
      <ul>
        {each.cells.map((cell) => (
          <li key={cell.address}>{restatedCell(cell)}</li>
        ))}
      </ul>
      <p>
        涉及的申请：
        {each.requests.map(({ id, number }, at) => (
          <span key={id}>
            {at > 0 && '、'}
            <a href={`/admin/requests/${id}`}>{number}</a>
          </span>
        ))}
      </p>
    </div>
  ));
}
