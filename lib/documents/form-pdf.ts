import type { ApplicationForm } from '@/lib/documents/application-form';
import type { PaperFonts } from '@/lib/documents/fonts';
import { archivable, typeset, typesetter } from '@/lib/documents/typesetter';
import { formColumns, formNotes, formRows, formTitle } from '@/lib/text/guide-form';

/** The application form to print, as PDF/A-2a on A4. Throws Unprintable where a character has no shape in any font. */
export function writeFormPdf({ guide, publishedOn }: ApplicationForm, fonts: PaperFonts = {}): Buffer {
  const { compiler, families } = typesetter(fonts);
  const form = {
    ...{ title: formTitle, organisation: guide.organisation.name, fonts: families },
    ...{ day: publishedOn.split('-').map(Number), columns: formColumns, rows: formRows, notes: formNotes(guide) },
  };
  try {
    // Joiners and the like tear shapes apart and show nothing.
    const words = JSON.stringify(form).replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    const { result } = typeset(compiler, { mainFileContent: template, inputs: { form: words } });
    return archivable(compiler, result);
  } finally {
    compiler.evictCache(5);
  }
}

// The words come in as JSON and are never read as markup.
const template = `
#let form = json(bytes(sys.inputs.form))
#let day = form.day
#set document(title: form.title, author: form.organisation, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(lang: "zh", region: "cn", size: 10.5pt, font: form.fonts.body, cjk-latin-spacing: none, hyphenate: false)
#set par(justify: false, leading: 0.5em, spacing: 0.55em)
#set page(paper: "a4", margin: (x: 20mm, top: 18mm, bottom: 16mm))
#show title: it => align(center, block(below: 5mm, text(size: 20pt, weight: 700, font: form.fonts.title, it.body)))
#show heading: it => block(above: 3mm, below: 1.6mm, text(size: 10.5pt, weight: 700, font: form.fonts.heading1, it.body))
#title(form.title)
// A choice is not torn from its box.
#let whole(words) = words.split("　").map(part => if part.starts-with("□") { box(part) } else { part }).join("　")
#let cell(c) = table.cell(
  colspan: c.colspan, rowspan: c.rowspan,
  align: if c.label { center + horizon } else { left + horizon },
  block(width: 100%, height: if c.tall { 30mm } else { auto }, inset: (y: 1.1mm), align(horizon, whole(c.text))),
)
#table(columns: form.columns.map(part => part * 1fr), stroke: 0.6pt, inset: (x: 1.5mm, y: 0.8mm),
  ..form.rows.flatten().map(cell))
#for note in form.notes {
  heading(level: 2, note.heading)
  set text(size: 9.5pt)
  for words in note.lines { par(words) }
}
`;
