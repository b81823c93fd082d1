import { after } from 'next/server';
import { ImportForm, ThrowAwayForm } from '@/app/admin/sheets/forms';
import { doors } from '@/app/admin/sheets/room';
import { SheetFaults, SheetStanding } from '@/app/admin/sheets/sheet-desk';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead } from '@/components/office/panel';
import { denial } from '@/lib/domain/access';
import { requireActor } from '@/lib/server/people/session';
import { sheetOf } from '@/lib/server/sheets/import-sheets';
import { workOnSheet } from '@/lib/server/sheets/work-on-sheet';
import { type ImportRoom, importRooms } from '@/lib/text/import-rooms';
import { denialSentence, sentence } from '@/lib/text/issues';

export type SheetRoute = { params: Promise<{ id: string }>; searchParams: Promise<{ after?: string | string[] }> };

/** One uploaded list: how far the work on it is, what is wrong with it, and what is to become of it. */
export async function SheetPage({ room, params, searchParams }: SheetRoute & { room: ImportRoom }) {
  const actor = await requireActor();
  const words = importRooms[room];
  const reason = denial(actor, doors[room].permission);
  if (reason) return <NoEntry title={words.title} reason={denialSentence(reason)} />;
  const sheet = await sheetOf((await params).id, actor);
  if (sheet?.kind !== room) return <NoEntry title={words.title} reason={sentence({ code: 'not_found' })} />;
  if (sheet.idle) after(() => workOnSheet(sheet.id)); // whoever was at it is gone
  const { after: from } = await searchParams;
  return (
    <main id="main" className="office-main">
      <PageHead
        title={sheet.fileName}
        above={
          <>
            <a href={`/admin/${room}`}>{words.room}</a> › <a href={`/admin/${room}/import`}>{words.title}</a>
          </>
        }
      />
      <div className="grid gap-5">
        <SheetStanding
          sheet={sheet}
          room={room}
          forms={{ take: <ImportForm id={sheet.id} count={sheet.sound} />, throwAway: <ThrowAwayForm id={sheet.id} /> }}
        />
        <SheetFaults
          sheet={sheet}
          room={room}
          from={typeof from === 'string' && /^\d{1,7}$/.test(from) ? Number(from) : 0}
          actor={actor}
        />
      </div>
    </main>
  );
}
