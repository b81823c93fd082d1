import type { Snapshot } from '@/lib/documents/snapshot';
import type { Medium } from '@/lib/domain/issue';
import type { Block } from '@/lib/domain/report/content';
import { gist } from '@/lib/domain/report/key-figures';
import { titleOf } from '@/lib/domain/report/report-of';
import { dayInProse } from '@/lib/text/days';
import {
  correctedLine,
  factLines,
  longTableHeadings,
  longTableWords,
  paragraphPlace,
  wordsSheet,
} from '@/lib/text/documents';
import { unitsOf } from '@/lib/text/figures';
import { gistWords, inGroups } from '@/lib/text/public';

/** What must be said, and where in the report that is. */
export type Statement = { place: string; text: string };

export const titleIn = ({ report }: Snapshot) => report.title ?? titleOf(report.organisation, report.year);

/** Everything but the figures that a file of this kind must say, in order. */
export function statementsIn(snapshot: Snapshot, medium: Medium): Statement[] {
  switch (medium) {
    case 'pdf':
    case 'docx':
      return onPaper(snapshot);
    case 'html':
      return onPage(snapshot);
    case 'xlsx':
      return inWorkbook(snapshot);
    case 'csv':
      return inLongTable(snapshot);
    case 'json':
      return inJson(snapshot);
  }
}

const { title: titleName, preamble: preambleName, facts: factsName } = longTableWords;

function onPaper(snapshot: Snapshot): Statement[] {
  const { report, facts } = snapshot;
  return [
    { place: titleName, text: titleIn(snapshot) },
    ...corrected(snapshot).map((text) => ({ place: titleName, text })),
    ...sectionsIn(snapshot).flatMap(({ name, heading, blocks }) => [
      ...(heading ? [{ place: name, text: heading }] : []),
      ...blocks.map(({ text }, at) => ({ place: paragraphPlace(name, at + 1), text })),
    ]),
    ...[report.organisation.name, dayInProse(facts.publishedOn)].map((text) => ({ place: factsName, text })),
    ...factLines(facts).map(([label, text]) => ({ place: factsName, text: `${label}：${text}` })),
  ];
}

function onPage(snapshot: Snapshot): Statement[] {
  const { report, format, facts } = snapshot;
  return [
    ...sectionsIn(snapshot).flatMap(({ id, name, heading, blocks }) => {
      const tables = format.tables.filter(({ section }) => section === id);
      const counted = tables.filter(({ headerRows }) => !headerRows).flatMap(({ columns }) => columns);
      const sentence = tables.length > 0 ? gist(format, id, report) : null;
      return [
        ...(heading ? [{ place: name, text: heading }] : []),
        ...blocks.map(({ text }, at) => ({ place: paragraphPlace(name, at + 1), text })),
        ...(sentence ? [{ place: name, text: gistWords(sentence) }] : []),
        ...(counted.length > 0 ? [{ place: name, text: unitsOf(counted) }] : []),
      ];
    }),
    { place: factsName, text: `${report.organisation.name}${dayInProse(facts.publishedOn)}` },
    { place: factsName, text: inGroups(facts.sha256) },
  ];
}

function inWorkbook(snapshot: Snapshot): Statement[] {
  const { format, facts } = snapshot;
  const word = (section: string, text: string, place = section) => ({
    place,
    text: [wordsSheet.name, section, text].join('｜'),
  });
  const order = format.sections.flatMap(({ tables = [] }) => tables);
  return [
    ...order
      .flatMap((id) => format.tables.filter((table) => table.id === id))
      .map(({ name }) => ({
        ...{ place: name, text: `${name}｜${titleIn(snapshot)}` },
      })),
    { place: wordsSheet.name, text: [wordsSheet.name, ...wordsSheet.headings].join('｜') },
    ...[titleIn(snapshot), ...corrected(snapshot)].map((text) => word(titleName, text)),
    ...sectionsIn(snapshot).flatMap(({ name, heading, blocks }) =>
      blocks.map(({ text }, at) => word(heading ?? name, text, paragraphPlace(name, at + 1))),
    ),
    ...factLines(facts).map(([label, text]) => word(factsName, `${label}：${text}`)),
  ];
}

function inLongTable(snapshot: Snapshot): Statement[] {
  const line = (place: string, ...texts: string[]) => ({ place, text: texts.join('｜') });
  return [
    line(titleName, ...longTableHeadings),
    line(titleName, titleName, '', '', titleIn(snapshot), ''),
    ...sectionsIn(snapshot).flatMap(({ name, heading, blocks }) =>
      blocks.map(({ kind, text }, at) => {
        const { place, kinds } = longTableWords;
        return line(paragraphPlace(name, at + 1), heading ?? name, place(at + 1), kinds[kind], text, '');
      }),
    ),
    ...factLines(snapshot.facts).map(([label, text]) => line(factsName, factsName, label, '', text, '')),
  ];
}

function inJson({ report }: Snapshot): Statement[] {
  const { organisation, year, format, correctionNote, preamble, text } = report;
  const line = (place: string, ...texts: (string | number)[]) => ({ place, text: texts.join('｜') });
  const prose = Object.entries({ ...(preamble && { preamble }), ...text });
  return [
    ...prose.flatMap(([section, blocks]) =>
      blocks.map((block) => line(`${section}#${block.id}`, section, block.id, block.kind, block.text)),
    ),
    ...(correctionNote === undefined ? [] : [line('correctionNote', 'correctionNote', correctionNote)]),
    line('format', 'format', format),
    line('organisation', 'organisation', ...Object.entries(organisation).sort().map(String)),
    line('year', 'year', year),
  ];
}

const corrected = ({ facts }: Snapshot) => (facts.number > 1 ? [correctedLine(facts)] : []);

type Part = { id: string; name: string; heading: string | null; blocks: readonly Block[] };

/** The preamble and the sections of the format, whether or not anything stands in them. */
const sectionsIn = ({ report, format }: Snapshot): Part[] => [
  { id: 'preamble', name: preambleName, heading: null, blocks: report.preamble ?? [] },
  ...format.sections.map(({ id, heading }) => ({ id, name: heading, heading, blocks: report.text?.[id] ?? [] })),
];
