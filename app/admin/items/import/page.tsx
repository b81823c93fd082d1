import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { FieldFrame } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { sheetFault, sheetLimits } from '@/lib/domain/sheet';
import { openSheetOf } from '@/lib/server/import-sheets';
import { requireActor } from '@/lib/server/session';
import { sheetSentences } from '@/lib/text/import';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '导入历史信息' };

type Search = { searchParams: Promise<{ problem?: string | string[]; done?: string | string[] }> };

/** Where a list of past items comes in. */
export default async function ImportPage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'create');
  if (reason) return <NoEntry title="导入历史信息" reason={denialSentence(reason)} />;
  const [{ problem, done }, open] = await Promise.all([searchParams, openSheetOf(actor)]);
  const fault = sheetFault.safeParse(problem).data;
  return (
    <main id="main" className="office-main">
      <PageHead
        title="导入历史信息"
        above={<a href="/admin/items">公开信息</a>}
        note="把以前公开过的信息从表格里一次收进来。先检查，看过问题再决定导入不导入。"
      />
      <div className="grid max-w-200 gap-5">
        {fault && <Notice kind="stop" title={`没有上传：${sheetSentences[fault]}`} live />}
        {done === 'thrown' && <Notice kind="done" title="没有导入，上传的文件已经删去" live />}
        {open && (
          <Notice kind="check" title={`“${open.fileName}”还没有办完`}>
            <p>
              <a href={`/admin/items/import/${open.id}`}>接着办</a>。再上传一个文件，会代替它。
            </p>
          </Notice>
        )}
        <Panel id="template" title="一、按模板填写">
          <div className="grid gap-2 p-4">
            <p>
              <a href="/admin/items/import/template" download>
                下载模板（XLSX）
              </a>
              　
              <a href="/admin/items/import/template?format=csv" download>
                下载模板（CSV）
              </a>
            </p>
            <p className="text-ink-2">
              每行一条信息。标题、正文、所属目录和成文日期必填。已有的表格也可以用，只要第一行写明各列的名称。
            </p>
            <p className="text-ink-2">
              导入的信息标为“历史信息”，先存为草稿，再成批送审、审批、签发。以前公开的日期写在说明里，不作本系统的公开日期。
            </p>
          </div>
        </Panel>
        <Panel id="upload" title="二、上传检查">
          <form method="post" action="/api/import" encType="multipart/form-data" className="grid gap-4 p-4">
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
      </div>
    </main>
  );
}
