import { doors } from '@/app/admin/sheets/room';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { FieldFrame } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { sheetFault, sheetLimits } from '@/lib/domain/sheet';
import { requireActor } from '@/lib/server/people/session';
import { openSheetOf } from '@/lib/server/sheets/import-sheets';
import { sheetSentences } from '@/lib/text/import';
import { type ImportRoom, importRooms } from '@/lib/text/import-rooms';
import { denialSentence } from '@/lib/text/issues';

type Search = Promise<{ problem?: string | string[]; done?: string | string[] }>;

/** Where a list of past items or of past requests comes in. */
export async function ImportPage({ room, searchParams }: { room: ImportRoom; searchParams: Search }) {
  const actor = await requireActor();
  const words = importRooms[room];
  const reason = denial(actor, doors[room].permission);
  if (reason) return <NoEntry title={words.title} reason={denialSentence(reason)} />;
  const [{ problem, done }, open] = await Promise.all([searchParams, openSheetOf(actor, room)]);
  const fault = sheetFault.safeParse(problem).data;
  return (
    <main id="main" className="office-main">
      <PageHead title={words.title} above={<a href={`/admin/${room}`}>{words.room}</a>} note={words.note} />
      <div className="grid max-w-200 gap-5">
        {fault && <Notice kind="stop" title={`没有上传：${sheetSentences[fault]}`} live />}
        {done === 'thrown' && <Notice kind="done" title="没有导入，上传的文件已经删去" live />}
        {open && (
          <Notice kind="check" title={`“${open.fileName}”还没有办完`}>
            <p>
              <a href={`/admin/${room}/import/${open.id}`}>接着办</a>。再上传一个文件，会代替它。
            </p>
          </Notice>
        )}
        <Template room={room} />
        <Upload room={room} />
      </div>
    </main>
  );
}

function Template({ room }: { room: ImportRoom }) {
  const template = `/admin/${room}/import/template`;
  return (
    <Panel id="template" title="一、按模板填写">
      <div className="grid gap-2 p-4">
        <p className="flex flex-wrap gap-x-6">
          <a href={template} download>
            下载模板（XLSX）
          </a>
          <a href={`${template}?format=csv`} download>
            下载模板（CSV）
          </a>
        </p>
        {importRooms[room].explanations.map((sentence) => (
          <p key={sentence} className="text-ink-2">
            {sentence}
          </p>
        ))}
      </div>
    </Panel>
  );
}

const Upload = ({ room }: { room: ImportRoom }) => (
  <Panel id="upload" title="二、上传检查">
    <form method="post" action={doors[room].post} encType="multipart/form-data" className="grid gap-4 p-4">
      <FieldFrame
        id="sheet"
        label="表格文件"
        hint={`XLSX或者CSV，最大${sheetLimits.bytes / 1024 / 1024}MB，最多${sheetLimits.rows}行。`}
      >
        <input
          id="sheet"
          name="sheet"
          type="file"
          required
          accept=".xlsx,.csv,.txt"
          className="control"
          aria-describedby="sheet-hint"
        />
      </FieldFrame>
      <div>
        <button type="submit" className="button primary">
          上传并检查
        </button>
      </div>
    </form>
  </Panel>
);
