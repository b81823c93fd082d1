import { Fragment } from 'react';
import { titleBySense } from '@/lib/text/public';

/**
 * The title of a document, broken by sense where it does not fit one line. What holds it names itself with aria-label,
 * because a machine that reads the parts aloud puts a gap between them.
 */
export function TitleBySense({ title, organisation }: { title: string; organisation: string }) {
  return titleBySense(title, organisation).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      <span className="inline-block">{part}</span>
    </Fragment>
  ));
}
