import { Tag } from '@/components/ui/tag';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { dayOf } from '@/lib/text/days';
import { validityWord } from '@/lib/text/public-lists';

export type Line = {
  path: string;
  title: string;
  indexNumber: string | null;
  firstPublishedAt: Date;
  correctedAt: Date | null;
  validity: 'valid' | 'lapsed' | 'repealed';
};

type ListOfLinesProps = { slug: string; size: Size; caption: string; lines: readonly Line[] };

/** What is public, line by line: when, what, under which number. */
export function ListOfLines({ slug, size, caption, lines }: ListOfLinesProps) {
  return (
    <table className="list">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">公开日期</th>
          <th scope="col">名称</th>
          <th scope="col" className="optional">
            索引号
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ path, title, indexNumber, firstPublishedAt, ...standing }) => (
          <tr key={path}>
            <td className="date">
              <time dateTime={dayOf(firstPublishedAt)}>{dayOf(firstPublishedAt)}</time>
            </td>
            <th scope="row">
              <a href={publicAddress(size, slug, path)}>{title}</a>
              <Standing {...standing} />
            </th>
            <td className="number optional">{indexNumber && shortNumber(indexNumber)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** That it no longer holds, or was corrected. */
export function Standing({ validity, correctedAt }: Pick<Line, 'validity' | 'correctedAt'>) {
  const ended = validityWord(validity);
  return (
    <>
      {ended && <Tag kind="check">{ended}</Tag>}
      {correctedAt && <Tag kind="check">{dayOf(correctedAt)} 更正</Tag>}
    </>
  );
}

// The part before names the organisation, which is the same in every line.
const shortNumber = (indexNumber: string) => indexNumber.split('/').at(-1);
