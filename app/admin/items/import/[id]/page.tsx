import type { Metadata } from 'next';
import { after } from 'next/server';
import { ImportForm, ThrowAwayForm } from '@/app/admin/items/import/[id]/forms';
import { SheetFaults, SheetStanding } from '@/app/admin/items/import/sheet-desk';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { sheetOf } from '@/lib/server/import-sheets';
import { requireActor } from '@/lib/server/session';
import { workOnSheet } from '@/lib/server/work-on-sheet';
import { denialSentence, sentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '导入历史信息' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ after?: string | string[] }> };

/** One uploaded list: how far the work on it is, what is wrong with it, and what is to become of it. */
export default async function SheetPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const reason = denial(actor, 'create');
  if (reason) return <NoEntry title="导入历史信息" reason={denialSentence(reason)} />;
  const sheet = await sheetOf((await params).id, actor);
  if (sheet?.kind !== 'items') return <NoEntry title="导入历史信息" reason={sentence({ code: 'not_found' })} />;
  if (sheet.idle) after(() => workOnSheet(sheet.id)); // whoever was at it is gone
  const { after: from } = await searchParams;
  return (
    <main id="main" className="office-main">
      <PageHead
        title={sheet.fileName}
        above={
          <>
            <a href="/admin/items">公开信息</a> › <a href="/admin/items/import">导入历史信息</a>
          </>
        }
      />
      <div className="grid gap-5">
        <SheetStanding
          sheet={sheet}
          room="items"
          forms={{ take: <ImportForm id={sheet.id} count={sheet.sound} />, throwAway: <ThrowAwayForm id={sheet.id} /> }}
        />
        <SheetFaults
          sheet={sheet}
          room="items"
          from={typeof from === 'string' && /^\d{1,7}$/.test(from) ? Number(from) : 0}
          actor={actor}
        />
      </div>
    </main>
  );
}
