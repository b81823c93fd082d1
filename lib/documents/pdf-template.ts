/**
 * The layout of GB/T 9704—2012 in Typst; the words come in as JSON and are never read as markup. Text, not a file, so
 * that it travels with whatever bundles this room.
 */
export const pdfTemplate = String.raw`
#let paper = json(bytes(sys.inputs.paper))
#let fonts = paper.fonts
#let day = paper.day

// A4, the type area 156 mm × 225 mm: 28 characters a line, 22 lines a page.
#let char = 156mm / 28
#let line-height = 225mm / 22
#let small = 10.5pt // 五号
#let row-space = 3pt
#let upright-gap = 1pt

#set document(title: paper.title, author: paper.author, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(lang: "zh", region: "cn", size: char, font: fonts.body, cjk-latin-spacing: none, hyphenate: false,
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: line-height - char, spacing: line-height - char, first-line-indent: (amount: 2em, all: true))
#set page(
  paper: "a4",
  margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm),
  footer-descent: 7mm,
  footer: context {
    let number = counter(page).get().first()
    set text(size: 14pt)
    set par(first-line-indent: 0pt)
    align(if calc.odd(number) { right } else { left }, pad(x: 14pt)[— #number —])
  },
)
#show heading: it => block(above: line-height - char, below: line-height - char, sticky: true, par(it.body))
#show heading.where(level: 1): set text(size: char, weight: 700, font: fonts.heading1)
#show heading.where(level: 2): set text(size: char, weight: 400, font: fonts.heading2)
#show heading.where(level: 3): set text(size: char, weight: 400, font: fonts.body)
#show title: it => align(center, block(below: line-height, par(first-line-indent: 0pt, justify: false, leading: 11pt,
  text(size: 22pt, weight: 700, font: fonts.title, it.body))))

// Group labels stand upright, a character below the other; marks take their upright forms where the font has them.
// At the edge of a line Typst trims a mark to half a square, which is made up for.
#let upright(words) = stack(dir: ttb, spacing: upright-gap, ..words.clusters().map(c => move(
  dx: if c in "（《“" { 0.25em } else if c in "）》”、，：；" { -0.25em } else { 0em },
  text(features: ("vert",), c),
)))

#let fitted(words, width) = {
  let room = width / (calc.max(1, words.len()) * 0.56)
  text(size: calc.min(small, room), words)
}

#let in-table(it) = {
  set text(size: small)
  set par(first-line-indent: 0pt, justify: false, leading: 2.5pt, spacing: 2.5pt)
  it
}

// Space above and below each row: what an upright label needs to fit is shared among the rows beside it.
#let spaces-of(rows, label-width) = {
  let height-of(row) = calc.max(..row.map(it => if it.role == "label" and it.colspan == 1 {
    measure(width: label-width - 6pt, in-table(it.text)).height
  } else { small }))
  let heights = rows.map(height-of)
  let spaces = rows.map(_ => row-space)
  for (at, row) in rows.enumerate() {
    for it in row.filter(it => it.role == "group") {
      let beside = range(at, calc.min(rows.len(), at + it.rowspan))
      let given = beside.map(n => heights.at(n) + 2 * spaces.at(n)).sum()
      let wanted = it.text.clusters().len() * (small + upright-gap) + 2 * row-space
      let more = calc.max(0pt, wanted - given) / beside.len() / 2
      for n in beside { spaces.at(n) += more }
    }
  }
  spaces
}

#let cell(it, width, space: row-space) = table.cell(
  colspan: it.colspan, rowspan: it.rowspan,
  breakable: it.role == "group", // else no page could end among the rows of a group
  align: (if it.role == "label" or it.role == "corner" { left } else { center }) + horizon,
  inset: if it.role == "label" or it.role == "corner" { (x: 3pt, y: space) } else { (x: 1pt, y: if it.role == "group" { row-space } else { space }) },
  if it.role == "group" { upright(it.text) }
  else if it.role == "figure" { fitted(it.text, width * it.colspan - 2pt) }
  else if it.role == "band" { text(weight: 700, font: fonts.heading1, it.text) }
  else { it.text },
)

#let grid-of(it, size) = {
  let figures = it.columns.filter(c => c == "figure").len()
  let groups = it.columns.filter(c => c == "group").len()
  let labels = it.columns.filter(c => c == "label").len()
  let width = if labels == 0 { size.width / figures } else if groups > 0 { 10.4mm } else { size.width * 0.68 / figures }
  let widths = it.columns.map(c => if c == "figure" { width } else if c == "group" { 5.6mm } else { 1fr })
  let label-width = size.width - figures * width - groups * 5.6mm
  in-table(table(
    columns: widths, stroke: 0.5pt,
    ..it.parts.map(part => (
      table.header(..part.head.flatten().map(c => cell(c, width))),
      ..part.body.zip(spaces-of(part.body, label-width)).map(((row, space)) => row.map(c => cell(c, width, space: space))).flatten(),
    )).flatten(),
  ))
}

// A table stands whole on a page where it can; a longer one repeats its head, and no row is torn.
#let whole(it) = block(above: line-height - char, below: line-height - char, layout(size => {
  let table = grid-of(it, size)
  if measure(table, width: size.width).height > size.height { table } else { block(breakable: false, table) }
}))

#title(paper.titleLines.join(linebreak()))
#if paper.corrected != none {
  align(center, block(below: line-height, text(font: fonts.heading2, par(first-line-indent: 0pt, paper.corrected))))
}
#for piece in paper.pieces {
  if piece.kind == "table" { whole(piece.table) }
  else if piece.kind == "paragraph" { par(piece.text) }
  else { heading(level: int(piece.kind.slice(-1)), outlined: true, piece.text) }
}
#block(above: line-height + line-height - char, breakable: false, width: 100%, align(right, pad(right: 4em, {
  set par(first-line-indent: 0pt)
  box(align(center)[#paper.signature.organisation \ #paper.signature.day])
})))
#block(above: line-height, breakable: false, width: 100%, stroke: (top: 0.5pt, bottom: 0.5pt), inset: (y: 5pt), {
  set text(size: small)
  set par(first-line-indent: 0pt, hanging-indent: 2em, justify: false, leading: 4pt, spacing: 5pt)
  for (label, words) in paper.facts { par[#label：#words] }
})
`;
