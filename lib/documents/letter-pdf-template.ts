/**
 * A letter in the layout of GB/T 9704—2012 in Typst: organ mark in red, 35 mm below the top of the type area; number two lines
 * below it; red rule 4 mm below that; title two lines below the rule; the date four characters from the right with the
 * name of the organ centred above it, where the seal is set. The words come in as JSON and are never read as markup.
 */
export const letterPdfTemplate = `
#let doc = json(bytes(sys.inputs.letter))
#let day = doc.day
#let char = 156mm / 28
#let line-height = 225mm / 22
#let red = rgb("#d20000")

#set document(title: doc.title, author: doc.organ, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(lang: "zh", region: "cn", size: char, font: doc.fonts.body, cjk-latin-spacing: none, hyphenate: false,
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: line-height - char, spacing: line-height - char, first-line-indent: (amount: 2em, all: true))
#set page(
  paper: "a4",
  margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm),
  footer-descent: 7mm,
  background: if doc.mark != none {
    rotate(-45deg, text(size: 96pt, fill: luma(225), tracking: 0.3em, font: doc.fonts.heading1, doc.mark))
  },
  footer: context {
    let number = counter(page).get().first()
    set text(size: 14pt)
    set par(first-line-indent: 0pt)
    align(if calc.odd(number) { right } else { left }, pad(x: 14pt)[— #number —])
  },
)
#let plain(body) = par(first-line-indent: 0pt, justify: false, body)
#show title: it => align(center, block(above: 2 * line-height, below: 2 * line-height - char, par(first-line-indent: 0pt,
  justify: false, leading: 11pt, text(size: 22pt, weight: 700, font: doc.fonts.title, it.body))))

#let mark-size = calc.min(42pt.pt(), 150mm.pt() / doc.organ.clusters().len()) * 1pt
#v(35mm)
#align(center, plain(text(size: mark-size, fill: red, weight: 700, font: doc.fonts.title, doc.organ)))
#v(2 * line-height - char)
#align(center, plain(if doc.number == "" { sym.zws } else { doc.number }))
#block(above: 4mm, below: 0pt, line(length: 100%, stroke: 1.6pt + red))

#title(doc.title)
#plain(doc.addressee)
#for text in doc.paragraphs { par(text) }
#if doc.enclosures.len() > 0 {
  block(above: 2 * line-height - char, for (n, text) in doc.enclosures.enumerate() {
    par(first-line-indent: (amount: if n == 0 { 2em } else { 5em }, all: true), text)
  })
}
#block(above: 3 * line-height - char, breakable: false, width: 100%, context {
  let over = calc.max(0pt, measure(doc.signature).width - measure(doc.dated).width) / 2
  align(right, pad(right: 4 * char - over, block(align(center, plain[#doc.signature#linebreak()#doc.dated]))))
})
`;
