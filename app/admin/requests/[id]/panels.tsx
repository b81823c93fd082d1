import { AddFile, Assign, EraseFile, Reveal } from '@/app/admin/requests/[id]/request-forms';
import { CopyText } from '@/components/office/copy-text';
import { Panel } from '@/components/office/panel';
import { LetterStatusTag } from '@/components/report/status-tag';
import { ApplicantTable } from '@/components/requests/applicant-table';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import type { Step } from '@/lib/domain/requests/clock';
import { channels } from '@/lib/domain/requests/events';
import type { SignedIn } from '@/lib/server/people/session';
import { requestChoices } from '@/lib/server/requests/request-register';
import type { RequestDesk } from '@/lib/server/requests/requests';
import { momentInList } from '@/lib/text/days';
import { sentence } from '@/lib/text/issues';
import { sizeWords } from '@/lib/text/item-review';
import { changedFieldsWords } from '@/lib/text/request-change';
import { explanation } from '@/lib/text/request-explanation';
import { requestFileKindNames } from '@/lib/text/request-form';
import { channelNames } from '@/lib/text/request-values';

type Of = { desk: RequestDesk };

export function Letters({ desk: { request, letters, may } }: Of) {
  return (
    <Panel
      id="letters"
      title="文书"
      aside={may.handle && <a href={`/admin/letters/new?request=${request.id}`}>新建告知书、答复书</a>}
    >
      {letters.length === 0 ? (
        <p className="p-4">还没有文书。答复和各种告知都用文书办理，签发时自动登记相应的事项。</p>
      ) : (
        <table className="office-grid">
          <caption className="sr-only">这件申请的文书</caption>
          <thead>
            <tr>
              {['文书', '文号', '状态', '签发'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {letters.map(({ documentId, title, number, status, signedOn }) => (
              <tr key={documentId}>
                <th scope="row">
                  <a href={`/admin/letters/${documentId}`}>{title}</a>
                </th>
                <td>{number ?? '送审时给号'}</td>
                <td>
                  <LetterStatusTag status={status} />
                </td>
                <td className="whitespace-nowrap">{signedOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

export function Asked({ desk: { request, changes, keyMissing, may } }: Of) {
  const channel = channels.find((each) => each === request.channel);
  const mayChange = may.handle && !request.erasedAt && !keyMissing;
  return (
    <Panel
      id="asked"
      title="申请的内容"
      aside={mayChange && <a href={`/admin/requests/${request.id}/change`}>更正登记内容</a>}
    >
      <div className="grid gap-3 p-4">
        <p className="max-w-[45rem] whitespace-pre-line text-base">{request.asked}</p>
        <p className="text-ink-2 text-note">
          {channel ? channelNames[channel] : request.channel}
          {request.place && `，${request.place}`}，{request.arrivedOn}到达，{momentInList(request.registeredAt)}登记
        </p>
        {changes.length > 0 && (
          <ul className="grid gap-1 text-note">
            {changes.map(({ sequence, fields, reason, restates, userName, changedAt }) => (
              <li key={sequence}>
                <Tag kind="check">已更正</Tag> {changedFieldsWords(fields)}。理由：{reason}
                {restates && `。更正已公开的数字：${restates}`}
                <span className="text-ink-2">
                  　{userName}，{momentInList(changedAt)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

export async function Applicant({ desk: { request, applicant, keyMissing, may }, actor }: Of & { actor: SignedIn }) {
  const people = may.handle ? (await requestChoices(actor)).people.filter(({ gone }) => !gone) : [];
  return (
    <Panel id="applicant" title="申请人" aside="证件号码和联系方式加密保存，已遮盖">
      <div className="grid gap-4 p-4">
        {may.seeWho ? (
          <>
            <ApplicantTable name={request.applicantName} data={applicant} caption="申请人信息（已遮盖）" />
            {keyMissing && <Notice kind="stop" title={sentence({ code: 'key_missing' })} />}
            {request.erasedAt && <p>保存期满，申请人信息已经清除。</p>}
            {!request.erasedAt && !keyMissing && <Reveal id={request.id} />}
          </>
        ) : (
          <p>监督员查看办理情况，不显示申请人信息。</p>
        )}
        {people.length > 1 && <Assign id={request.id} handler={request.handler.id} people={people} />}
      </div>
    </Panel>
  );
}

export function Files({ desk: { request, files, may } }: Of) {
  const there = files.filter(({ erasedAt }) => erasedAt === null);
  return (
    <Panel id="files" title="材料" aside="加密保存，每次打开都记入操作记录">
      {there.length === 0 ? (
        <p className="p-4">没有材料。</p>
      ) : (
        <ul>
          {there.map(({ id, kind, type, size, addedAt }, at) => {
            const name = `${requestFileKindNames[kind]}${at + 1}`;
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-4 border-line border-b px-4 py-2">
                <span>
                  {may.seeWho ? (
                    <a href={`/api/requests/${request.id}/files/${id}`} download>
                      {name}
                    </a>
                  ) : (
                    name
                  )}
                  <span className="text-ink-2 text-note">
                    　{type.toUpperCase()}，{sizeWords(size)}，{momentInList(addedAt)}加入
                  </span>
                </span>
                {may.handle && <EraseFile id={request.id} fileId={id} name={name} />}
              </li>
            );
          })}
        </ul>
      )}
      {may.handle && !request.erasedAt && (
        <div className="p-4">
          <AddFile id={request.id} />
        </div>
      )}
    </Panel>
  );
}

export function Explanation({ desk, reply }: Of & { reply: Step | null }) {
  const { request, state, events, clock, ledger } = desk;
  const said = explanation({ asked: request.asked, state, events, clock, reply, ledger });
  return (
    <Panel
      id="tell"
      title="给申请人看的说明"
      aside={
        said.length > 0 && (
          <span className="flex flex-wrap gap-4">
            <a href={`/admin/requests/${request.id}/explanation`}>打印</a>
            <CopyText text={said.join('\n')} />
          </span>
        )
      }
    >
      <div className="grid max-w-[45rem] gap-2 p-4">
        {said.length === 0 && <p>确认收到以后、办结以前，这里有一段可以念给或者发给申请人的说明。</p>}
        {said.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </Panel>
  );
}
