import type { ReactNode } from 'react';
import { Panel } from '@/components/office/panel';
import { FaultTable } from '@/components/office/register/fault-table';
import { KeepLooking } from '@/components/office/register/keep-looking';
import { Notice } from '@/components/ui/notice';
import type { SignedIn } from '@/lib/server/people/session';
import { faultyRowsOf, type SheetInWork } from '@/lib/server/sheets/import-sheets';
import { headSentences, sheetSentences, unreadSentence } from '@/lib/text/import';
import type { ImportRoom } from '@/lib/text/import-rooms';

// One uploaded list, of items or of requests.

type Of = { sheet: SheetInWork; room: ImportRoom };
type StandingProps = Of & { forms: { take: ReactNode; throwAway: ReactNode } };

/** How far the work on an uploaded list is, and what is to become of it. `forms` decide it. */
export function SheetStanding({ sheet, room, forms }: StandingProps) {
  switch (sheet.state) {
    case 'waiting':
    case 'checking':
      return <UnderWay title="正在检查，还没有导入" sheet={sheet} />;
    case 'importing':
      return <UnderWay title="正在导入，全部导完才生效" sheet={sheet} />;
    case 'refused':
      return <RefusedFile sheet={sheet} room={room} />;
    case 'checked':
      return <Checked sheet={sheet} forms={forms} />;
    case 'imported':
      return <Imported sheet={sheet} room={room} />;
  }
}

function UnderWay({ title, sheet: { done, total } }: { title: string; sheet: SheetInWork }) {
  return (
    <Notice title={title} live>
      <p>
        {total > 0 ? `${total}行里的${done}行` : '正在读文件'}
        <progress className="ml-4 align-middle" value={done} max={Math.max(total, 1)} aria-label="进度" />
      </p>
      <p>可以离开这一页，回来接着看。</p>
      <KeepLooking />
    </Notice>
  );
}

function RefusedFile({ sheet: { notes }, room }: Of) {
  const sentences = [...(notes.file ? [sheetSentences[notes.file]] : []), ...headSentences(notes)];
  return (
    <Notice kind="stop" title="这个文件不能导入" live>
      {sentences.map((each) => (
        <p key={each}>{each}</p>
      ))}
      <p>
        <a href={`/admin/${room}/import`}>重新上传</a>
      </p>
    </Notice>
  );
}

function Checked({ sheet: { total, sound, faulty, known, notes }, forms }: Omit<StandingProps, 'room'>) {
  return (
    <Panel id="checked" title="检查完了，还没有导入" aside={`共${total}行`}>
      <div className="grid gap-4 p-4">
        <ul className="list-disc pl-5">
          <li>没有问题的{sound}行，可以导入。</li>
          {faulty > 0 && <li>有问题的{faulty}行，不导入，见下表。改好后再上传，已经导入的不会重复。</li>}
          {known > 0 && <li>以前导入过的{known}行，不再导入。</li>}
          {notes.unread.length > 0 && <li>{unreadSentence(notes.unread)}</li>}
        </ul>
        <div className="flex flex-wrap gap-4">
          {sound > 0 && forms.take}
          {forms.throwAway}
        </div>
      </div>
    </Panel>
  );
}

function Imported({ sheet: { done, batches }, room }: Of) {
  if (room === 'requests')
    return (
      <Notice kind="done" title={`已导入${done}件`} live>
        <p>
          <a href="/admin/requests">看申请登记簿</a>
        </p>
      </Notice>
    );
  return (
    <Notice kind="done" title={`已导入${done}条，存为草稿`} live>
      <ul>
        {batches.map(({ id, field, rows }) => (
          <li key={id}>
            <a href={`/admin/batches/${id}`}>
              {field}：{rows}条
            </a>
            　看过后成批送审
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type FaultsProps = Of & { from: number; actor: SignedIn };

/** The rows that are at fault, from a row on. */
export async function SheetFaults({ sheet: { id, state, faulty }, room, from, actor }: FaultsProps) {
  if (faulty === 0 || !['checked', 'importing', 'imported'].includes(state)) return null;
  const found = await faultyRowsOf({ id, after: from }, actor);
  if (!found) return null;
  const { rows, next } = found;
  return (
    <>
      <Panel
        id="faults"
        title="有问题的行"
        aside={
          <a href={`/admin/${room}/import/${id}/faults`} download>
            下载问题清单（XLSX）
          </a>
        }
      >
        <FaultTable rows={rows} />
      </Panel>
      <nav aria-label="翻页" className="flex gap-6">
        {from > 0 && <a href={`/admin/${room}/import/${id}`}>从头看</a>}
        {next !== null && <a href={`/admin/${room}/import/${id}?after=${next}`}>下一页</a>}
      </nav>
    </>
  );
}
