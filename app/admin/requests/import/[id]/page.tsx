import type { Metadata } from 'next';
import { after } from 'next/server';
import { SheetFaults, SheetStanding } from '@/app/admin/items/import/sheet-desk';
import { ImportForm, ThrowAwayForm } from '@/app/admin/requests/import/forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { sheetOf } from '@/lib/server/import-sheets';
import { requireActor } from '@/lib/server/session';
import { workOnSheet } from '@/lib/server/work-on-sheet';
import { denialSentence, sentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '导入申请登记簿' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ after?: string | string[] }> };

/** One uploaded list: how far the work on it is, what is wrong with it, and what is to become of it. */
export default async function SheetPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const reason = denial(actor, 'handle_requests');
  if (reason) return <NoEntry title="导入申请登记簿" reason={denialSentence(reason)} />;
  const sheet = await sheetOf((await params).id, actor);
  if (sheet?.kind !== 'requests') return <NoEntry title="导入申请登记簿" reason={sentence({ code: 'not_found' })} />;
  if (sheet.idle) after(() => workOnSheet(sheet.id)); // whoever was at it is gone
  const { after: from } = await searchParams;
  return (
    <main id="main" className="office-main">
      <PageHead
        title={sheet.fileName}
        above={
          <>
            <a href="/admin/requests">依申请公开</a> › <a href="/admin/requests/import">导入申请登记簿</a>
          </>
        }
      />
      <div className="grid gap-5">
        <SheetStanding
          sheet={sheet}
          room="requests"
          forms={{ take: <ImportForm id={sheet.id} count={sheet.sound} />, throwAway: <ThrowAwayForm id={sheet.id} /> }}
        />
        <SheetFaults
          sheet={sheet}
          room="requests"
          from={typeof from === 'string' && /^\d{1,7}$/.test(from) ? Number(from) : 0}
          actor={actor}
        />
      </div>
    </main>
  );
}
