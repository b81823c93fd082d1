import type { Metadata } from 'next';
import { after } from 'next/server';
import { ImportForm, ThrowAwayForm } from '@/app/admin/items/import/[id]/forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { FaultTable } from '@/components/office/register/fault-table';
import { KeepLooking } from '@/components/office/register/keep-looking';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { faultyRowsOf, type SheetInWork, sheetOf } from '@/lib/server/import-sheets';
import { requireActor, type SignedIn } from '@/lib/server/session';
import { workOnSheet } from '@/lib/server/work-on-sheet';
import { headSentences, sheetSentences, unreadSentence } from '@/lib/text/import';
import { denialSentence, sentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '导入历史信息' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ after?: string | string[] }> };

/** One uploaded list: how far the work on it is, what is wrong with it, and what is to become of it. */
export default async function SheetPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const reason = denial(actor, 'create');
  if (reason) return <NoEntry title="导入历史信息" reason={denialSentence(reason)} />;
  const sheet = await sheetOf((await params).id, actor);
  if (!sheet) return <NoEntry title="导入历史信息" reason={sentence({ code: 'not_found' })} />;
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
        <Standing sheet={sheet} />
        <Faults
          sheet={sheet}
          from={typeof from === 'string' && /^\d{1,7}$/.test(from) ? Number(from) : 0}
          actor={actor}
        />
      </div>
    </main>
  );
}

function Standing({ sheet }: { sheet: SheetInWork }) {
  switch (sheet.state) {
    case 'waiting':
    case 'checking':
      return <UnderWay title="正在检查，还没有导入" sheet={sheet} />;
    case 'importing':
      return <UnderWay title="正在导入，全部导完才生效" sheet={sheet} />;
    case 'refused':
      return <RefusedFile sheet={sheet} />;
    case 'checked':
      return <Checked sheet={sheet} />;
    case 'imported':
      return <Imported sheet={sheet} />;
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

function RefusedFile({ sheet: { notes } }: { sheet: SheetInWork }) {
  const sentences = [...(notes.file ? [sheetSentences[notes.file]] : []), ...headSentences(notes)];
  return (
    <Notice kind="stop" title="这个文件不能导入" live>
      {sentences.map((each) => (
        <p key={each}>{each}</p>
      ))}
      <p>
        <a href="/admin/items/import">重新上传</a>
      </p>
    </Notice>
  );
}

function Checked({ sheet: { id, total, sound, faulty, known, notes } }: { sheet: SheetInWork }) {
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
          {sound > 0 && <ImportForm id={id} count={sound} />}
          <ThrowAwayForm id={id} />
        </div>
      </div>
    </Panel>
  );
}

function Imported({ sheet: { done, batches } }: { sheet: SheetInWork }) {
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

type FaultsProps = { sheet: SheetInWork; from: number; actor: SignedIn };

async function Faults({ sheet: { id, state, faulty }, from, actor }: FaultsProps) {
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
          <a href={`/admin/items/import/${id}/faults`} download>
            下载问题清单（XLSX）
          </a>
        }
      >
        <FaultTable rows={rows} />
      </Panel>
      <nav aria-label="翻页" className="flex gap-6">
        {from > 0 && <a href={`/admin/items/import/${id}`}>从头看</a>}
        {next !== null && <a href={`/admin/items/import/${id}?after=${next}`}>下一页</a>}
      </nav>
    </>
  );
}
