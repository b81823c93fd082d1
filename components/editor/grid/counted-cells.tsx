'use client';

import { type FormEvent, useState } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { label } from '@/lib/domain/report/addresses';
import { cellAt } from '@/lib/domain/report/cells';
import type { CellAddress } from '@/lib/domain/report/content';
import type { Section } from '@/lib/domain/report/format';
import { countedAt, isTypedOver } from '@/lib/domain/report/live-numbers';
import { readFigure } from '@/lib/domain/report/read-number';
import { countedIn, followRegister, typeOver } from '@/lib/editor/counted';
import type { DeskState } from '@/lib/editor/desk';
import { figureAt } from '@/lib/editor/figures';
import { printedFigure } from '@/lib/text/figures';
import { sentence } from '@/lib/text/issues';
import { recordsAddress, sourceName } from '@/lib/text/registers';

/** Below the tables of a section: which cells a register counts, where its records are, and how to type over one. */
export function CountedCells({ section }: { section: Section }) {
  const { format } = useDesk();
  const registers = useDeskState((state) => state.registers);
  const cells = (Object.keys(format.counted) as CellAddress[]).filter(
    (address) => cellAt(format, address)?.table.section === section.id && countedAt(format, address, registers),
  );
  const zeros = useDeskState((state) => zerosAmong(cells, state).join(' '))
    .split(' ')
    .filter((address) => address !== '') as CellAddress[]; // addresses have no spaces
  if (cells.length === 0) return null;
  return (
    <details className="ed-counted">
      <summary>由登记簿计数的{cells.length}格</summary>
      <ul>
        {cells
          .filter((address) => !zeros.includes(address))
          .map((address) => (
            <CountedCell key={address} address={address} />
          ))}
      </ul>
      {zeros.length > 0 && <CountedZeros addresses={zeros} all={zeros.length === cells.length} />}
    </details>
  );
}

/** From so many cells on, those in which the register counts nothing are not listed one by one. */
const many = 12;

function zerosAmong(cells: readonly CellAddress[], state: DeskState): CellAddress[] {
  if (cells.length < many) return [];
  return cells.filter((address) => countedIn(state, address)?.value === 0);
}

/** One of the cells without records can be typed over too. */
function CountedZeros({ addresses, all }: { addresses: readonly CellAddress[]; all: boolean }) {
  const { format } = useDesk();
  const [chosen, setChosen] = useState<CellAddress | null>(null);
  return (
    <div className="grid gap-2">
      <label>
        {all ? '各格' : `其余${addresses.length}格`}登记簿里都是0。要改填的，请选一格：
        <select
          className="control"
          value={chosen ?? ''}
          onChange={({ target }) => setChosen(addresses.find((address) => address === target.value) ?? null)}
        >
          <option value="">请选择</option>
          {addresses.map((address) => (
            <option key={address} value={address}>
              {label(format, address)}
            </option>
          ))}
        </select>
      </label>
      {chosen && addresses.includes(chosen) && (
        <div>
          <TypeOver key={chosen} address={chosen} />
        </div>
      )}
    </div>
  );
}

function CountedCell({ address }: { address: CellAddress }) {
  const { desk, format, year, nodeLabels } = useDesk();
  const said = useDeskState((state) => countedAt(state.format, address, state.registers)?.value ?? null);
  const origin = useDeskState(({ replica }) => replica.wanted.office.origins[address]);
  const shown = useDeskState((state) => figureAt(state, address));
  const source = format.counted[address] ?? '';
  const records = recordsAddress(source, year);
  const over = origin && isTypedOver({ origins: { [address]: origin } }, address) ? origin.note : null;
  return (
    <li>
      <b>{label(format, address)}</b>：
      {over === null
        ? `${printedFigure(said)}，取自${sourceName(format, source, nodeLabels)}。`
        : `改填为${printedFigure(shown)}，登记簿是${printedFigure(said)}。理由：${over}。`}
      {records && (
        <>
          {' '}
          <a href={records}>查看记录</a>
        </>
      )}{' '}
      {over === null ? (
        <TypeOver address={address} />
      ) : (
        <Button small onClick={() => desk.update((state) => followRegister(state, address))}>
          恢复按登记簿
        </Button>
      )}
    </li>
  );
}

/** The figure and the reason for it, both of them. */
function TypeOver({ address }: { address: CellAddress }) {
  const { desk, format } = useDesk();
  const [open, setOpen] = useState(false);
  const [errors, setErrors] = useState<{ figure?: string; reason?: string }>({});
  if (!open) {
    return (
      <Button small onClick={() => setOpen(true)}>
        改填
      </Button>
    );
  }

  function write(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const reason = String(form.get('reason') ?? '').trim();
    const cell = cellAt(format, address);
    const reading = cell && readFigure(String(form.get('figure') ?? ''), cell.column);
    const figure = reading && 'value' in reading ? reading.value : null;
    const said = (field: string, problem: 'required' | 'not_a_number') =>
      sentence({ code: 'bad_input', field, problem }, '');
    const wrong = {
      ...(figure === null && { figure: said('figure', 'not_a_number') }),
      ...(reason === '' && { reason: said('reason', 'required') }),
    };
    setErrors(wrong);
    if (figure !== null && reason !== '') desk.update((state) => typeOver(state, address, figure, reason));
  }
  return (
    <form className="ed-type-over" onSubmit={write}>
      <Field
        id={`over-${address}`}
        name="figure"
        label={`${label(format, address)}改填为`}
        error={errors.figure}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
      />
      <Field
        id={`over-reason-${address}`}
        name="reason"
        label="为什么不按登记簿填（领导审批、签发时能看到）"
        error={errors.reason}
        maxLength={500}
        autoComplete="off"
      />
      <div className="flex gap-3">
        <Button small primary type="submit">
          改填
        </Button>
        <Button small onClick={() => setOpen(false)}>
          不改了
        </Button>
      </div>
    </form>
  );
}
