import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { signOffAction } from '@/app/admin/reports/[id]/sign-off/actions';
import { BriefBody } from '@/app/admin/reports/[id]/sign-off/brief-body';
import { SignOffDesk } from '@/components/office/sign-off-desk';
import { organisationSettings } from '@/lib/domain/organisation';
import { now } from '@/lib/server/clock';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { requireActor } from '@/lib/server/people/session';
import { settingsOf } from '@/lib/server/reports/reports';
import { signOffBrief } from '@/lib/server/reports/review';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: '签发' };

/** One screen of a phone for the principal leader. */
export default async function SignOffPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const brief = await signOffBrief((await params).id, actor);
  if (!brief) notFound();
  const { id, status } = brief.document;
  if (status === 'published' || status === 'withdrawn') redirect(`/admin/reports/${id}/history`);
  const { site } = organisationSettings.parse(await settingsOf(actor.organisationId));
  return (
    <SignOffDesk
      action={signOffAction}
      at={`/admin/reports/${id}`}
      signing={brief}
      signer={{ name: actor.name, needsPassword: !isConfirmed(actor, now()) }}
      asksReturn={(await searchParams).return === '1'}
      consent="同意公开。"
      finely="逐格、逐段"
    >
      <BriefBody brief={brief} column={site.reportColumn} organisation={actor.organisation.name} />
    </SignOffDesk>
  );
}
