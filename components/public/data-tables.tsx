import { archiveFile, type IndexEntry } from '@/lib/domain/open-data';
import { publicAddress } from '@/lib/domain/public-address';
import { archiveContents, archiveName, dataWords, fieldHeadings, indexFields, noColumn } from '@/lib/text/open-data';

type Year = { year: number; parts: number; counts: Readonly<Record<IndexEntry['kind'], number>> };

/** A ZIP of each year, with what is in it. Files have one address for both sizes of text. */
export function Archives({ slug, years }: { slug: string; years: readonly Year[] }) {
  return (
    <section aria-labelledby="archives">
      <h2 id="archives">{dataWords.archives}</h2>
      {years.length === 0 ? (
        <p>{dataWords.empty}</p>
      ) : (
        <>
          <p>{dataWords.archivesHint}</p>
          <table className="list data-years">
            <caption className="sr-only">{dataWords.archives}</caption>
            <thead>
              <tr>
                <th scope="col">压缩包（ZIP）</th>
                <th scope="col">内容</th>
              </tr>
            </thead>
            <tbody>
              {years.map(({ year, parts, counts }) => (
                <tr key={year}>
                  <th scope="row">
                    {Array.from({ length: parts }, (_, at) => at + 1).map((part) => (
                      <a key={part} href={publicAddress('standard', slug, 'data', archiveFile(year, part))}>
                        {archiveName(year, part, parts)}
                      </a>
                    ))}
                  </th>
                  <td>{archiveContents(counts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** 字段说明: every field of the index with its name in each form. On a phone a field is a block, and each line says what it is. */
export function FieldTable() {
  const { field, column, meaning, term } = fieldHeadings;
  return (
    <section aria-labelledby="fields">
      <h2 id="fields">{dataWords.fields}</h2>
      <table className="data-fields">
        <caption className="sr-only">{dataWords.fields}</caption>
        <thead>
          <tr>
            {[field, column, meaning, term].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indexFields.map((each) => (
            <tr key={each.name}>
              <th scope="row">{each.name}</th>
              <td data-heading={column}>{each.heading ?? noColumn}</td>
              <td data-heading={meaning}>{each.meaning}</td>
              <td data-heading={term}>{each.term}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
