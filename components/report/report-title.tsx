import { Fragment } from 'react';
import { titleBySense } from '@/lib/text/public';

/** The title of a document, broken by sense. */
export function TitleBySense({ title, organisation }: { title: string; organisation: string }) {
  return titleBySense(title, organisation).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      <span className="inline-block">{part}</span>
    </Fragment>
  ));
}
