import type { Day } from '@/lib/domain/calendar/day';
import type { LetterContent } from '@/lib/domain/requests/letter-content';
import type { LetterDraft } from '@/lib/domain/requests/letter-draft';
import type { Letter } from '@/lib/domain/requests/letters';
import { dayInProse } from '@/lib/text/days';
import { type LetterOffice, letterTitles, replyWording } from '@/lib/text/request-letters';

/** Whose letter it is, about which request, and in which words where the law leaves them. */
export type Circumstances = {
  organisation: LetterContent['organisation'];
  office: LetterOffice;
  request: LetterContent['request'];
  /** 文号; empty before the letter is submitted. */
  number: string;
  manner: LetterDraft['manner'];
};

/** The whole letter, word for word as it will be printed. */
export const composeLetter = (
  letter: Letter,
  { organisation, office, request, number, manner }: Circumstances,
): LetterContent => ({
  ...{ kind: 'reply', organisation, request, number, letter },
  title: letterTitles[letter.kind],
  addressee: letter.addressee,
  paragraphs: replyWording(letter, office, manner),
  enclosures: enclosuresOf(letter, manner.enclosures),
  signature: organisation.name,
  day: letter.on,
});

/** What goes with a letter: as the office lists it, or the information itself where the letter says that it is enclosed. */
function enclosuresOf(letter: Letter, listed: string): string[] {
  const lines = listed.split('\n').flatMap((line) => line.trim() || []);
  if (lines.length > 0) return lines;
  return 'handing' in letter && letter.handing.how === 'enclosed' ? [letter.information] : [];
}

/** What a letter is called in lists, records and the trail: nobody is named in it. */
export const letterName = (kind: Letter['kind'], request: LetterContent['request']) =>
  `${letterTitles[kind]}（${request.year}-${request.number}号申请）`;

export type LetterStatement = { place: string; text: string };

/** Every line that a letter prints, in order, with what people call the place. */
export function letterStatements(content: LetterContent): LetterStatement[] {
  const { number, title, addressee, paragraphs, enclosures, signature, day, organisation } = content;
  return [
    { place: '发文机关标志', text: organisation.name },
    { place: '文号', text: number },
    { place: '标题', text: title },
    { place: '主送', text: `${addressee}：` },
    ...paragraphs.map(({ text }, at) => ({ place: paragraphName(at), text })),
    ...enclosureLines(enclosures).map((text) => ({ place: '附件说明', text })),
    { place: '署名', text: signature },
    { place: '成文日期', text: dayInProse(day as Day) },
  ];
}

/** 正文第3段 */
export const paragraphName = (at: number) => `正文第${at + 1}段`;

/** 附件：1. … with numbers where there are several, without a full stop (GB/T 9704). */
export const enclosureLines = (enclosures: readonly string[]): string[] =>
  enclosures.map((name, at) => {
    const said = enclosures.length > 1 ? `${at + 1}. ${name}` : name;
    return at === 0 ? `附件：${said}` : said;
  });

/** What marks a letter that is not signed yet. */
export const draftMark = '送审稿';
