type Choice = { value: string; label: string };

type FinderProps = {
  /** Address of the page of results. */
  action: string;
  typed?: string;
  years: readonly number[];
  year?: number;
  /** Columns and nodes, by groups. */
  nodes: readonly { group: string; choices: readonly Choice[] }[];
  node?: string;
  /** A class that was chosen among the results stays chosen. */
  class?: string;
  /** Why what was typed is not answered. */
  error?: string;
};

/** A question and where to look for it; works without script. */
export function Finder({ action, typed = '', years, year, nodes, node, class: itsClass, error }: FinderProps) {
  return (
    <form className="finder" action={action} method="get" aria-label="查找公开信息">
      <div className={`field${error ? ' bad' : ''}`}>
        <label htmlFor="q">查找公开信息</label>
        {error && (
          <p className="error" id="q-error">
            {error}
          </p>
        )}
        <input
          {...{ className: 'control', id: 'q', name: 'q', type: 'search', defaultValue: typed, autoComplete: 'off' }}
          aria-describedby={error ? 'q-error q-hint' : 'q-hint'}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <div className="field">
        <label htmlFor="year">年份</label>
        <select className="control" id="year" name="year" defaultValue={year ?? ''}>
          <option value="">全部年份</option>
          {years.map((each) => (
            <option key={each} value={each}>
              {each}年
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="node">栏目</label>
        <select className="control" id="node" name="node" defaultValue={node ?? ''}>
          <option value="">全部栏目</option>
          {nodes.map(({ group, choices }) => (
            <optgroup key={group} label={group}>
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {itsClass && <input type="hidden" name="class" value={itsClass} />}
      <button type="submit" className="button primary">
        查找
      </button>
      <p className="hint" id="q-hint">
        可以填名称或者正文里的几个字、文号或者索引号，例如“危房改造”“2021-00011”。
      </p>
    </form>
  );
}

/** The same in one line, in the head of other pages. */
export function HeadSearch({ action }: { action: string }) {
  return (
    <search>
      <form className="head-search" action={action} method="get">
        <label htmlFor="head-q" className="sr-only">
          查找公开信息
        </label>
        <input
          className="control"
          id="head-q"
          name="q"
          type="search"
          placeholder="名称、文号或索引号"
          autoComplete="off"
        />
        <button type="submit" className="button">
          查找
        </button>
      </form>
    </search>
  );
}
