import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ItemBrief } from '@/app/admin/items/[id]/sign-off/brief';
import { signOffAction } from '@/app/admin/reports/[id]/sign-off/actions';
import { SignOffDesk } from '@/components/office/sign-off-desk';
import { now } from '@/lib/server/clock';
import { itemReviewOf } from '@/lib/server/items/item-review';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { requireActor } from '@/lib/server/people/session';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: '签发' };

/** One screen of a phone for the principal leader. */
export default async function ItemSignOffPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const review = await itemReviewOf((await params).id, actor);
  if (!review) notFound();
  const { id, status } = review.document;
  if (status === 'published' || status === 'withdrawn') redirect(`/admin/items/${id}/history`);
  return (
    <SignOffDesk
      action={signOffAction}
      at={`/admin/items/${id}`}
      signing={review}
      signer={{ name: actor.name, needsPassword: !isConfirmed(actor, now()) }}
      asksReturn={(await searchParams).return === '1'}
      consent={review.becomesPublic ? '同意公开。' : '同意。'}
    >
      <ItemBrief review={review} />
    </SignOffDesk>
  );
}
