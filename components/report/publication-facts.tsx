import { dayInProse, dayOf } from '@/lib/text/days';
import { editionName, inGroups, momentInProse } from '@/lib/text/public';

type EditionLine = { number: number; publishedAt: Date; href: string; withdrawn: boolean };

type PublicationFactsProps = {
  /** What was published: 本报告, 本信息; and the column of the website where it stands. */
  subject?: string;
  column?: string;
  /** Office title of who signed, never a name. */
  signedBy: string;
  edition: { number: number; publishedAt: Date; sha256: string };
  /** Whether this edition is the one that holds. */
  current: boolean;
  others: readonly EditionLine[];
  /** Where the signed content can be downloaded, byte for byte. */
  contentHref: string;
  /** Whom to ask: 德亭镇人民政府党建办公室，电话0379-66000000 */
  contact: string;
};

/** Who signed what and when, and how anybody can check that nothing was changed since. */
export function PublicationFacts({
  subject = '本报告',
  column = '政府信息公开年报',
  signedBy,
  edition,
  current,
  others,
  contentHref,
  contact,
}: PublicationFactsProps) {
  return (
    <section className="publication-facts" aria-labelledby="publication">
      <h2 id="publication">签发与版本</h2>
      <table className="facts-table" aria-labelledby="publication">
        <tbody>
          <tr>
            <th scope="row">签发</th>
            <td>
              {signedBy}　{dayInProse(dayOf(edition.publishedAt))}公开
            </td>
          </tr>
          <tr>
            <th scope="row">版本</th>
            <td>
              <ul>
                <li>
                  {editionName(edition.number)}（{momentInProse(edition.publishedAt)} 发布{current && '，当前版本'}）
                </li>
                {others.map(({ number, publishedAt, href, withdrawn }) => (
                  <li key={number}>
                    <a href={href}>{editionName(number)}</a>（{momentInProse(publishedAt)} 发布{withdrawn && '，已撤下'}
                    ）
                  </li>
                ))}
              </ul>
            </td>
          </tr>
          <tr>
            <th scope="row">内容校验码</th>
            <td>
              <span className="hash">{inGroups(edition.sha256)}</span>
              <details className="check-hash">
                <summary>怎样核对</summary>
                <p>
                  校验码是签发内容的SHA-256值。下载<a href={contentHref}>签发内容（JSON）</a>
                  ，不要打开另存，在Windows中运行“certutil -hashfile 文件名
                  SHA256”，得到的64个字符应当与上面一致（不计空格）。
                </p>
              </details>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="under">
        对{subject}有疑问或者发现错误，请联系{contact}。
      </p>
      <p className="under print-only">本页打印自{column}栏目，以网上当前版本为准。</p>
    </section>
  );
}
