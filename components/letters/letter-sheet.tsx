import type { ReactNode } from 'react';
import type { LetterContent } from '@/lib/domain/requests/letter-content';
import { enclosureLines } from '@/lib/text/compose-letter';
import { dayInProse } from '@/lib/text/days';

type LetterSheetProps = {
  content: LetterContent;
  /** What stands under a place of the letter: room for a remark. */
  under?: (place: string) => ReactNode;
};

/** A letter as it will be printed, in the order of print. */
export function LetterSheet({ content, under }: LetterSheetProps) {
  const { organisation, number, title, addressee, paragraphs, enclosures, signature, day } = content;
  return (
    <article className="letter-sheet" aria-label="文书全文">
      <p className="letter-organ">{organisation.name}</p>
      <p className="number">{number || '文号在送审时给出'}</p>
      <p className="letter-title">{title}</p>
      <p id="place-addressee" className="flush">
        {addressee}：
      </p>
      {under?.('addressee')}
      {paragraphs.map(({ text, id }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their place
        <div key={at} id={`place-paragraph-${at}`} data-part={id}>
          <p>{text}</p>
          {under?.(`paragraph#${at}`)}
        </div>
      ))}
      {enclosureLines(enclosures).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="signed">
        {signature}
        <br />
        {dayInProse(day)}
      </p>
    </article>
  );
}
