import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { GuideBrief } from '@/app/admin/guide/[id]/sign-off/brief';
import { signOffAction } from '@/app/admin/reports/[id]/sign-off/actions';
import { SignOffDesk } from '@/components/office/sign-off-desk';
import { now } from '@/lib/server/clock';
import { guideReviewOf } from '@/lib/server/guide/guides';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { requireActor } from '@/lib/server/people/session';

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
  const { id, status } = review.document;
  if (status === 'published' || status === 'withdrawn') redirect(`/admin/guide/${id}/history`);
  return (
    <SignOffDesk
      action={signOffAction}
      at={`/admin/guide/${id}`}
      signing={review}
      signer={{ name: actor.name, needsPassword: !isConfirmed(actor, now()) }}
      asksReturn={(await searchParams).return === '1'}
      consent="同意公开。"
    >
      <GuideBrief review={review} />
    </SignOffDesk>
  );
}
