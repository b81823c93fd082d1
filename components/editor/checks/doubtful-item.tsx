'use client';

import { OctagonAlert } from 'lucide-react';
import { useDesk } from '@/components/editor/desk/context';
import { focusCell } from '@/components/editor/grid/use-grid-keys';
import { elementId, label } from '@/lib/domain/report/addresses';
import type { Doubtful } from '@/lib/editor/desk';
import { sentence } from '@/lib/text/issues';

/** A text at a cell that could not be read as a figure. */
export function DoubtfulItem({ address, doubt }: { address: string; doubt: Doubtful }) {
  const { format } = useDesk();
  const name = label(format, address);
  return (
    <li className="ed-finding">
      <p className="ed-finding-head text-red">
        <OctagonAlert size={16} aria-hidden /> 必须改正：没有读出数
      </p>
      <p>
        {name}填的是“{doubt.text}”，{sentence({ code: 'bad_input', field: address, problem: doubt.problem }, '')}
        这一格还没有保存。
      </p>
      <p className="ed-finding-acts">
        <a
          href={`#${elementId(format, address)}`}
          onClick={(event) => {
            event.preventDefault();
            focusCell(address);
          }}
        >
          转到{name}
        </a>
      </p>
    </li>
  );
}
