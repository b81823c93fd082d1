import type { Difference } from '@/lib/documents/reading/compare';
import { differentPieces } from '@/lib/documents/reading/items/compare';
import type { ItemStatement } from '@/lib/documents/reading/items/expected';
import { below, type Element, elementsOf, gridOf, hasClass, textOf } from '@/lib/documents/reading/items/markup';
import type { Piece } from '@/lib/documents/reading/items/reading';
import type { PublicationFacts } from '@/lib/documents/snapshot';
import type { FlowStep, GuideContent } from '@/lib/domain/guide/content';
import { dayInProse } from '@/lib/text/days';
import { longTableWords, otherPlaces, paragraphPlace } from '@/lib/text/documents';
import {
  bodiesAbove,
  chapters,
  feeExamples,
  guideFieldNames,
  officeFacts,
  openChannels,
  remedyRows,
  subheading,
  tariffs,
  timeLimits,
} from '@/lib/text/guide';
import { inGroups } from '@/lib/text/public';

/** Reads the public page of a guide and compares every paragraph, table and step with what was signed. */
export async function rereadGuide(
  file: Uint8Array,
  { guide, facts }: { guide: GuideContent; facts: Pick<PublicationFacts, 'publishedOn' | 'sha256'> },
): Promise<Difference[]> {
  const elements = elementsOf(Buffer.from(file).toString('utf8'));
  const page = elements.find((element) => hasClass(element, 'guide-page'));
  const medium = 'html';
  if (!page) return [{ medium, place: otherPlaces.wholeFile, expected: guide.title, found: null }];
  const inside = below(page);
  const called = (name: string) => inside.filter((element) => hasClass(element, name));
  const title = inside
    .filter(({ tagName }) => tagName === 'h1')
    .map(textOf)
    .join('\n');
  const pieces = [...called('guide').flatMap(piecesOf), ...[...called('signature'), ...called('hash')].map(textOf)];
  return [
    ...(title === guide.title ? [] : [{ place: longTableWords.title, expected: guide.title, found: title }]),
    ...differentPieces([...statementsOf(guide), ...ends(guide, facts)], pieces, (text) => text),
  ].map((difference) => ({ medium, ...difference }));
}

/** Paragraphs, captions, tables and steps in order. The application form has a reader of its own. */
function piecesOf(element: Element): Piece[] {
  return element.childNodes.flatMap((child): Piece[] => {
    if (!('tagName' in child) || hasClass(child, 'guide-form')) return [];
    if (child.tagName === 'table') return [...captionOf(child), gridOf(child)];
    if (hasClass(child, 'flow')) return below(child).filter(isStep).map(stepOf);
    return /^(?:p|h\d)$/.test(child.tagName) ? [textOf(child)] : piecesOf(child);
  });
}

const captionOf = (table: Element) =>
  below(table)
    .filter(({ tagName }) => tagName === 'caption')
    .map(textOf);

/** A step, or what may come between: it stands in a list within its step. */
const isStep = ({ tagName, parentNode }: Element) =>
  tagName === 'div' || (tagName === 'li' && parentNode?.nodeName === 'ul');

function stepOf(step: Element): string {
  const [name = '', text = ''] = below(step).map(textOf);
  return stepLine({ name, text }, step.tagName === 'li');
}

const stepLine = ({ name, text }: Pick<FlowStep, 'name' | 'text'>, beside: boolean) =>
  `${beside ? '－' : ''}${name}｜${text}`;

function statementsOf(guide: GuideContent): ItemStatement[] {
  const rows = (caption: string, head: string[] | null, cells: readonly (readonly string[])[]): ItemStatement[] => [
    { place: caption, piece: caption },
    { place: caption, piece: [...(head ? [head] : []), ...cells] },
  ];
  const tables: Partial<Record<string, ItemStatement[]>> = {
    office: rows('工作机构联系方式', null, officeFacts(guide)),
    application: rows('申请渠道', null, openChannels(guide)),
    periods: rows(
      '办理期限（《中华人民共和国政府信息公开条例》）',
      ['事项', '期限', '依据'],
      timeLimits.map(({ what, limit, basis }) => [what, limit, basis]),
    ),
    fees: [
      ...Object.values(tariffs).flatMap((tariff) =>
        rows(
          tariff.name,
          ['数量', '标准'],
          tariff.rows.map(({ range, rate }) => [range, rate]),
        ),
      ),
      ...rows(
        '信息处理费举例',
        ['申请情况', '信息处理费'],
        feeExamples.map(({ what, fee }) => [what, fee]),
      ),
    ],
    remedies: rows(
      '救济途径',
      null,
      remedyRows.map(({ what, way }) => [what, way]),
    ),
  };
  return chapters.flatMap(({ id, heading, texts }) => [
    { place: heading, piece: heading },
    ...(id === 'office' ? (tables.office ?? []) : []),
    ...texts.flatMap((name, at) => [
      ...(texts.length > 1 ? [{ place: heading, piece: subheading(at, guideFieldNames[name]) }] : []),
      ...guide.texts[name].map((text, line) => ({
        place: paragraphPlace(guideFieldNames[name], line + 1),
        piece: text,
      })),
      ...(tables[name] ?? []),
    ]),
    ...(id === 'request' ? flowStatements(guide, subheading(texts.length, guideFieldNames.flow)) : []),
    ...(id === 'remedies' ? rows('复议机关和主管部门', null, bodiesAbove(guide)) : []),
  ]);
}

const flowStatements = ({ flow }: GuideContent, heading: string): ItemStatement[] => [
  { place: guideFieldNames.flow, piece: heading },
  ...flow.flatMap((step) => [
    { place: `${guideFieldNames.flow}，${step.name}`, piece: stepLine(step, false) },
    ...step.beside.map((each) => ({
      place: `${guideFieldNames.flow}，${step.name}，${each.name}`,
      piece: stepLine(each, true),
    })),
  ]),
];

const ends = (
  { organisation }: GuideContent,
  { publishedOn, sha256 }: Pick<PublicationFacts, 'publishedOn' | 'sha256'>,
): ItemStatement[] => [
  { place: longTableWords.facts, piece: `${organisation.name}\n${dayInProse(publishedOn)}` },
  { place: longTableWords.facts, piece: inGroups(sha256) },
];
