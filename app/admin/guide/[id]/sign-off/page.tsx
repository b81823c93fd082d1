import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { GuideBrief } from '@/app/admin/guide/[id]/sign-off/brief';
import { signOffAction } from '@/app/admin/reports/[id]/sign-off/actions';
import { BriefPart } from '@/components/office/brief';
import { PasswordField, Submit, WordsField } from '@/components/office/decision-fields';
import { DecisionForm } from '@/components/office/decision-form';
import { now } from '@/lib/server/clock';
import { isConfirmed } from '@/lib/server/confirm-password';
import { type GuideReview, guideReviewOf } from '@/lib/server/guides';
import { requireActor } from '@/lib/server/session';
import { denialSentence } from '@/lib/text/issues';
import { signedOn } from '@/lib/text/office';
import { statusNames } from '@/lib/text/statuses';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: '签发' };

/** One screen of a phone for the principal leader. */
export default async function GuideSignOffPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const review = await guideReviewOf((await params).id, actor);
  if (!review) notFound();
  const { document, revision, open } = review;
  if (document.status === 'published' || document.status === 'withdrawn')
    redirect(`/admin/guide/${document.id}/history`);
  const returning = open.includes('send_back') && ((await searchParams).return === '1' || !open.includes('sign_off'));
  const canAct = document.status !== 'in_review' && (open.includes('sign_off') || open.includes('send_back'));
  return (
    <main id="main" className="brief">
      <DecisionForm
        action={signOffAction}
        hidden={{ id: document.id, version: document.version, sha256: revision.sha256 }}
      >
        <GuideBrief review={review} />
        {!canAct && <Elsewhere review={review} />}
        {canAct && returning && <Return review={review} />}
        {canAct && !returning && <Sign review={review} name={actor.name} needsPassword={!isConfirmed(actor, now())} />}
      </DecisionForm>
    </main>
  );
}

type SignProps = { review: GuideReview; name: string; needsPassword: boolean };

function Sign({ review: { document, today }, name, needsPassword }: SignProps) {
  return (
    <>
      <BriefPart id="sign" title="签发">
        <div className="grid gap-3">
          <WordsField name="note" label="签发意见" initial="同意公开。" />
          {needsPassword && <PasswordField />}
          <p className="text-ink-2 text-note">{signedOn(name, today)}</p>
        </div>
      </BriefPart>
      <div className="brief-end">
        <a className="button" href={`/admin/guide/${document.id}/sign-off?return=1#return`}>
          退回
        </a>
        <Submit value="sign_off" working="正在签发…" className="button primary">
          签发
        </Submit>
      </div>
    </>
  );
}

function Return({ review: { document } }: { review: GuideReview }) {
  const signed = document.status === 'signed';
  return (
    <>
      <BriefPart id="return" title={signed ? '已经签发，公开之前可以退回' : '退回修改'}>
        <WordsField name="note" label="退回意见" hint="写明要改什么。起草人改好后，要重新送审、审批、签发。" rows={3} />
        {!signed && (
          <p className="mt-2">
            要逐处提意见的，到<a href={`/admin/guide/${document.id}/review#whole`}>全文</a>里提。
          </p>
        )}
      </BriefPart>
      <div className="brief-end">
        <a className="button" href={signed ? '/admin' : `/admin/guide/${document.id}/sign-off`}>
          不退回
        </a>
        <Submit value="send_back" working="正在退回…" className="button primary">
          退回修改
        </Submit>
      </div>
    </>
  );
}

function Elsewhere({ review: { document, may, reviewers, signers } }: { review: GuideReview }) {
  const waits: Partial<Record<typeof document.status, string>> = {
    in_review: `等${reviewers.join('、') || '分管领导'}审批通过后，才能签发。`,
    in_sign_off: `等${signers.join('、') || '主要领导'}签发。`,
  };
  return (
    <BriefPart id="sign" title="签发">
      <p>
        现在是“{statusNames[document.status]}”。{waits[document.status]}
        {document.status === 'in_sign_off' && may.sign_off ? denialSentence(may.sign_off) : ''}
      </p>
    </BriefPart>
  );
}
