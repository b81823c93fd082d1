import { notFound } from 'next/navigation';
import { withdrawAction } from '@/app/admin/withdraw/actions';
import { WithdrawDesk } from '@/components/office/withdraw-desk';
import type { Actor } from '@/lib/domain/access';
import { now } from '@/lib/server/clock';
import type { DocumentHistory } from '@/lib/server/documents/trail';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { requireActor } from '@/lib/server/people/session';
import { whyNotWithdraw } from '@/lib/text/whether-open';

type Withdrawable = DocumentHistory & { document: { version: number } };

type Props = {
  /** Where documents of this kind are at home. */
  desk: '/admin/reports' | '/admin/items' | '/admin/guide';
  params: Promise<{ id: string }>;
  find: (id: string, actor: Actor) => Promise<Withdrawable | null>;
};

/** The page on which a publication is taken back, of whatever kind. */
export async function WithdrawPage({ desk, params, find }: Props) {
  const actor = await requireActor();
  const history = await find((await params).id, actor);
  if (!history) notFound();
  const { document, publications } = history;
  const { number = 0, sha256 = '' } = publications.at(-1) ?? {};
  return (
    <WithdrawDesk
      document={document}
      back={`${desk}/${document.id}`}
      why={whyNotWithdraw(history)}
      action={withdrawAction}
      edition={{ number, sha256 }}
      needsPassword={!isConfirmed(actor, now())}
    />
  );
}
