import type { ReactNode } from 'react';
import { Decide } from '@/components/office/decide';
import { type Answer, DecisionForm } from '@/components/office/decision-form';
import { Panel } from '@/components/office/panel';
import type { Denial } from '@/lib/domain/access';
import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { dayInProse } from '@/lib/text/days';
import { denialSentence } from '@/lib/text/issues';
import { nameAndPost } from '@/lib/text/office';

type Reviewing = {
  document: { id: string; version: number; status: Status };
  revision: { sha256: string };
  drafter: { name: string; post: string };
  open: readonly MoveName[];
  may: { approve: Denial | null };
  reviewers: readonly string[];
  signers: readonly string[];
};

type Fact = { label: string; value: ReactNode };

type ReviewDeskProps = {
  action: (before: Answer, form: FormData) => Promise<Answer>;
  labels: Record<string, string>;
  head: ReactNode;
  reviewing: Reviewing;
  /** What the leader should know of the making, before who drafted it and its hash. */
  facts: readonly Fact[];
  needsPassword: boolean;
  declarations?: ReactNode;
  /** What it is called where it cannot be approved. */
  noun?: string;
  /** Said once the review is over. */
  over: string;
  children: ReactNode;
};

/** Where leaders read a frozen content of any kind, put remarks to its places, and approve or return it. */
export function ReviewDesk({ action, labels, head, reviewing, facts, children, over, ...more }: ReviewDeskProps) {
  const { document, revision } = reviewing;
  return (
    <main id="main" className="office-main">
      {head}
      <DecisionForm
        action={action}
        className="review grid grid-cols-1 gap-5"
        labels={labels}
        hidden={{ id: document.id, version: document.version, sha256: revision.sha256 }}
      >
        <div className="grid grid-cols-1 items-start gap-5 md:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="grid min-w-0 grid-cols-1 gap-5">
            {children}
            <p className="to-decide">
              <a href="#decide" className="button w-full">
                去办理
              </a>
            </p>
          </div>
          <div id="decide" className="decide-panel">
            <Panel id="decision" title="办理意见">
              {isHere(reviewing) ? (
                <Decide
                  facts={[...facts, ...makingOf(reviewing)]}
                  needsPassword={more.needsPassword}
                  cannotApprove={whyNot(reviewing, more.noun)}
                  declarations={more.declarations}
                />
              ) : (
                <p className="p-4">{elsewhere(reviewing, over)}</p>
              )}
            </Panel>
          </div>
        </div>
      </DecisionForm>
    </main>
  );
}

/** Whether this person can decide here: approve or return under review, return what lies with them for signing. */
export const isHere = ({ open }: Pick<Reviewing, 'open'>) => open.includes('approve') || open.includes('send_back');

/** When it becomes public, as a leader reads it. */
export const publicationDay = (publishOn: string | null) => (publishOn ? dayInProse(publishOn) : '签发后立即');

const makingOf = ({ drafter, revision }: Reviewing): Fact[] => [
  { label: '起草人', value: nameAndPost(drafter.name, drafter.post) },
  { label: '校验码', value: <span className="hash">{revision.sha256.slice(0, 16)}…</span> },
];

/** Why only a return is open; null where it can be approved. */
function whyNot({ open, document, may }: Reviewing, noun = '文件'): string | null {
  if (open.includes('approve')) return null;
  if (document.status === 'in_sign_off') return '已审批通过，等您签发。不退回的，请到签发页办理。';
  return may.approve ? denialSentence(may.approve) : `这份${noun}现在不能审批。`;
}

function elsewhere({ document, may, reviewers, signers }: Reviewing, over: string): string {
  if (document.status === 'in_review') {
    const who = reviewers.length > 0 ? `等${reviewers.join('、')}审批。` : '还没有指定分管领导，请找系统管理员。';
    return `${may.approve ? denialSentence(may.approve) : ''}${who}`;
  }
  return document.status === 'in_sign_off' ? `已审批通过，等${signers.join('、') || '主要领导'}签发。` : over;
}
