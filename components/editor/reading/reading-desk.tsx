import { TakeBack } from '@/components/editor/reading/take-back';
import type { Answer } from '@/components/office/decision-form';
import { PageHead, Panel } from '@/components/office/panel';
import { Steps } from '@/components/office/steps';
import { StatusTag } from '@/components/report/status-tag';
import { ButtonLink } from '@/components/ui/button';
import type { Denial } from '@/lib/domain/access';
import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { momentNear } from '@/lib/text/days';
import { type Due, deedNames, dueSentence } from '@/lib/text/office';
import { type Progress, stepsOf } from '@/lib/text/progress';

/** As much of a document's desk as its readers see. */
export type Reading = {
  document: { id: string; title: string; status: Status; version: number; path: string };
  decisions: readonly { id: string; kind: MoveName; actorName: string; actorPost: string; at: Date; words: string }[];
  remarks: readonly { answer: string }[];
  publications: readonly { number: number; publishedAt: Date; act: string }[];
  due: Due | null;
  drafter: { name: string };
  reviewers: readonly string[];
  signers: readonly string[];
  state: { office: { publishOn: string | null } };
  open: readonly MoveName[];
  mayEdit: Denial | null;
  today: string;
};

type ReadingDeskProps = {
  desk: Reading;
  /** Where the document stands in the office. */
  address: string;
  /** Where it appears: “政府信息公开年报”栏目. */
  place: string;
  /** Address of the organisation on the public side. */
  slug: string;
  takeBack: (before: Answer, form: FormData) => Promise<Answer>;
};

/** A document that is not being written by its reader: where it stands, who did what, what can be opened or done. */
export function ReadingDesk({ desk, address, place, slug, takeBack }: ReadingDeskProps) {
  const { document, decisions, due, open, today, publications } = desk;
  return (
    <main className="office-main" id="main">
      <PageHead
        title={document.title}
        above={<StatusTag status={document.status} />}
        note={publications.length === 0 && due ? dueSentence(due, today) : null}
        aside={<Doors address={address} publicAddress={`/${slug}/${document.path}`} desk={desk} />}
      />
      <Panel id="standing" title="办理进度">
        <div className="p-4">
          <Steps steps={stepsOf(progressOf(desk, place), today)} />
        </div>
      </Panel>
      {open.includes('take_back') && <TakeBack document={document} action={takeBack} />}
      <Panel id="decisions" title="办理经过" className="mt-5" aside={<a href={`${address}/history`}>修改记录</a>}>
        {decisions.length === 0 && <p className="px-4 py-3">还没有送审。</p>}
        <ol>
          {decisions.toReversed().map(({ id, kind, actorName, actorPost, at, words }) => (
            <li key={id} className="border-line border-b px-4 py-2.5 last:border-b-0">
              <b className="font-strong">{deedNames[kind]}</b>　{actorName}
              {actorPost && `（${actorPost}）`}　<time dateTime={at.toISOString()}>{momentNear(at, today)}</time>
              {words && <p className="whitespace-pre-line">{words}</p>}
            </li>
          ))}
        </ol>
      </Panel>
    </main>
  );
}

type DoorsProps = { address: string; publicAddress: string; desk: Reading };

function Doors({ address, publicAddress, desk: { open, document, publications } }: DoorsProps) {
  return (
    <>
      {open.includes('approve') && (
        <ButtonLink primary href={`${address}/review`}>
          审批
        </ButtonLink>
      )}
      {open.includes('sign_off') && (
        <ButtonLink primary href={`${address}/sign-off`}>
          签发
        </ButtonLink>
      )}
      {document.status !== 'draft' && !open.includes('approve') && (
        <ButtonLink href={`${address}/review`}>审批页</ButtonLink>
      )}
      {document.status === 'signed' && open.includes('send_back') && (
        <ButtonLink href={`${address}/sign-off`}>公开前退回</ButtonLink>
      )}
      <ButtonLink href={`${address}/preview`}>预览</ButtonLink>
      {publications.length > 0 && <ButtonLink href={publicAddress}>公开页面</ButtonLink>}
      {open.includes('correct') && <ButtonLink href={`${address}/correct`}>更正</ButtonLink>}
      {open.includes('withdraw') && <ButtonLink href={`${address}/withdraw`}>撤下</ButtonLink>}
    </>
  );
}

const progressOf = (desk: Reading, place: string): Progress => {
  const { document, drafter, reviewers, signers, decisions, remarks, state } = desk;
  return {
    ...{ status: document.status, drafter: drafter.name, reviewers, signers, decisions },
    remarks: { total: remarks.length, answered: remarks.filter(({ answer }) => answer !== '').length },
    publishOn: state.office.publishOn,
    place,
  };
};
