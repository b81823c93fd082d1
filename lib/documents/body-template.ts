/**
 * The body of an item in Typst: headings, paragraphs, lists, tables and pictures, as lib/domain/items/body.ts has them. Part
 * of a larger template, which says how large the letters are (`table-size`) and where the pictures lie (`images`).
 */
export const bodyTemplate = `
#let words(runs) = {
  let lines = runs.map(r => r.text).join("").split("\\n")
  lines.join(linebreak())
}

#let grid-of(it, table-size) = {
  set text(size: table-size)
  set par(first-line-indent: 0pt, justify: false, leading: 0.4em, spacing: 0.4em)
  let columns = it.rows.fold(1, (most, row) => calc.max(most, row.map(c => c.at("colspan", default: 1)).sum(default: 1)))
  let cell(c) = table.cell(colspan: c.at("colspan", default: 1), rowspan: c.at("rowspan", default: 1), words(c.runs))
  let head = it.rows.slice(0, it.headerRows).flatten().map(cell)
  let rest = it.rows.slice(it.headerRows).flatten().map(cell)
  table(columns: (1fr,) * columns, align: center + horizon, stroke: 0.6pt, inset: 0.3em,
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
