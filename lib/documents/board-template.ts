import { bodyTemplate } from '@/lib/documents/body-template';

/**
 * A sheet for the notice board in Typst: large type, one item a sheet or numbered sheets, with its code to the public page.
 * The words come in as JSON and are never read as markup.
 */
export const boardTemplate = `
#let board = json(bytes(sys.inputs.board))
#let large = board.paper == "a3"
#let size = if large { 26pt } else { 19pt }
#let small = size * 0.62

#set document(title: board.title, author: board.author, date: none)
#set text(lang: "zh", region: "cn", size: size, font: board.fonts.body, cjk-latin-spacing: none, hyphenate: false,
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 0.75em, spacing: 0.75em, first-line-indent: (amount: 2em, all: true))
#set table(stroke: 0.6pt, inset: 0.3em)
#show heading: it => block(above: 0.9em, below: 0.75em, sticky: true, par(first-line-indent: 0pt, it.body))
#show heading.where(level: 1): set text(size: size, weight: 700, font: board.fonts.heading1)
#show heading.where(level: 2): set text(size: size, weight: 400, font: board.fonts.heading2)
#show heading.where(level: 3): set text(size: size, weight: 400, font: board.fonts.body)

${bodyTemplate}
#let foot(item, last) = context {
  set text(size: small)
  set par(first-line-indent: 0pt, justify: false, leading: 0.5em)
  let here = counter(page).get().first()
  let pages = counter(page).at(last).first()
  line(length: 100%, stroke: 1pt)
  v(-0.4em)
  grid(columns: (1fr, auto), column-gutter: 1em, align: (left + horizon, right + horizon),
    [#for (label, value) in item.facts [#label：#value#linebreak()]
     #if pages > 1 [第#here#[]页，共#pages#[]页]],
    if item.code != none { stack(dir: ttb, spacing: 0.4em,
      image(bytes(item.code), format: "svg", alt: item.address, width: if large { 42mm } else { 28mm }),
      align(center, text(size: small * 0.8)[扫码看原文])) },
  )
}

#for (n, item) in board.items.enumerate() {
  let last = label("last-" + str(n))
  set page(
    paper: board.paper,
    margin: if large { (x: 26mm, top: 26mm, bottom: 66mm) } else { (x: 18mm, top: 18mm, bottom: 48mm) },
    header: none,
    footer-descent: 4mm,
    footer: foot(item, last),
  )
  counter(page).update(1)
  align(center, block(below: 0.6em, text(size: size * 0.9, fill: rgb("#a3151b"), font: board.fonts.title, weight: 700,
    par(first-line-indent: 0pt, justify: false, item.above))))
  line(length: 100%, stroke: 2pt + rgb("#a3151b"))
  // A title that is a little too long for one line is made smaller: a last line of one character reads badly.
  layout(room => {
    let wide = measure(text(size: size * 1.45, font: board.fonts.title, weight: 700, item.title)).width
    let fit = if wide > room.width and wide < room.width * 1.35 { room.width / wide * 0.99 } else { 1 }
    align(center, block(above: 0.9em, below: 1.1em, text(size: size * 1.45 * fit, font: board.fonts.title, weight: 700,
      par(first-line-indent: 0pt, justify: false, leading: 0.5em, item.title))))
  })
  for it in item.body { block-of(it, board.images, size * 0.78) }
  if item.attachments.len() > 0 {
    v(0.5em)
    for (k, name) in item.attachments.enumerate() { par([#(if k == 0 { "附件：" } else { "　　　" })#(k + 1). #name]) }
  }
  align(right, block(above: 1.2em, par(first-line-indent: 0pt, justify: false)[#item.issuer#linebreak()#item.day]))
  [#metadata(none)#last]
}
`;
