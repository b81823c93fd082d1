import { Panel } from '@/components/office/panel';
import { RemarkList } from '@/components/office/remark-list';
import type { DocumentHistory } from '@/lib/server/documents/trail';
import { momentInList } from '@/lib/text/days';
import { deedNames, hashGroups, quoted } from '@/lib/text/office';

export function RevisionTable({ history: { revisions, publications } }: { history: DocumentHistory }) {
  if (revisions.length === 0) return <p className="p-4">还没有送审，没有定稿。</p>;
  return (
    <table className="office-grid">
      <caption className="sr-only">定稿</caption>
      <thead>
        <tr>
          <th scope="col">稿</th>
          <th scope="col">定稿时间</th>
          <th scope="col">起草人</th>
          <th scope="col">公开</th>
          <th scope="col">内容校验码（SHA-256）</th>
        </tr>
      </thead>
      <tbody>
        {revisions.map(({ id, number, frozenAt, drafter, sha256 }) => {
          const edition = publications.find((publication) => publication.sha256 === sha256);
          return (
            <tr key={id}>
              <th scope="row">第{number}稿</th>
              <td className="whitespace-nowrap tabular-nums">{momentInList(frozenAt)}</td>
              <td>{drafter}</td>
              <td>{edition ? `第${edition.number}版` : '没有公开'}</td>
              <td className="hash">{hashGroups(sha256)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function DecisionTable({ history: { decisions } }: { history: DocumentHistory }) {
  if (decisions.length === 0) return <p className="p-4">还没有办理。</p>;
  return (
    <table className="office-grid">
      <caption className="sr-only">办理，先后次序</caption>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">人员</th>
          <th scope="col">事项</th>
          <th scope="col">意见</th>
          <th scope="col">所办内容的校验码</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ id, at, actorName, actorPost, kind, revision, words, remarks, sha256 }) => (
          <tr key={id} className={kind === 'sign_off' || kind === 'publish' ? 'bg-blue-wash' : undefined}>
            <td className="whitespace-nowrap tabular-nums">{momentInList(at)}</td>
            <td>
              {actorName}
              <span className="text-ink-2 text-note">　{actorPost}</span>
            </td>
            <th scope="row">
              {deedNames[kind]}
              {revision !== null && `第${revision}稿`}
            </th>
            <td>
              {words && quoted(words)}
              {remarks > 0 && ` 逐条意见${remarks}条`}
            </td>
            <td className="hash">{sha256 ? hashGroups(sha256, 2) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SelfCheckProps = {
  history: DocumentHistory;
  /** What the file with the signed bytes of the edition that holds is called and where it is. */
  file: (number: number) => { name: string; address: string };
};

/** How anybody can check a publication without this system. */
export function SelfCheck({ history: { publications }, file }: SelfCheckProps) {
  const edition = publications.at(-1);
  if (!edition || edition.act === 'withdraw') return null;
  const { number, sha256 } = edition;
  const { name, address } = file(number);
  return (
    <Panel id="how" title="自己怎样核验">
      <ol className="list-decimal space-y-1.5 p-4 pl-9">
        <li>
          下载第{number}版的<a href={address}>公开数据文件</a>，不要改动。
        </li>
        <li>
          用任何工具算出它的SHA-256，例如在Windows里运行<code>certutil -hashfile {name} SHA256</code>。
        </li>
        <li>
          与签发时的校验码对照：<span className="hash">{hashGroups(sha256)}</span>
        </li>
      </ol>
    </Panel>
  );
}

type RemarksToldProps = { history: DocumentHistory; placeName: (place: string) => string };

/** Every remark ever made on the document, with its answer. */
export function RemarksTold({ history: { remarks }, placeName }: RemarksToldProps) {
  if (remarks.length === 0) return null;
  const views = remarks.map(({ id, place, words, answer, by }) => ({
    id,
    title: `${placeName(place)}（${by}）`,
    words,
    answer,
    anchor: null,
  }));
  return (
    <Panel id="remarks" title={`退回意见和答复（${remarks.length}条）`}>
      <RemarkList remarks={views} />
    </Panel>
  );
}
