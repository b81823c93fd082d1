import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { openGuideAction } from '@/app/admin/guide/actions';
import { NewGuide } from '@/components/guide/new-guide';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { guideOfOffice } from '@/lib/server/guide/guides';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '公开指南' };

/** To the guide of the organisation; where there is none it is begun here. */
export default async function GuidePage() {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return <NoEntry title="公开指南" reason={denialSentence(reason)} />;
  const { id, mayBegin } = await guideOfOffice(actor);
  if (id) redirect(`/admin/guide/${id}`);
  return (
    <main id="main" className="office-main">
      <PageHead title="政府信息公开指南" />
      <Panel id="new" title="还没有编制" className="max-w-[45rem]">
        {mayBegin ? (
          <NewGuide action={openGuideAction} />
        ) : (
          <p className="p-4">政府信息公开指南由起草人编制，经分管领导审批、主要领导签发后公开。</p>
        )}
      </Panel>
    </main>
  );
}
