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

export const metadata: Metadata = { title: '导入申请登记簿' };

type Search = { searchParams: Promise<{ problem?: string | string[]; done?: string | string[] }> };

/** Where a list of past items comes in. */
export default async function ImportPage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'handle_requests');
  if (reason) return <NoEntry title="导入申请登记簿" reason={denialSentence(reason)} />;
  const [{ problem, done }, open] = await Promise.all([searchParams, openSheetOf(actor, 'requests')]);
  const fault = sheetFault.safeParse(problem).data;
  return (
    <main id="main" className="office-main">
      <PageHead
        title="导入申请登记簿"
        above={<a href="/admin/requests">依申请公开</a>}
        note="把以前登记的申请从表格里一次收进来，计入表三。先检查，看过问题再决定导入不导入。"
      />
      <div className="grid max-w-200 gap-5">
        {fault && <Notice kind="stop" title={`没有上传：${sheetSentences[fault]}`} live />}
        {done === 'thrown' && <Notice kind="done" title="没有导入，上传的文件已经删去" live />}
        {open && (
          <Notice kind="check" title={`“${open.fileName}”还没有办完`}>
            <p>
              <a href={`/admin/requests/import/${open.id}`}>接着办</a>。再上传一个文件，会代替它。
            </p>
          </Notice>
        )}
        <Panel id="template" title="一、按模板填写">
          <div className="grid gap-2 p-4">
            <p>
              <a href="/admin/requests/import/template" download>
                下载模板（XLSX）
              </a>
              　
              <a href="/admin/requests/import/template?format=csv" download>
                下载模板（CSV）
              </a>
            </p>
            <p className="text-ink-2">
              每行一件申请。到达日期、收件渠道、申请人类型、姓名或者名称、所需信息的内容必填。已有的表格也可以用，只要第一行写明各列的名称。
            </p>
            <p className="text-ink-2">
              编号按到达日期所在的年份接着编。证件号码和联系方式加密保存。收到、延期、答复、送达和归档按表里的日期登记，并照条例检查。
            </p>
          </div>
        </Panel>
        <Panel id="upload" title="二、上传检查">
          <form method="post" action="/api/requests/import" encType="multipart/form-data" className="grid gap-4 p-4">
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
