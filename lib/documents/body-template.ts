import { type PlacedTable, piecesOf, placedTable } from '@/lib/documents/item-grid';
import type { ItemBody } from '@/lib/domain/items/body';

/** The body of an item as `bodyTemplate` takes it. */
export const typstBody = (body: ItemBody) =>
  body.map((block) =>
    block.kind === 'table' ? { kind: block.kind, ...broken(placedTable(block.rows, block.headerRows)) } : block,
  );

const broken = ({ rows, ...table }: PlacedTable) => ({
  ...table,
  rows: rows.map((cells) => cells.map((cell) => ({ ...cell, runs: piecesOf(cell.runs) }))),
});

/**
 * The body of an item in Typst: headings, paragraphs, lists, tables and pictures, as `typstBody` makes them. Part of a
 * larger template, which says how large the letters are (`table-size`) and where the pictures lie (`images`).
 */
export const bodyTemplate = `
#let words(runs) = for run in runs {
  // What is longer than a column may end anywhere.
  let loose = run.at("loose", default: false)
  let said = if loose { h(0pt) + run.text.clusters().join(h(0pt)) } else { run.text.split("\\n").join(linebreak()) }
  if "href" in run { link(run.href, said) } else { said }
}

#let grid-of(it, table-size) = {
  set text(size: table-size * it.scale)
  set par(first-line-indent: 0pt, justify: false, leading: 0.4em, spacing: 0.4em)
  let cell(c) = table.cell(x: c.x, y: c.y, colspan: c.colspan, rowspan: c.rowspan, words(c.runs))
  let head = it.rows.slice(0, it.headerRows).flatten().map(cell)
  let rest = it.rows.slice(it.headerRows).flatten().map(cell)
  table(columns: it.widths.map(share => share * 100%), align: center + horizon, stroke: 0.6pt, inset: 0.3em,
    ..(if head.len() > 0 { (table.header(..head),) } else { () }), ..rest)
}

#let block-of(it, images, table-size) = {
  if it.kind == "heading" { heading(level: it.level, words(it.runs)) }
  else if it.kind == "paragraph" { par(words(it.runs)) }
  else if it.kind == "list" {
    for (n, entry) in it.entries.enumerate() { par([#(if it.ordered { str(n + 1) + ". " } else { "· " })#words(entry)]) }
  }
  else if it.kind == "table" { grid-of(it, table-size) }
  else if it.kind == "image" {
    if it.sha256 in images { align(center, image(images.at(it.sha256), alt: it.alt, width: 80%)) } else { par(it.alt) }
  }
}
`;
