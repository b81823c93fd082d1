import type { ReactNode } from 'react';
import { BriefPart } from '@/components/office/brief';
import { PasswordField, Submit, WordsField } from '@/components/office/decision-fields';
import { type Answer, DecisionForm } from '@/components/office/decision-form';
import type { Denial } from '@/lib/domain/access';
import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { denialSentence } from '@/lib/text/issues';
import { signedOn } from '@/lib/text/office';
import { statusNames } from '@/lib/text/statuses';

type Signing = {
  document: { id: string; version: number; status: Status };
  revision: { sha256: string };
  open: readonly MoveName[];
  may: { sign_off: Denial | null };
  reviewers: readonly string[];
  signers: readonly string[];
  today: string;
};

type SignOffDeskProps = {
  action: (before: Answer, form: FormData) => Promise<Answer>;
  labels?: Record<string, string>;
  /** Address of the document in the office: "/admin/items/…". */
  at: string;
  signing: Signing;
  signer: { name: string; needsPassword: boolean };
  /** The leader has asked to return it. */
  asksReturn: boolean;
  /** What the leader's words begin as. */
  consent: string;
  /** How finely the whole text takes remarks. */
  finely?: string;
  /** What must be known before signing. */
  children: ReactNode;
};

/** One screen of a phone for the principal leader, for every kind of document: the brief, and below it sign or return. */
export function SignOffDesk({ action, labels, signing, asksReturn, children, ...more }: SignOffDeskProps) {
  const { document, revision, open } = signing;
  const returning = open.includes('send_back') && (asksReturn || !open.includes('sign_off'));
  const canAct = document.status !== 'in_review' && (open.includes('sign_off') || open.includes('send_back'));
  return (
    <main id="main" className="brief">
      <DecisionForm
        action={action}
        labels={labels}
        hidden={{ id: document.id, version: document.version, sha256: revision.sha256 }}
      >
        {children}
        {!canAct && <Elsewhere signing={signing} />}
        {canAct && returning && <Return signed={document.status === 'signed'} {...more} />}
        {canAct && !returning && <Sign today={signing.today} {...more} />}
      </DecisionForm>
    </main>
  );
}

type SignProps = Pick<SignOffDeskProps, 'at' | 'signer' | 'consent'> & { today: string };

function Sign({ at, signer: { name, needsPassword }, consent, today }: SignProps) {
  return (
    <>
      <BriefPart id="sign" title="签发">
        <div className="grid gap-3">
          <WordsField name="note" label="签发意见" initial={consent} />
          {needsPassword && <PasswordField />}
          <p className="text-ink-2 text-note">{signedOn(name, today)}</p>
        </div>
      </BriefPart>
      <div className="brief-end">
        <a className="button" href={`${at}/sign-off?return=1#return`}>
          退回
        </a>
        <Submit value="sign_off" working="正在签发…" className="button primary">
          签发
        </Submit>
      </div>
    </>
  );
}

type ReturnProps = Pick<SignOffDeskProps, 'at' | 'finely'> & { signed: boolean };

function Return({ at, finely = '逐处', signed }: ReturnProps) {
  return (
    <>
      <BriefPart id="return" title={signed ? '已经签发，公开之前可以退回' : '退回修改'}>
        <WordsField name="note" label="退回意见" hint="写明要改什么。起草人改好后，要重新送审、审批、签发。" rows={3} />
        {!signed && (
          <p className="mt-2">
            要{finely}提意见的，到<a href={`${at}/review#whole`}>全文</a>里提。
          </p>
        )}
      </BriefPart>
      <div className="brief-end">
        <a className="button" href={signed ? '/admin' : `${at}/sign-off`}>
          不退回
        </a>
        <Submit value="send_back" working="正在退回…" className="button primary">
          退回修改
        </Submit>
      </div>
    </>
  );
}

function Elsewhere({ signing: { document, may, reviewers, signers } }: { signing: Signing }) {
  const waits: Partial<Record<Status, string>> = {
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
