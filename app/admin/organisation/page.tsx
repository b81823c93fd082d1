import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead } from '@/components/office/panel';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { factsOf, organisationOf } from '@/lib/server/organisation/organisation-settings';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';
import { OrganisationForm } from './organisation-form';

export const metadata: Metadata = { title: '机关' };

type Search = { searchParams: Promise<{ done?: string | string[] }> };

export default async function OrganisationPage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="机关" reason={denialSentence(reason)} />;
  const [organisation, { done }] = await Promise.all([organisationOf(actor), searchParams]);
  return (
    <main id="main" className="office-main">
      <PageHead title="机关" note={`公开网址 /${organisation.slug}，建立后不变。`} />
      <div className="grid max-w-240 gap-5">
        {done === 'changed' && <Notice kind="done" title="已保存" live />}
        <OrganisationForm facts={factsOf(organisation)} />
      </div>
    </main>
  );
}
