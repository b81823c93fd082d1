import { bodyTemplate } from '@/lib/documents/body-template';

/** An item in the layout of GB/T 9704—2012 in Typst; the words come in as JSON and are never read as markup. */
export const itemPdfTemplate = `
#let doc = json(bytes(sys.inputs.item))
#let day = doc.day
#let char = 156mm / 28
#let line-height = 225mm / 22
#let small = 10.5pt

#set document(title: doc.title, author: doc.author, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(lang: "zh", region: "cn", size: char, font: doc.fonts.body, cjk-latin-spacing: none, hyphenate: false,
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
#show heading.where(level: 1): set text(size: char, weight: 700, font: doc.fonts.heading1)
#show heading.where(level: 2): set text(size: char, weight: 400, font: doc.fonts.heading2)
#show heading.where(level: 3): set text(size: char, weight: 400, font: doc.fonts.body)
#show title: it => align(center, block(below: line-height, par(first-line-indent: 0pt, justify: false, leading: 11pt,
  text(size: 22pt, weight: 700, font: doc.fonts.title, it.body))))

${bodyTemplate}
#title(doc.title)
#if doc.corrected != none { align(center, par(first-line-indent: 0pt, text(font: doc.fonts.heading2, doc.corrected))) }
#for it in doc.body { block-of(it, doc.images, small) }
#for name in doc.attachments { par(name) }
#align(right, block(above: line-height, sticky: true, pad(right: 4em, par(first-line-indent: 0pt, justify: false)[#doc.issuer#linebreak()#doc.formed])))

#v(line-height)
#{
  set text(size: small)
  set par(first-line-indent: 0pt, justify: false, leading: 0.45em, spacing: 0.45em)
  table(columns: (auto, 1fr), stroke: 0.5pt, inset: 0.35em, align: left + horizon,
    ..doc.facts.map(((label, value)) => (label, value)).flatten())
}
`;
