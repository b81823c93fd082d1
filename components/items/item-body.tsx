import { Fragment, type ReactNode } from 'react';
import { type ItemBlock, type Run, type TableCell, wholeHeaderRows } from '@/lib/domain/items/body';

type ItemBodyProps = {
  blocks: readonly ItemBlock[];
  /** Address of a stored picture. */
  picture: (sha256: string) => string;
  /** Level of the page's headings for 一、; the levels below follow. */
  level: 2 | 3 | 4;
  /** What stands under a block: room for a remark. */
  under?: (block: ItemBlock, position: number) => ReactNode;
  /** Element id of a block; none where nothing leads there. */
  idOf?: (block: ItemBlock) => string;
};

/** The body of an item as a reader reads it. */
export function ItemBody({ blocks, picture, level, under, idOf }: ItemBodyProps) {
  return blocks.map((block, position) => (
    <div key={block.id} id={idOf?.(block)} className="item-block">
      <Block block={block} picture={picture} level={level} />
      {under?.(block, position)}
    </div>
  ));
}

const tags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function Block({ block, picture, level }: { block: ItemBlock } & Pick<ItemBodyProps, 'picture' | 'level'>) {
  switch (block.kind) {
    case 'heading': {
      const Tag = tags[level + block.level - 2] ?? 'h6';
      return (
        <Tag>
          <Runs runs={block.runs} />
        </Tag>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the entries are as frozen as the body
            <li key={at}>
              <Runs runs={entry} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <BodyTable rows={block.rows} headerRows={block.headerRows} />;
    case 'image':
      return (
        <p className="item-picture">
          {/* biome-ignore lint/performance/noImgElement: stored pictures have one size and come from our own address */}
          <img src={picture(block.sha256)} alt={block.alt} loading="lazy" />
        </p>
      );
  }
}

const Runs = ({ runs }: { runs: readonly Run[] }) =>
  runs.map(({ text, href }, at) => {
    const words = text.split('\n').map((line, number) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
      <Fragment key={number}>
        {number > 0 && <br />}
        {line}
      </Fragment>
    ));
    return href ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
      <a key={at} href={href} rel="noopener noreferrer">
        {words}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
      <Fragment key={at}>{words}</Fragment>
    );
  });

function BodyTable({ rows, headerRows }: { rows: readonly (readonly TableCell[])[]; headerRows: number }) {
  const head = wholeHeaderRows(rows, headerRows);
  const line = (cells: readonly TableCell[], at: number, heading: boolean) => (
    <tr key={at}>
      {cells.map(({ runs, colspan, rowspan }, column) => {
        const Cell = heading ? 'th' : 'td';
        return (
          <Cell
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its place
            key={column}
            colSpan={colspan}
            rowSpan={rowspan}
            scope={heading ? ((colspan ?? 1) > 1 ? 'colgroup' : 'col') : undefined}
          >
            <Runs runs={runs} />
          </Cell>
        );
      })}
    </tr>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard too
    <section className="item-table" aria-label="表格" tabIndex={0}>
      <table>
        {head > 0 && <thead>{rows.slice(0, head).map((cells, at) => line(cells, at, true))}</thead>}
        <tbody>{rows.slice(head).map((cells, at) => line(cells, at, false))}</tbody>
      </table>
    </section>
  );
}
