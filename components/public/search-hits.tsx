import { Fragment } from 'react';
import { type Line, Standing } from '@/components/public/list-of-lines';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import type { Stretch } from '@/lib/domain/search/snippet';
import { dayOf } from '@/lib/text/days';

type Hit = {
  line: Line & { documentNumber: string };
  title: readonly Stretch[];
  snippets: readonly (readonly Stretch[])[];
};

/** What was found, with the words marked in the title and where they stand in the text. */
export function SearchHits({ slug, size, hits }: { slug: string; size: Size; hits: readonly Hit[] }) {
  if (hits.length === 0) return null;
  return (
    <ol className="hits">
      {hits.map(({ line, title, snippets }) => (
        <li key={line.path}>
          <h3>
            <a href={publicAddress(size, slug, line.path)}>
              <Marked stretches={title} />
            </a>
            <Standing {...line} />
          </h3>
          <p className="snippet">
            {snippets.map((stretches, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a snippet has no name but its place
              <Fragment key={at}>
                <Marked stretches={stretches} />
              </Fragment>
            ))}
          </p>
          <p className="facts">
            <time dateTime={dayOf(line.firstPublishedAt)}>{dayOf(line.firstPublishedAt)}</time>
            {line.documentNumber && <span>文号：{line.documentNumber}</span>}
            {line.indexNumber && <span>索引号：{line.indexNumber}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}

const Marked = ({ stretches }: { stretches: readonly Stretch[] }) =>
  stretches.map(({ text, marked }, at) => {
    const key = `${at}-${text}`;
    return marked ? <mark key={key}>{text}</mark> : <Fragment key={key}>{text}</Fragment>;
  });
